import { callbackParameterOperations } from '../../../../simulator/data/callback-parameters.ts';
import { scenarioJsonSchema } from '../../../../simulator/scenario-engine/definition/json-schema.ts';

/** A part of the published schema. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly errorMessage?: string;
  readonly enum?: readonly (string | number)[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A key of the language, as its definition describes it. */
export interface Key {
  /** From the root: `gateway[].do.delay.from`. */
  readonly path: string;
  /** Its meaning, and behind `Default: ` its default, if it has one. */
  readonly description: string;
  readonly isRequired: boolean;
  /** Its value in words; undefined if `words` are all that it can be. */
  readonly value: string | undefined;
  /** The words among which it chooses, with their meanings. */
  readonly words: readonly (readonly [word: string | number, meaning: string])[];
}

/** The parameters of callbacks, which scenarios name in `fields` and in `expect`. */
const callbackParameters: ReadonlySet<string> = new Set(Object.keys(callbackParameterOperations));

const keysIn = (schema: Schema, path: string): readonly Key[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    if (isParameter(path, name)) return [];
    const inner = path === '' ? name : `${path}.${name}`;
    const isRequired = schema.required?.includes(name) ?? false;
    return [{ ...keyOf(inner, one), isRequired }, ...keysIn(one, inner)];
  }),
  ...(schema.anyOf ?? []).flatMap((one) => keysIn(one, path)),
  ...(schema.items ? keysIn(schema.items, `${path}[]`) : []),
];

const isParameter = (path: string, name: string): boolean =>
  (path.endsWith('.fields') || path === 'expect.callbacks[]') && callbackParameters.has(name);

const keyOf = (path: string, schema: Schema): Omit<Key, 'isRequired'> => {
  const branches = [schema, ...(schema.anyOf ?? [])];
  const isMapping = branches.some(({ type }) => type === 'object');
  const choice = isMapping ? undefined : branches.find((one) => one.enum);
  const message = branches.find(({ errorMessage }) => errorMessage)?.errorMessage;
  return {
    path,
    description: schema.description ?? '',
    value: isMapping && !schema.errorMessage ? mappingOf(branches) : message?.replace(/^expected /, ''),
    words: (choice?.enum ?? []).map((word, index) => [word, choice?.enumDescriptions?.[index] ?? '']),
  };
};

const mappingOf = (branches: readonly Schema[]): string =>
  branches.some((one) => one.enum) ? 'a step, or a mapping of steps' : 'a mapping';

/** Every key, in the order of the definition. Parameters of callbacks are left out; pages list them by themselves. */
export const languageKeys = keysIn(JSON.parse(scenarioJsonSchema()) as Schema, '');

/** The paths of all keys that a scenario file uses; a bare step counts as its key. */
export const usedPaths = (body: unknown, keys: ReadonlySet<string>, path = ''): readonly string[] => {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (typeof body === 'string') return keys.has(below(body)) ? [below(body)] : [];
  if (Array.isArray(body)) return body.flatMap((one) => usedPaths(one, keys, `${path}[]`));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => [below(name), ...usedPaths(value, keys, below(name))]);
};
