/** A JSON Schema, draft 2020-12, as OpenAPI 3.1 has them. */
export type Schema = Readonly<Record<string, unknown>>;

/** Schemas that several places share, by name. */
export type Components = Map<string, Schema>;

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  /** The summary in Russian. */
  readonly 'x-summary-ru'?: string;
  readonly description: string;
  readonly [field: string]: unknown;
}

/** Path to method to operation. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** The newest version that the validators of PactFlow, Specmatic and Spectral read. */
export const openApiVersion = '3.1.0';

/** An OpenAPI document. Source: OpenAPI Specification 3.1.0. */
export interface OpenApiDocument {
  readonly openapi: typeof openApiVersion;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly contact: { readonly name: string };
  };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Paths;
  readonly webhooks?: Paths;
  readonly components: Readonly<Record<string, unknown>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

/** Whom to ask about the documents. */
export const contact = { name: 'tillbox' } as const;

/** A reference to a shared schema. */
export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** `clock/set` and `clock-set` as `clockSet`. */
export const camelCase = (text: string): string =>
  text.replace(/[^A-Za-z0-9]+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '');

export const tagsOf = (paths: Paths): readonly { readonly name: string }[] =>
  [...new Set(Object.values(paths).flatMap((methods) => Object.values(methods).flatMap(({ tags }) => tags)))].map(
    (name) => ({ name }),
  );
