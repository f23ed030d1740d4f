import type { ServerResponse } from 'node:http';
import { batchEnds } from './batched-writes.ts';
import type { Reply } from './reply.ts';
import { sendFault } from './send-fault.ts';

/** Writes a reply; resolves when one with a fault is written, or its connection closed. */
export type SendReply = (response: ServerResponse, reply: Reply) => Promise<void> | undefined;

/** The only place that writes answers of calls and pages. */
export const createSender = (): SendReply => {
  const end = batchEnds();
  return (response, reply) => {
    const { status, headers, body, fault } = reply;
    if (fault) return sendFault(response, reply, fault);
    const length = Buffer.byteLength(body);
    response.writeHead(status, { ...headers, 'Content-Length': length });
    // Plain ASCII is the same in both encodings, and Latin-1 is written faster.
    end(response, body, length === body.length ? 'latin1' : 'utf8');
    return undefined;
  };
};
