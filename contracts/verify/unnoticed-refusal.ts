import type { InteractionJson } from './interaction.ts';

/**
 * Why an interaction that holds may say nothing: the gateway refuses by HTTP 200 and a code in the body, so that one which
 * expects HTTP 200 alone, or any text as the code, holds for a refusal, too. Undefined if the pact has this code.
 */
export const unnoticedRefusal = ({ response }: InteractionJson, body: string): string | undefined => {
  const { errorCode, errorMessage } = objectIn(body);
  if (errorCode === undefined || errorCode === null || String(errorCode) === '0') return undefined;
  if (expectedCodes(response).includes(String(errorCode))) return undefined;
  const words = typeof errorMessage === 'string' ? ` (${errorMessage})` : '';
  return `the gateway refused the call with errorCode ${errorCode}${words}, and the pact does not expect this code`;
};

const objectIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
};

/** A body may be an object, a text with JSON in it, or version 4's wrapping of either. */
const expectedCodes = (response: unknown): readonly string[] =>
  [
    ...JSON.stringify(response ?? {})
      .replaceAll('\\', '')
      .matchAll(/"errorCode"\s*:\s*"?(-?\w+)/g),
  ].flatMap(([, code]) => code ?? []);
