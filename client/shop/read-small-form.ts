import type { IncomingMessage } from 'node:http';

/** Reads a form-encoded body of at most 4 kB; undefined when it is longer. */
export const readSmallForm = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > 4096) return undefined;
  }
  return new URLSearchParams(body);
};
