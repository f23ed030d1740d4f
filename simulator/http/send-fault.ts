import type { ServerResponse } from 'node:http';
import { type Delivery, deliveryOf, type Fault } from '../domain/faults/fault.ts';
import { machineSleep } from '../runtime/machine-time.ts';
import type { Reply } from './reply.ts';

/** Writes a reply as its fault has it; resolves when the last byte is written, or the connection closed. */
export const sendFault = async (response: ServerResponse, reply: Reply, fault: Fault): Promise<void> => {
  const headers = Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const delivery = deliveryOf({ ...reply, headers }, fault);
  await senders[delivery.arrives](response, delivery, Buffer.from(delivery.body));
};

/** Writes a reply of a broken gateway, or the part of it that arrives before the connection is reset. */
export const sendBytes = (response: ServerResponse, { status, headers, reset }: Reply, bytes: Buffer): undefined => {
  const end = (): void => {
    // Only a plain connection can be reset; one with TLS is closed.
    if (!response.socket || 'encrypted' in response.socket) response.destroy();
    else response.socket.resetAndDestroy();
  };
  if (reset === 'at once') return void end();
  response.writeHead(status, { 'Content-Length': bytes.length, ...headers });
  if (reset === undefined) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length >> 1), end);
};

type Send = (response: ServerResponse, delivery: Delivery, body: Buffer) => Promise<void> | void;

const writeHead = (response: ServerResponse, { status, headers }: Delivery, { length }: Buffer): void => {
  response.writeHead(status, { ...headers, 'content-length': length });
};

/** The number of pieces of a slow body. */
const mostPieces = 8;

const senders: Readonly<Record<Delivery['arrives'], Send>> = {
  nothing: (response) => void response.destroy(),
  half: (response, delivery, body) => {
    writeHead(response, delivery, body);
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  },
  whole: async (response, delivery, body) => {
    writeHead(response, delivery, body);
    if (delivery.overMs === 0) return void response.end(body);
    await writeSlowly(response, body, delivery.overMs);
    response.end();
  },
};

const writeSlowly = async (response: ServerResponse, body: Buffer, overMs: number): Promise<void> => {
  // A head without a body is the whole answer already.
  if (body.length === 0) return machineSleep(overMs);
  response.flushHeaders();
  const size = Math.ceil(body.length / mostPieces);
  const eachMs = overMs / Math.ceil(body.length / size);
  for (let from = 0; from < body.length && !response.destroyed; from += size) {
    await machineSleep(eachMs);
    response.write(body.subarray(from, from + size));
  }
};
