import { request } from 'node:http';
import { jsonObjectIn } from '../text/pack.ts';

/** The program that listens at a port of this machine, as part of a sentence. */
export const nameOccupant = async (host: string, port: number, patienceMs: number): Promise<string> => {
  const ask = (path: string) => answerOf(host, port, path, AbortSignal.timeout(patienceMs));
  const ready = await ask('/sandbox/ready');
  if (ready === undefined) return 'a program that does not answer';
  const tillbox = tillboxIn(ready);
  if (tillbox !== undefined) return tillbox;
  const start = await ask('/');
  return start?.includes(shopMark) ? 'the demo store of another tillbox' : 'another program';
};

/** On every page of the demo store. */
const shopMark = '<meta name="generator" content="tillbox demo store">';

const tillboxIn = (answer: string): string | undefined => {
  const { status, bank, version, scenarios, type } = jsonObjectIn(answer) ?? {};
  const isProblem = typeof type === 'string' && type.startsWith('urn:tillbox:');
  if (isProblem) return 'another tillbox';
  if (status !== 'ok' || typeof scenarios !== 'number' || !isWord(bank)) return undefined;
  return `another tillbox (BANK=${bank}${isWord(version) ? `, version ${version}` : ''})`;
};

/** Whether it can be shown on a terminal. */
const isWord = (value: unknown): value is string => typeof value === 'string' && /^[\w.+-]{1,40}$/.test(value);

/** Longest answer that is read, in characters. */
const longestAnswer = 20_000;

/** The beginning of an answer; empty if it is none of HTTP; undefined if there is none. */
const answerOf = (host: string, port: number, path: string, signal: AbortSignal): Promise<string | undefined> =>
  new Promise((resolve) => {
    const asking = request({ host: addressToAsk(host), port, path, signal, agent: false }, (response) => {
      let text = '';
      const end = (): void => {
        resolve(text);
        asking.destroy();
      };
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.length >= longestAnswer) end();
      });
      response.on('end', end).on('error', end);
    });
    asking.on('error', ({ name, code }: NodeJS.ErrnoException) => {
      resolve(name === 'AbortError' || code === 'ECONNREFUSED' ? undefined : '');
    });
    asking.end();
  });

const addressToAsk = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);
