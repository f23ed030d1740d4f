import { curlOf } from '../../../text/curl.ts';
import type { Visit } from '../../page.ts';
import { type ControlCall, controlCurl } from '../../ui/control-call.ts';
import type { Api, Call, ReadDocument, Schema } from './document.ts';

/** A parameter, or a field of a body. */
export interface FieldRow {
  readonly name: string;
  readonly type: string;
  readonly where: string;
  readonly isRequired: boolean;
  readonly meaning: string;
}

const credentials: ReadonlySet<string> = new Set(['userName', 'password', 'token']);

/** The parameters of a call: those in its address, then those of its body. */
export const parametersOf = (call: Call, { schemas }: ReadDocument): readonly FieldRow[] => [
  ...(call.parameters ?? []).map(({ name, in: where, required = false, description = '', schema = {} }) => ({
    name,
    where,
    type: typeOf(schema),
    isRequired: required,
    meaning: description,
  })),
  ...fieldsOf(bodyOf(call)?.schema, schemas),
];

/** The fields of a schema; of several alternatives those of the first, which is the success. */
const fieldsOf = (schema: Schema | undefined, schemas: ReadDocument['schemas']): readonly FieldRow[] => {
  const { properties = {}, required = [] } = resolved(schema ?? {}, schemas);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    where: 'body',
    type: typeOf(field),
    isRequired: required.includes(name),
    meaning: field.description ?? resolved(field, schemas).description ?? '',
  }));
};

/** Guards against a schema that names itself. */
const deepest = 5;

const resolved = (schema: Schema, schemas: ReadDocument['schemas'], depth = 0): Schema => {
  const next = schema.$ref === undefined ? schema.anyOf?.[0] : schemas[nameOf(schema.$ref)];
  return next && depth < deepest ? resolved(next, schemas, depth + 1) : schema;
};

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const typeOf = (schema: Schema): string => {
  const { $ref, type, items, anyOf, format, maxLength } = schema;
  if ($ref !== undefined) return nameOf($ref);
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return schema.enum.join(' | ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' | ');
  if (items) return `${typeOf(items)}[]`;
  const name = [type].flat().join(' | ') || 'any';
  return `${format ?? name}${maxLength === undefined ? '' : ` ≤ ${maxLength}`}`;
};

const bodyOf = ({ requestBody }: Call) => Object.values(requestBody?.content ?? {})[0];

export const takesJson = ({ requestBody }: Call): boolean =>
  Object.keys(requestBody?.content ?? {})[0] === 'application/json';

/** The success, and what a call is refused with. */
export const answersOf = (call: Call, { schemas }: ReadDocument) => {
  const success = Object.entries(call.responses).find(([status]) => status.startsWith('2'));
  const content = Object.values(success?.[1].content ?? {})[0];
  const examples = Object.entries(content?.examples ?? {});
  const refusal = content?.schema?.anyOf
    ?.map((one) => (one.$ref === undefined ? one : schemas[nameOf(one.$ref)]))
    .find((one) => one?.description?.startsWith('Codes:'));
  return {
    status: success?.[0] ?? '',
    fields: fieldsOf(content?.schema, schemas),
    example: examples.find(([name]) => name === 'success')?.[1].value,
    codes: codesIn(refusal?.description ?? ''),
  };
};

/** `Codes: 4 [field] is empty / Wrong amount; 5 Access denied.`: by code. A text may have a semicolon, too. */
const codesIn = (description: string): readonly { readonly code: string; readonly texts: readonly string[] }[] =>
  [...description.replace(/\.$/, '').matchAll(/(?<=^Codes: |; )(\d+) (.*?)(?=; \d+ |$)/g)].map(
    ([, code = '', texts = '']) => ({ code, texts: texts.split(' / ') }),
  );

/** The documented example of a call as a person would type it, without login and password: lines, or JSON. */
export const exampleText = (call: Call): string => {
  const example = bodyOf(call)?.example;
  const fields = Object.entries(typeof example === 'object' && example !== null ? example : {}).filter(
    ([name]) => !credentials.has(name),
  );
  if (takesJson(call)) return JSON.stringify(Object.fromEntries(fields), undefined, 2);
  return fields
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('\n');
};

/** The fields that were typed, lines or JSON; undefined if they are neither. */
export const readFields = (call: Call, text: string): Readonly<Record<string, string>> | undefined => {
  if (!takesJson(call))
    return Object.fromEntries(
      text.split(/\r?\n/).flatMap((line) => {
        const at = line.indexOf('=');
        return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1)]];
      }),
    );
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
      ? (fields as Readonly<Record<string, string>>)
      : undefined;
  } catch {
    return undefined;
  }
};

/** The call for a terminal; the secrets are variables of the shell. */
export const curlText = (visit: Visit, api: Api, call: Call): string => {
  const { method, path } = call;
  if (api === 'control') {
    const hasBody = call.requestBody !== undefined;
    const filled = path.replace('{login}', encodeURIComponent(visit.context.merchant.login));
    return controlCurl(visit, { method, path: filled, ...(hasBody && { body: {} }) } satisfies ControlCall);
  }
  const { login } = visit.context.merchant;
  const text = exampleText(call);
  if (takesJson(call)) {
    const body = JSON.stringify({ userName: login, password: '$PASSWORD', ...readFields(call, text) });
    return `curl ${visit.origin}${path} \\\n    -H 'Content-Type: application/json' -d ${JSON.stringify(body)}`;
  }
  const password = { shell: '$PASSWORD', isText: true } as const;
  return curlOf(`${visit.origin}${path}`, [{ userName: login, password }, readFields(call, text) ?? {}]);
};
