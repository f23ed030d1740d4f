import type { JsonDocument } from '../../../../client/index.ts';
import type { Visit } from '../../page.ts';

export const apis = ['merchant', 'control'] as const;
export type Api = (typeof apis)[number];

/** A part of a JSON Schema, as far as the page reads it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly 'x-summary-ru'?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
}

/** A call of a document. */
export interface Call extends Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** A document, read. */
export interface ReadDocument {
  readonly calls: readonly Call[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** The document of an API from the control API; it is asked for once, since it stays the same. */
export const documentOf = async (visit: Visit, api: Api, bank: string): Promise<ReadDocument> => {
  const kept = visit.once('api documents', () => new Map<string, Promise<ReadDocument>>());
  const name = api === 'control' ? api : bank;
  const { reference } = visit.sandbox;
  const asked =
    kept.get(name) ?? (api === 'control' ? reference.controlApi() : reference.merchantApi(bank)).then(readDocument);
  kept.set(name, asked);
  try {
    return await asked;
  } catch (error) {
    kept.delete(name);
    throw error;
  }
};

/** Calls by GET that take a POST as well are one call. */
export const readDocument = (document: JsonDocument): ReadDocument => {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const components = document['components'] as { readonly schemas?: ReadDocument['schemas'] };
  return {
    calls: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { tags }]) => !tags[0]?.endsWith(', by GET'))
        .map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() as Call['method'] })),
    ),
    schemas: components.schemas ?? {},
  };
};
