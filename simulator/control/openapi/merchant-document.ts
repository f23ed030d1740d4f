import type { Context } from '../../context.ts';
import { addressOf } from '../../data/endpoint-facts.ts';
import { type Endpoint, isOfMerchant } from '../../http/call/endpoint.ts';
import { shapeSchema } from './answer-schema.ts';
import {
  type Components,
  camelCase,
  type OpenApiDocument,
  type Operation,
  refTo,
  type Schema,
  tagsOf,
} from './openapi.ts';
import { objectSchema } from './parameter-schema.ts';
import { refusalSchema } from './refusal-schema.ts';

const description = `Every call takes POST and GET. A form may also be sent as multipart, and any field may be in the
query; other fields are ignored. A refusal is HTTP 200 with a code. Answers are those of this process's bank: a merchant
with another bank gets that bank's answers. A merchant with a certificate signs its calls with the headers X-Hash and
X-Signature. A fact that is marked as a guess has no public source.`.replaceAll('\n', ' ');

/** The OpenAPI document of the merchant API, from the tables that check its calls. */
export const merchantDocument = (context: Context, calls: readonly Endpoint[], origin: string): OpenApiDocument => {
  const components: Components = new Map();
  const nameRefusal = refusalNamer(context, calls, components);
  const paths = Object.fromEntries(
    calls.map((call) => [
      addressOf(call, context.bank.basePath),
      { post: operationOf(context, call, { components, refusal: nameRefusal(call) }) },
    ]),
  );
  return {
    openapi: '3.1.1',
    info: { title: `Merchant API of ${context.bank.title}, as tillbox imitates it`, version: '1', description },
    servers: [{ url: origin }],
    tags: tagsOf(paths),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([one], [other]) => one.localeCompare(other, 'en'))),
    },
  };
};

/** `rest/3ds/continue.do` as `threeDsContinue`. */
const operationId = ({ path }: Endpoint): string => {
  const name = path.replace(/^\/|^rest\//, '').replace(/\.do$/, '');
  return camelCase(name.replace(/^3ds/, 'threeDs').replace(/^recurrent\/v1\//, ''));
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Equal refusals share a schema: the most frequent one is `Refusal`, others are named after their first call. */
const refusalNamer = (
  context: Context,
  calls: readonly Endpoint[],
  components: Components,
): ((call: Endpoint) => string) => {
  const renderers = new Set(calls.map(({ renderRefusal }) => renderRefusal));
  const schemas = new Map([...renderers].map((render) => [render, refusalSchema(render, context)]));
  const users = Map.groupBy(calls, ({ renderRefusal }) => JSON.stringify(schemas.get(renderRefusal)));
  const [[usual] = ['']] = [...users].sort(([, some], [, others]) => others.length - some.length);
  return (call) => {
    const schema = schemas.get(call.renderRefusal);
    const key = JSON.stringify(schema);
    const [first = call] = users.get(key) ?? [];
    const name = key === usual ? 'Refusal' : `${capital(operationId(first))}Refusal`;
    components.set(name, schema ?? {});
    return name;
  };
};

interface Sharing {
  readonly components: Components;
  readonly refusal: string;
}

const operationOf = (context: Context, call: Endpoint, { components, refusal }: Sharing): Operation => {
  const isImitated = call.imitated !== 'no';
  const body = requestSchema(call);
  const { unknownOrderHttpStatus } = context.bank;
  const isRefusedOtherwise = unknownOrderHttpStatus !== 200 && isOfMerchant(call);
  return {
    operationId: operationId(call),
    tags: [isImitated ? tagOf(call) : 'not imitated'],
    summary: isImitated ? call.meaning : `Not imitated: always refused. ${call.meaning}`,
    requestBody: {
      required: 'required' in body,
      content: { [call.body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded']: { schema: body } },
    },
    responses: {
      '200': {
        description: isImitated ? 'The answer, or the refusal.' : 'The refusal.',
        content: { 'application/json': { schema: answerSchema(context, call, { components, refusal }) } },
      },
      ...(isRefusedOtherwise && {
        [unknownOrderHttpStatus]: { description: 'No such order.', content: { 'application/json': {} } },
      }),
    },
  };
};

const tagOf = ({ access, meaning }: Endpoint): string =>
  access === 'order' || meaning.startsWith("Card page's own call") ? 'card page' : 'merchant';

/** Login and password are required first, unless the call also takes the public token. */
const requestSchema = ({ access, parameters, body, ...endpoint }: Endpoint): Schema => {
  const kind = body ?? 'form';
  if (access !== 'merchant') return objectSchema(parameters, kind);
  if ('acceptsToken' in endpoint) return objectSchema(parameters, kind);
  const { token: _, ...others } = parameters;
  return objectSchema(others, kind, ['userName', 'password']);
};

const answerSchema = ({ bank }: Context, { shape }: Endpoint, { components, refusal }: Sharing): Schema => {
  if (!shape) return refTo(refusal);
  return { anyOf: [shapeSchema(shape(bank), components), refTo(refusal)] };
};
