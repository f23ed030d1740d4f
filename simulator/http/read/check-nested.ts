import { type NestedBlock, type NestedField, nestedTables } from '../../data/nested-fields.ts';
import type { Values } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isUnset, plainText } from '../../text/plain-text.ts';
import { jsonObject } from './check-parameters.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Checks the fields inside JSON parameters. What is no JSON, or no object, is left to the call, which has words of its own
 * for that. `except`: parameters with a check of their own.
 * @throws Refused with the path of the field, such as `orderBundle.customerDetails.contact`
 */
export const checkNested = (values: Values, except: readonly string[] = []): void => {
  for (const name of nestedNames) {
    const text = values[name];
    if (text === undefined || except.includes(name)) continue;
    const object = objectIn(text, name);
    if (object) checkBlock(object, nestedTables[name] ?? {}, name);
  }
};

const nestedNames = Object.keys(nestedTables);

const objectIn = (text: string, name: string): JsonObject | undefined => {
  try {
    return jsonObject(text, name);
  } catch {
    return undefined;
  }
};

const checkBlock = (object: JsonObject, { fields = {}, blocks = {} }: NestedBlock, path: string): void => {
  for (const [name, field] of Object.entries(fields)) checkField(object[name], field, `${path}.${name}`);
  for (const [name, block] of Object.entries(blocks)) checkNestedBlock(object[name], block, `${path}.${name}`);
};

const checkNestedBlock = (value: unknown, block: NestedBlock, path: string): void => {
  if (isMissing(value)) {
    if (block.isRequired) throw new Refused('parameter-missing', { field: path });
    return;
  }
  if (!Array.isArray(value)) checkObject(value, block, path);
  else for (const [index, one] of value.entries()) checkObject(one, block, `${path}[${index}]`);
};

const checkObject = (value: unknown, block: NestedBlock, path: string): void => {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject) checkBlock(value as JsonObject, block, path);
  else if (!block.isReadByCall) throw new Refused('value-invalid', { field: path });
};

/** PHP writes an object without keys as []. */
const isMissing = (value: unknown): boolean => isUnset(value) || (Array.isArray(value) && value.length === 0);

const checkField = (value: unknown, field: NestedField, path: string): void => {
  if (isUnset(value)) {
    if (field.isRequired) throw new Refused('parameter-missing', { field: path });
    return;
  }
  const text = typeof value === 'boolean' ? String(value) : plainText(value);
  const { length } = [...text];
  const isFine =
    length >= (field.min ?? 1) &&
    length <= field.max &&
    (!field.isNumber || /^\d+$/.test(text)) &&
    (!field.isPhone || /^(?:\+|00)?\d{7,15}$/.test(text)) &&
    (field.oneOf?.includes(text) ?? true);
  if (!isFine) throw new Refused('value-invalid', { field: path });
};
