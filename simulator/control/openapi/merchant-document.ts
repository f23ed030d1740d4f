import type { Bank } from '../../banks/bank.ts';
import type { Context } from '../../context.ts';
import { addressOf } from '../../data/endpoint-facts.ts';
import { credentialParameters } from '../../data/parameter-table.ts';
import type { Endpoint } from '../../http/call/endpoint.ts';
import { exampleFinder } from './call-examples.ts';
import { operationId, operationsOf } from './call-operations.ts';
import { callbackWebhooks } from './callback-webhooks.ts';
import { type Components, contact, type OpenApiDocument, openApiVersion, type Schema, tagsOf } from './openapi.ts';
import { refusalSchema } from './refusal-schema.ts';

const descriptionFor = ({ unknownOrderHttpStatus: status }: Bank): string =>
  `Every call takes POST and GET; a call with a JSON body also takes a form. A form may also be sent as multipart, and any
field may be in the query; other fields are ignored. A refusal is HTTP 200 with a code${status === 200 ? '' : `, but HTTP ${status} if acknowledgeTransaction.do knows no such order`}. A scenario can make a
call answer with any code. Answers are those of this bank: the query \`bank\` of this address names another one. A
merchant with a certificate signs its calls with the headers X-Hash and X-Signature. A fact that is marked as a guess has
no public source.`.replaceAll('\n', ' ');

/** The OpenAPI document of the merchant API of a bank, from the tables that check its calls. */
export const merchantDocument = (process: Context, bank: Bank, calls: readonly Endpoint[]): OpenApiDocument => {
  const context = { ...process, bank };
  const components: Components = new Map();
  const nameRefusal = refusalNamer(context, components);
  const described = { context, components, nameRefusal, exampleOf: exampleFinder(bank) };
  const paths = Object.fromEntries(
    calls.map((call) => [addressOf(call, bank.basePath), operationsOf(call, described)]),
  );
  const webhooks = callbackWebhooks(bank);
  return {
    openapi: openApiVersion,
    info: {
      title: `Merchant API of ${bank.title}, as tillbox imitates it`,
      version: '1',
      description: descriptionFor(bank),
      contact,
    },
    servers: [],
    tags: tagsOf({ ...paths, ...webhooks }),
    paths,
    webhooks,
    components: {
      schemas: Object.fromEntries([...components].sort(([one], [other]) => one.localeCompare(other, 'en'))),
      responses: { NotServed: notServed },
      securitySchemes: {
        ...Object.fromEntries(
          Object.entries(credentialParameters).map(([name, { meaning }]) => [name, credentialScheme(name, meaning)]),
        ),
        ...(context.bank.takesBasicLogin && { basicLogin: { type: 'http', scheme: 'basic' } }),
      },
    },
  };
};

/** What no gateway takes for a call. */
const notServed = {
  description: 'Too large, not HTTP as it should be, by another method, or from a page of another site.',
  content: { 'text/plain': { schema: { type: 'string' } } },
};

const credentialScheme = (name: string, meaning: string): Schema => ({
  type: 'apiKey',
  in: 'query',
  name,
  description: `${meaning} It may also be a field of the body, which is how most shops send it.`,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Equal refusals share a schema, which is named after their first call. */
const refusalNamer = (context: Context, components: Components): ((call: Endpoint) => string) => {
  const names = new Map<string, string>();
  return (call) => {
    const schema = refusalSchema(call, context);
    const key = JSON.stringify(schema);
    const isFirstUnimitated = call.imitated === 'no' && !components.has('NotImitated');
    const name = names.get(key) ?? (isFirstUnimitated ? 'NotImitated' : `${capital(operationId(call))}Refusal`);
    names.set(key, name);
    components.set(name, schema);
    return name;
  };
};
