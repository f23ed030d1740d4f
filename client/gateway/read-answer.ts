import { GatewayAnswerUnreadable, GatewayRefused } from './gateway-errors.ts';

/** An answer of the gateway as it came, before its fields are known. */
export type RawAnswer = Readonly<Record<string, unknown>>;

type Hide = (text: string) => string;

/** Reads the body of an HTTP 200 as a JSON object. Gateways also send it as `text/plain`. */
export const parseAnswer = (endpoint: string, text: string, hide: Hide): RawAnswer => {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') throw new GatewayAnswerUnreadable(endpoint, 'the gateway answered HTTP 200 with an empty body');
  const answer = parseJson(body);
  if (isObject(answer) && !Array.isArray(answer)) return answer;
  throw new GatewayAnswerUnreadable(endpoint, `the answer is not a JSON object: ${hide(body).slice(0, 120)}`);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Throws if the gateway refused. `success` decides if it is present, else `errorCode`, which banks leave out or
 * send as "0" or 0 when all is well; calls about tasks and templates say `FAIL`. Source: BPC REST documentation, errors and answers of public clients.
 */
export const throwIfRefused = (endpoint: string, answer: RawAnswer, hide: Hide): void => {
  const nested = objectOf(answer['error']);
  const code = textOf(answer['errorCode'] ?? answer['ErrorCode'] ?? nested['code']);
  const codeIsFine = Number(code) === 0 && answer['error'] !== true && answer['status'] !== 'FAIL';
  if (typeof answer['success'] === 'boolean' ? answer['success'] : codeIsFine) return;
  const message = answer['errorMessage'] ?? answer['ErrorMessage'] ?? nested['description'] ?? nested['message'];
  throw new GatewayRefused(endpoint, code || 'unknown', hide(textOf(message)));
};

/** The value as an object; an empty one for any other value. */
export const objectOf = (value: unknown): RawAnswer => (isObject(value) ? value : {});

/** The gateway's id of the order; undefined without one. */
export const orderIdIn = ({ orderId }: RawAnswer): string | undefined =>
  typeof orderId === 'string' && orderId !== '' ? orderId : undefined;

export const isObject = (value: unknown): value is RawAnswer => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Turns numeric text into numbers in the named fields, because installs differ; all else stays as it came. */
export const withNumbers = (answer: RawAnswer, names: readonly string[]): RawAnswer => {
  const numbers = names.flatMap((name) => {
    const value = answer[name];
    return typeof value === 'string' && /^-?\d+$/.test(value) ? [[name, Number(value)] as const] : [];
  });
  return { ...answer, ...Object.fromEntries(numbers) };
};
