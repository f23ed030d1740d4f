import type { core, z } from 'zod';
import { ConfigError } from '../options/config-error.ts';
import { nearest } from '../text/nearest.ts';

type WithShape = z.ZodType & { readonly shape: object };

/**
 * The value that a schema of the control API reads, for a program in this process. `call`: the name of its function;
 * `inner`: the schema of the objects inside. @throws ConfigError that names the wrong field.
 */
export const checkWithSchema = <Schema extends WithShape>(
  call: string,
  schema: Schema,
  value: unknown,
  inner: WithShape = schema,
): z.output<Schema> => {
  const { error, data } = schema.safeParse(value);
  const [issue] = error?.issues ?? [];
  if (issue) throw new ConfigError(`${call}: ${complaintOf(issue, schema, inner)}`);
  return data as z.output<Schema>;
};

const complaintOf = (issue: core.$ZodIssue, schema: WithShape, inner: WithShape): string => {
  if (issue.code !== 'unrecognized_keys') return [pathText(issue.path), issue.message].filter(Boolean).join(': ');
  const [name = ''] = issue.keys;
  const known = Object.keys((issue.path.length === 0 ? schema : inner).shape);
  const meant = nearest(name, known);
  const hint = meant === undefined ? `known are ${known.join(', ')}` : `did you mean ${meant}?`;
  return `${pathText([...issue.path, name])}: unknown option; ${hint}`;
};

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
