import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Fault } from '../domain/fault.ts';
import { sleepMachineTime } from '../runtime/clock.ts';
import type { Reply } from './reply.ts';

/** How many pieces a body comes in that drips. */
const drops = 8;

/** Writes an answer as the fault has it; resolves when the last byte is written, or the connection closed. */
export const sendFaulty = async (response: ServerResponse, reply: Reply, fault: Fault): Promise<void> => {
  const kind = fault.answer?.kind;
  if (kind === 'drop-before' || kind === 'drop-after') {
    response.destroy();
    return;
  }
  const { status, headers, body } = spoil({ ...reply, headers: lowerCase(reply.headers) }, fault);
  const bytes = Buffer.from(body);
  const type = fault.contentType === undefined ? {} : { 'content-type': fault.contentType };
  response.writeHead(status, { ...headers, ...type, 'content-length': bytes.length });
  if (kind === 'truncated') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    return;
  }
  if (fault.dripMs === undefined) {
    response.end(bytes);
    return;
  }
  response.flushHeaders();
  const size = Math.max(1, Math.ceil(bytes.length / drops));
  for (let from = 0; from < bytes.length && !response.destroyed; from += size) {
    await sleepMachineTime(fault.dripMs / drops);
    response.write(bytes.subarray(from, from + size));
  }
  response.end();
};

const lowerCase = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const spoil = (reply: Reply, { answer }: Fault): Reply => {
  if (answer?.kind === 'http-status') return proxyPage(answer.status);
  if (answer?.kind === 'empty') return { ...reply, status: 200, body: '' };
  return answer?.kind === 'malformed' ? garbled(reply) : reply;
};

/** A redirect does not say where to; of all else the text cannot be read. */
const garbled = ({ status, headers: { location: _, ...headers }, body }: Reply): Reply => ({
  status,
  headers,
  body: unreadable(body),
});

/** JSON that is none; markup that comes as text. */
const unreadable = (text: string): string =>
  /^[{[]/.test(text) ? text.replace(':', '=') : text.replaceAll('<', '&lt;');

const reasons: Readonly<Record<number, string>> = {
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What a proxy before a gateway says by itself: a small page, not JSON. */
const proxyPage = (status: number): Reply => {
  const title = `${status} ${reasons[status] ?? 'Error'}`;
  return {
    status,
    headers: { 'content-type': 'text/html', ...((status === 429 || status === 503) && { 'retry-after': '1' }) },
    body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
};
