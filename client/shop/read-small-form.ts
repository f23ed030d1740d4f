import type { IncomingMessage } from 'node:http';

/** Reads a body of at most so many characters; undefined when it is longer. */
export const readSmallText = async (request: IncomingMessage, most: number): Promise<string | undefined> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > most) return undefined;
  }
  return body;
};

/** Reads a form-encoded body of at most 4 kB; undefined when it is longer. */
export const readSmallForm = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  const body = await readSmallText(request, 4096);
  return body === undefined ? undefined : new URLSearchParams(body);
};
