import type { Bank } from '../../banks/bank.ts';
import type { Context } from '../../context.ts';
import type { ParameterTable } from '../../data/parameter-table.ts';
import { sources } from '../../data/sources.ts';
import type { Endpoint } from '../../http/call/endpoint.ts';
import { answersByStatus, isNamelessByStatus } from '../../http/call/possible-refusals.ts';
import { shapeSchema } from './answer-schema.ts';
import type { CallExample } from './call-examples.ts';
import { type Components, camelCase, type Operation, refTo, type Schema } from './openapi.ts';
import { objectSchema, parameterSchema } from './parameter-schema.ts';
import { refusalExamples } from './refusal-schema.ts';

/** What the operations of a document have in common. */
export interface Described {
  readonly context: Context;
  readonly components: Components;
  /** The name of the shared schema of a call's refusals. */
  readonly nameRefusal: (call: Endpoint) => string;
  readonly exampleOf: (call: Endpoint) => CallExample | undefined;
}

/** `rest/3ds/continue.do` as `threeDsContinue`. */
export const operationId = ({ path }: Endpoint): string => {
  const name = path.replace(/^\/|^rest\//, '').replace(/\.do$/, '');
  return camelCase(name.replace(/^3ds/, 'threeDs').replace(/^recurrent\/v1\//, ''));
};

/** The operations of a call: by POST, and by GET unless its body is JSON. */
export const operationsOf = (call: Endpoint, described: Described): Readonly<Record<string, Operation>> => {
  const isImitated = call.imitated !== 'no';
  const common = {
    summary: isImitated ? call.meaning : `Not imitated: always refused. ${call.meaning}`,
    'x-summary-ru': isImitated ? call.meaningInRussian : `Не имитируется, всегда отклоняется. ${call.meaningInRussian}`,
    description: `Source: ${sources[call.source]}.`,
  };
  const tag = isImitated ? tagOf(call) : 'not imitated';
  return {
    post: {
      operationId: operationId(call),
      tags: [tag],
      ...common,
      security: [...securityOf(call, described.context.bank), ...(call.access === 'merchant' ? [{}] : [])],
      requestBody: bodyOf(call, described),
      responses: responsesOf(call, described, examplesOf(call, described)),
    },
    ...(call.body !== 'json' && {
      get: {
        operationId: `${operationId(call)}ByGet`,
        tags: [`${tag}, by GET`],
        ...common,
        security: securityOf(call, described.context.bank),
        parameters: queryOf(call, described),
        responses: responsesOf(call, described, {}),
      },
    }),
  };
};

const tagOf = ({ access, meaning }: Endpoint): string =>
  access === 'order' || meaning.startsWith("Card page's own call") ? 'card page' : 'merchant';

/** Login and password, also in a header at some banks, or the public token if the call takes it. */
const securityOf = (
  call: Endpoint,
  { takesBasicLogin }: Bank,
): readonly Readonly<Record<string, readonly string[]>>[] => {
  if (call.access !== 'merchant') return [];
  return [
    { userName: [], password: [] },
    ...(takesBasicLogin ? [{ basicLogin: [] }] : []),
    ...(call.acceptsToken ? [{ token: [] }] : []),
  ];
};

interface Sent {
  readonly table: ParameterTable;
  /** What its access or the bank requires beside the table. */
  readonly alsoRequired: readonly string[];
}

/** The parameters of a call, without a token that it does not take. */
const sentParameters = (call: Endpoint, bank: Bank): Sent => {
  const ofBank = Object.entries(call.parameters)
    .filter(([, { requiredWith, requiredWithout }]) =>
      requiredWith ? bank[requiredWith] : requiredWithout && !bank[requiredWithout],
    )
    .map(([name]) => name);
  if (call.access !== 'merchant' || call.acceptsToken) return { table: call.parameters, alsoRequired: ofBank };
  const { token: _, ...table } = call.parameters;
  return { table, alsoRequired: ['userName', 'password', ...ofBank] };
};

/** The example with numbers and flags in place of the texts that a form sends. */
const exampleRequest = (call: Endpoint, { exampleOf }: Described): CallExample['request'] | undefined => {
  const request = exampleOf(call)?.request;
  if (!request || call.body === 'json') return request;
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      const kind = call.parameters[name]?.kind;
      return [name, kind === 'amount' || kind === 'flag' ? JSON.parse(String(value)) : value];
    }),
  );
};

const bodyOf = (call: Endpoint, described: Described): object => {
  const { bank } = described.context;
  const { table, alsoRequired } = sentParameters(call, bank);
  const example = exampleRequest(call, described);
  const isJson = call.body === 'json';
  const schema = objectSchema(table, isJson ? 'json' : 'form', alsoRequired, bank);
  return {
    required: 'required' in schema,
    content: {
      [isJson ? 'application/json' : 'application/x-www-form-urlencoded']: { schema, ...(example && { example }) },
    },
  };
};

const queryOf = (call: Endpoint, described: Described): readonly object[] => {
  const { bank } = described.context;
  const { table, alsoRequired } = sentParameters(call, bank);
  const example = exampleRequest(call, described);
  return Object.entries(table).map(([name, row]) => ({
    name,
    in: 'query',
    required: row.required === true || alsoRequired.includes(name),
    description: row.meaning,
    schema: parameterSchema(name, row, 'form', bank),
    ...(example && name in example && { example: example[name] }),
  }));
};

type Examples = Readonly<Record<string, { readonly value: unknown }>>;

const examplesOf = (call: Endpoint, { context, exampleOf }: Described): Examples => {
  const answer = exampleOf(call)?.answer;
  return { ...(answer && { success: { value: answer } }), ...refusalExamples(call, context) };
};

/** The answers of GET are those of POST, whose examples are not repeated. */
const responsesOf = (call: Endpoint, described: Described, examples: Examples): Readonly<Record<string, object>> => {
  const { bank } = described.context;
  return {
    '200': {
      description: call.shape ? 'The answer, or the refusal.' : 'The refusal.',
      content: contentOf(bank, answerSchema(call, described), examples),
    },
    ...(answersByStatus(call, bank) && {
      [bank.unknownOrderHttpStatus]: {
        description: 'No such order: its text as JSON.',
        content: contentOf(bank, { type: 'string' }, {}),
      },
    }),
    ...(isNamelessByStatus(call, bank) && {
      [bank.namelessCallHttpStatus]: {
        description: 'The call names no order.',
        content: contentOf(bank, namelessSchema, {}),
      },
    }),
    '4XX': { $ref: '#/components/responses/NotServed' },
  };
};

const namelessSchema: Schema = {
  type: 'object',
  required: ['errorCode', 'errorMessage'],
  properties: { errorCode: { type: 'integer', enum: [5] }, errorMessage: { type: 'string' } },
};

const answerSchema = (call: Endpoint, { context: { bank }, components, nameRefusal }: Described): Schema => {
  const refusal = refTo(nameRefusal(call));
  if (!call.shape) return refusal;
  return { anyOf: [shapeSchema(call.shape(bank), { components, bank }), refusal] };
};

/** JSON under the content type of the bank; under another type it is a text that holds JSON. */
const contentOf = ({ contentType }: Bank, schema: Schema, examples: Examples) => {
  const [mediaType = ''] = contentType.split(';');
  const hasExamples = Object.keys(examples).length > 0;
  if (mediaType === 'application/json') return { [mediaType]: { schema, ...(hasExamples && { examples }) } };
  const texts = Object.entries(examples).map(([name, { value }]) => [name, { value: JSON.stringify(value) }]);
  return {
    [mediaType]: {
      schema: { type: 'string', contentMediaType: 'application/json', contentSchema: schema },
      ...(hasExamples && { examples: Object.fromEntries(texts) }),
    },
  };
};
