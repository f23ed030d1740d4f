import { STATUS_CODES } from 'node:http';
import type { EntryView } from './journal.ts';

/** What the archive has of a request. */
type HarEntry = Pick<
  EntryView,
  'number' | 'at' | 'tookMs' | 'method' | 'path' | 'parameters' | 'httpStatus' | 'contentType' | 'answer'
>;

/** The journal as an HTTP Archive. Source: HAR 1.2 specification. */
export const writeHar = (entries: readonly HarEntry[], origin: string): object => ({
  log: {
    version: '1.2',
    creator: { name: 'tillbox', version: '1' },
    entries: entries.map((entry) => writeEntry(entry, origin)),
    comment:
      'Card numbers, security codes and passwords are masked. The journal keeps parameters, not bytes: those of a GET are in the query, all others in a form, in whichever way they were sent.',
  },
});

/** A size that is unknown. */
const unknown = -1;

const writeEntry = (entry: HarEntry, origin: string): object => {
  const tookMs = Math.max(entry.tookMs, 0);
  return {
    startedDateTime: entry.at,
    time: tookMs,
    request: writeRequest(entry, origin),
    response: writeResponse(entry),
    cache: {},
    timings: { send: 0, wait: tookMs, receive: 0 },
    comment: `number ${entry.number} of the journal`,
  };
};

const writeRequest = ({ method, path, parameters }: HarEntry, origin: string): object => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) for (const one of [value].flat()) form.append(name, one);
  const text = form.toString();
  const inQuery = method === 'GET' || method === 'HEAD';
  return {
    method,
    url: `${origin}${path}${inQuery && text !== '' ? `?${text}` : ''}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [],
    queryString: inQuery ? [...form].map(([name, value]) => ({ name, value })) : [],
    ...(!inQuery && text !== '' && { postData: { mimeType: 'application/x-www-form-urlencoded', text } }),
    headersSize: unknown,
    bodySize: unknown,
  };
};

const writeResponse = ({ httpStatus, contentType, answer }: HarEntry): object => {
  const [, redirectUrl] = /^Location: (.*)$/.exec(answer) ?? [];
  const text = redirectUrl === undefined ? answer : '';
  return {
    status: httpStatus,
    statusText: STATUS_CODES[httpStatus] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: contentType === '' ? [] : [{ name: 'Content-Type', value: contentType }],
    content: { size: Buffer.byteLength(text), mimeType: contentType || 'application/octet-stream', text },
    redirectURL: redirectUrl ?? '',
    headersSize: unknown,
    bodySize: unknown,
  };
};
