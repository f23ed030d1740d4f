import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Json } from '../../helpers/simulator/simulator.ts';

export interface WrittenInteraction {
  readonly description: string;
  readonly states: readonly (readonly [sentence: string, parameters?: Json])[];
  readonly isPending?: true;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string | Json>>;
    readonly contentType?: string;
    /** A text as it is sent, or fields with matchers. */
    readonly body?: string | Json;
    /** The body is written in base64. */
    readonly isBinary?: true;
  };
  readonly response: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, Json>>;
    readonly body: Json;
  };
}

export interface WrittenPact {
  readonly file: string;
  readonly version: 2 | 3 | 4;
  readonly consumer: string;
  readonly interactions: readonly WrittenInteraction[];
}

/** Matchers in the form that the core reads from every language. */
export const like = (value: unknown): Json => ({ 'pact:matcher:type': 'type', value });
export const regex = (pattern: string, value: string): Json => ({
  'pact:matcher:type': 'regex',
  regex: pattern,
  value,
});
export const anyDigits = (value: string): Json => regex('^\\d+$', value);
export const fromState = (name: string, value: string): Json => ({
  'pact:matcher:type': 'type',
  'pact:generator:type': 'ProviderState',
  expression: `\${${name}}`,
  value,
});

/** The part of Pact's core that is needed here; it comes with Pact itself. */
interface Core {
  readonly makeConsumerPact: (consumer: string, provider: string, version: number, logLevel: string) => PactWriter;
}

interface PactWriter {
  readonly newInteraction: (description: string) => InteractionWriter;
  readonly writePactFile: (folder: string, merge: boolean) => void;
}

interface InteractionWriter {
  readonly uponReceiving: (description: string) => unknown;
  readonly given: (state: string) => unknown;
  readonly givenWithParams: (state: string, parameters: string) => unknown;
  readonly setPending: (isPending: boolean) => unknown;
  readonly withRequest: (method: string, path: string) => unknown;
  readonly withQuery: (name: string, index: number, value: string) => unknown;
  readonly withRequestHeader: (name: string, index: number, value: string) => unknown;
  readonly withRequestBody: (body: string, contentType: string) => unknown;
  readonly withRequestBinaryBody: (body: Buffer, contentType: string) => unknown;
  readonly withStatus: (status: number) => unknown;
  readonly withResponseHeader: (name: string, index: number, value: string) => unknown;
  readonly withResponseBody: (body: string, contentType: string) => unknown;
}

const core = createRequire(createRequire(import.meta.url).resolve('@pact-foundation/pact'))(
  '@pact-foundation/pact-core',
) as Core;

/** By the numbers of the core. */
const versions = { 2: 3, 3: 4, 4: 5 } as const;

const providerName = 'tillbox-bereke';

/** Writes a pact with Pact's core; returns the written JSON, without the versions of the core. */
export const writePact = ({ consumer, version, interactions }: WrittenPact, folder: string): Json => {
  const pact = core.makeConsumerPact(consumer, providerName, versions[version], 'error');
  for (const interaction of interactions) addInteraction(pact.newInteraction(interaction.description), interaction);
  pact.writePactFile(folder, false);
  const { metadata, ...written } = JSON.parse(
    readFileSync(path.join(folder, `${consumer}-${providerName}.json`), 'utf8'),
  );
  const { pactSpecification } = metadata;
  return { ...written, metadata: { pactSpecification } };
};

const addInteraction = (
  writer: InteractionWriter,
  { description, states, isPending, request, response }: WrittenInteraction,
): void => {
  writer.uponReceiving(description);
  for (const [sentence, parameters] of states) {
    if (parameters) writer.givenWithParams(sentence, JSON.stringify(parameters));
    else writer.given(sentence);
  }
  if (isPending) writer.setPending(true);
  const { method, path: address, query = {}, contentType = '', body, isBinary } = request;
  writer.withRequest(method, address);
  for (const [name, value] of Object.entries(query)) writer.withQuery(name, 0, textOf(value));
  if (contentType !== '') writer.withRequestHeader('Content-Type', 0, contentType);
  if (isBinary) writer.withRequestBinaryBody(Buffer.from(String(body)), contentType);
  else if (body !== undefined) writer.withRequestBody(textOf(body), contentType);
  writer.withStatus(response.status ?? 200);
  for (const [name, value] of Object.entries(response.headers ?? {})) writer.withResponseHeader(name, 0, textOf(value));
  writer.withResponseBody(JSON.stringify(response.body), 'application/json');
};

const textOf = (value: string | Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
