import { CannotTry } from '../report/cannot-try.ts';
import { causeOf } from '../report/cause-of.ts';
import type { Fields } from './questions/question.ts';

/** A call to a gateway. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** The whole address, without a query. */
  readonly url: string;
  readonly fields: Fields;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string;
}

/** Makes a call. @throws CannotTry if nothing answers */
export type AskGateway = (call: Call) => Promise<RawAnswer>;

const timeoutMs = 30_000;

/** A machine in front of the gateway says that the gateway is not there, or wants fewer calls. */
const noAnswer: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Asks over HTTP. Redirects are not followed: they could lead to another host. */
export const askOverHttp: AskGateway = async ({ method, url, fields }) => {
  const form = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
  );
  const answer = await fetch(method === 'GET' ? `${url}?${form}` : url, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    ...(method === 'POST' && { body: form }),
  }).catch((error: unknown) => {
    throw new CannotTry(`${new URL(url).origin} cannot be reached: ${reasonOf(error)}`);
  });
  if (noAnswer.has(answer.status)) throw new CannotTry(`${new URL(url).origin} answers HTTP ${answer.status}`);
  const contentType = answer.headers.get('content-type') ?? '';
  return { httpStatus: answer.status, contentType, body: await answer.text() };
};

const reasonOf = (error: unknown): string =>
  (error as Error).name === 'TimeoutError' ? 'no answer within 30 seconds' : causeOf(error);
