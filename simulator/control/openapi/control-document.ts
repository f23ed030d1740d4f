import { z } from 'zod';
import type { ControlEndpoint } from '../control-endpoint.ts';
import { problemSchema } from '../problem.ts';
import {
  type Components,
  camelCase,
  contact,
  type OpenApiDocument,
  type Operation,
  openApiVersion,
  refTo,
  tagsOf,
} from './openapi.ts';
import { schemaOf } from './zod-schema.ts';

export interface ControlFacts {
  readonly endpoints: readonly ControlEndpoint[];
  /** The start of every link to this gateway. */
  readonly origin: string;
  readonly hasToken: boolean;
}

/** The OpenAPI document of the control API, from the endpoints that route and check its calls. */
export const controlDocument = ({ endpoints, origin, hasToken }: ControlFacts): OpenApiDocument => {
  const components: Components = new Map();
  components.set('Problem', schemaOf(problemSchema, components));
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] ??= {};
    Object.assign(paths[endpoint.path] ?? {}, { [endpoint.method.toLowerCase()]: operationOf(endpoint, components) });
  }
  return {
    openapi: openApiVersion,
    info: {
      title: 'tillbox control API',
      version: '1',
      description: 'Makes merchants, chooses outcomes of payments, moves clocks, and shows what the gateway did.',
      contact,
    },
    servers: [{ url: `${origin}/sandbox` }],
    tags: tagsOf(paths),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([one], [other]) => one.localeCompare(other, 'en'))),
      responses: { Problem: { description: 'The problem.', content: problemContent } },
      ...(hasToken && { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }),
    },
    ...(hasToken && { security: [{ token: [] }] }),
  };
};

const problemContent = { 'application/problem+json': { schema: refTo('Problem') } };

const operationOf = (endpoint: ControlEndpoint, components: Components): Operation => {
  const { method, path, tag, summary, summaryInRussian, body, isOpen, status = 200 } = endpoint;
  return {
    operationId: camelCase(`${method.toLowerCase()}${path.replace(/[{}]/g, '')}`),
    tags: [tag],
    summary,
    'x-summary-ru': summaryInRussian,
    description: `A mistake is answered with a problem document (RFC 9457).${isOpen ? ' Needs no token.' : ''}`,
    ...(isOpen && { security: [] }),
    parameters: [
      ...fieldsOf(endpoint.pathFields, 'path', components),
      ...fieldsOf(endpoint.query, 'query', components),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: { 'application/json': { schema: schemaOf(body, components) } },
      },
    }),
    responses: {
      ...answerOf(endpoint, status, components),
      '4XX': { $ref: '#/components/responses/Problem' },
    },
  };
};

const answerOf = ({ answer }: ControlEndpoint, status: number, components: Components): object => {
  if (answer === 'nothing') return { '204': { description: 'Done.' } };
  const content =
    'contentType' in answer
      ? { [answer.contentType]: isText(answer.contentType) ? { schema: { type: 'string' } } : {} }
      : { 'application/json': { schema: schemaOf(answer, components) } };
  return { [status]: { description: 'Success.', content } };
};

const isText = (contentType: string): boolean => /^text\/|pem/.test(contentType);

const fieldsOf = (schema: z.ZodType | undefined, where: 'path' | 'query', components: Components): readonly object[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([name, field]) => {
        const { description, ...rest } = schemaOf(field, components);
        return {
          name,
          in: where,
          required: where === 'path' || !field.safeParse(undefined).success,
          ...(description !== undefined && { description }),
          schema: rest,
        };
      })
    : [];
