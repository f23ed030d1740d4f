import type { ServerResponse } from 'node:http';
import { type Reply, safeHeaders } from './reply.ts';
import { sendBytes, sendFault } from './send-fault.ts';

/** Writes a reply; resolves when one with a fault is written, or its connection closed. */
export type SendReply = (response: ServerResponse, reply: Reply) => Promise<void> | undefined;

/** The only place that writes answers of calls and pages. */
export const createSender = (): SendReply => {
  const end = batchEnds();
  return (response, reply) => {
    const { status, headers, body, fault } = reply;
    if (fault) return sendFault(response, { ...reply, headers: { ...headers, ...safeHeaders } }, fault);
    if (reply.bytes) return sendBytes(response, { ...reply, headers: { ...headers, ...safeHeaders } }, reply.bytes);
    const length = Buffer.byteLength(body);
    response.writeHead(status, { ...headers, ...safeHeaders, 'Content-Length': length });
    // Plain ASCII is the same in both encodings, and Latin-1 is written faster.
    end(response, body, length === body.length ? 'latin1' : 'utf8');
    return undefined;
  };
};

/**
 * Ends all responses of one round of the event loop together, after all requests that have arrived were read. Otherwise
 * each response would wake up the client, which costs more than the gateway's own work.
 */
const batchEnds = () => {
  let ready: [response: ServerResponse, text: string, encoding: BufferEncoding][] = [];
  const endAll = (): void => {
    const all = ready;
    ready = [];
    for (const [response, text, encoding] of all) response.end(text, encoding);
  };
  return (response: ServerResponse, text: string, encoding: BufferEncoding): void => {
    if (ready.length === 0) setImmediate(endAll);
    ready.push([response, text, encoding]);
  };
};
