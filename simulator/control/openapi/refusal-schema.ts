import { errorCodeOf } from '../../banks/error-code.ts';
import type { Context } from '../../context.ts';
import { errorCodes } from '../../data/error-codes.ts';
import { type RefusalReason, Refused } from '../../domain/errors/refused.ts';
import type { Endpoint } from '../../http/call/endpoint.ts';
import { refusalsAt } from '../../http/call/possible-refusals.ts';
import type { Schema } from './openapi.ts';

/** The schema of the refusals of a call, derived from its refusal for each reason. */
export const refusalSchema = (endpoint: Endpoint, context: Context): Schema => {
  const reasons = refusalsAt(endpoint, context.bank);
  const samples = reasons.map((reason) => endpoint.renderRefusal(new Refused(reason), context, 'en'));
  return { ...schemaOfSamples(samples), description: `Codes: ${codesOf(reasons, context)}.` };
};

/** `4: [{field}] is empty; 5: ...`, each text once. */
const codesOf = (reasons: readonly RefusalReason[], { bank }: Context): string => {
  const byCode = Map.groupBy(reasons, (reason) => errorCodeOf(bank, reason));
  return [...byCode]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([code, ofCode]) => `${code} ${[...new Set(ofCode.map(textOf))].join(' / ')}`)
    .join('; ');
};

const textOf = (reason: RefusalReason): string => errorCodes[reason].en.replaceAll(/[{}]/g, '');

/** The refusals of a call as examples, one for each code that it can answer with. */
export const refusalExamples = (
  endpoint: Endpoint,
  context: Context,
): Readonly<Record<string, { readonly value: object }>> => {
  const byCode = Map.groupBy(refusalsAt(endpoint, context.bank), (reason) => errorCodeOf(context.bank, reason));
  const [field = 'orderId'] = Object.entries(endpoint.parameters).find(([, row]) => row.required) ?? [];
  return Object.fromEntries(
    [...byCode.values()].map(([reason = 'system-error']) => [
      reason,
      { value: endpoint.renderRefusal(new Refused(reason, { field, value: '999' }), context, 'en') },
    ]),
  );
};

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** Fields whose values are codes; the others are texts for people. */
const codeNames: ReadonlySet<string> = new Set(['errorCode', 'ErrorCode', 'errorCodeString', 'code']);

/** The common schema of samples. A flag that is always the same is a constant, which tells refusals from answers. */
const schemaOfSamples = (samples: readonly unknown[], name = ''): Schema => {
  const [first] = samples;
  const type = typeOf(first);
  if (type === 'array') return { type, items: {} };
  if (type === 'boolean') return samples.every((value) => value === first) ? { type, const: first } : { type };
  if (type !== 'object') return { type, ...(codeNames.has(name) && { enum: [...new Set(samples)].sort(byNumber) }) };
  const objects = samples as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return {
    type,
    properties: Object.fromEntries(
      names.map((field) => [
        field,
        schemaOfSamples(
          objects.flatMap((object) => (field in object ? [object[field]] : [])),
          field,
        ),
      ]),
    ),
    required: names.filter((field) => objects.every((object) => field in object)),
  };
};

const byNumber = (one: unknown, other: unknown): number => Number(one) - Number(other);
