import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A whole body. */
export const bytesOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Sends a request on, byte by byte, to a whole address. */
export const send = ({ method, rawHeaders }: IncomingMessage, target: string, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = target.startsWith('https:') ? requestHttps : requestHttp;
    const headers = [...withoutHop(rawHeaders), 'Host', new URL(target).host, 'Content-Length', String(body.length)];
    request(target, { method, headers }, resolve).on('error', reject).end(body);
  });

/** Headers of one connection, and those that are written anew. */
const hopHeaders = /^(?:host|connection|keep-alive|transfer-encoding|content-length)$/i;

/** Names and values in turn, as Node has them. */
export const withoutHop = (raw: readonly string[]): string[] =>
  raw.filter((_, index) => !hopHeaders.test(raw[index - (index % 2)] ?? ''));
