import { startSimulator } from '../../../../simulator/simulator.ts';

interface Field {
  readonly description?: string;
}

interface BodySchema {
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: BodySchema }>> };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A call as the OpenAPI document describes it. */
export interface ApiCall {
  readonly id: string;
  readonly method: string;
  /** Begins with `{{baseUrl}}`; `{login}` stands for a part of the path. */
  readonly url: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly isControl: boolean;
  /** The fields of its body, each with its meaning; undefined for a call without one. */
  readonly body?: {
    readonly kind: 'form' | 'json';
    readonly meanings: Readonly<Record<string, string>>;
    readonly required: readonly string[];
  };
}

/** All calls of the merchant API and of the control API, by the documents of a gateway with the usual settings. */
export const readApiCalls = async (): Promise<readonly ApiCall[]> => {
  const simulator = await startSimulator({ logLevel: 'error' });
  try {
    const read = async (name: string) => (await fetch(`${simulator.controlUrl}/openapi/${name}.json`)).json();
    const [merchant, control] = (await Promise.all([read('merchant'), read('control')])) as [OpenApi, OpenApi];
    return [...callsOf(merchant, ''), ...callsOf(control, '/sandbox')];
  } finally {
    await simulator.stop();
  }
};

const callsOf = ({ paths }: OpenApi, base: string): readonly ApiCall[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      url: `{{baseUrl}}${base}${path}`,
      summary: operation.summary,
      tags: operation.tags,
      isControl: base !== '',
      ...bodyOf(operation),
    })),
  );

const bodyOf = ({ requestBody }: Operation): Pick<ApiCall, 'body'> => {
  const [[contentType, { schema }] = ['', { schema: {} as BodySchema }]] = Object.entries(requestBody?.content ?? {});
  if (contentType === '') return {};
  const { properties = {}, required = [] } = schema;
  const meanings = Object.fromEntries(
    Object.entries(properties).map(([name, { description = '' }]) => [name, description]),
  );
  return { body: { kind: contentType === 'application/json' ? 'json' : 'form', meanings, required } };
};
