import type { IncomingMessage } from 'node:http';

/** Reads a body of at most so many characters; undefined when it is longer, after all of it has come. */
export const readSmallText = async (request: IncomingMessage, most: number): Promise<string | undefined> => {
  let body = '';
  let length = 0;
  for await (const chunk of request.setEncoding('utf8')) {
    length += chunk.length;
    if (length <= most) body += chunk;
  }
  return length <= most ? body : undefined;
};

/** Reads a form-encoded body of at most 4 kB; undefined when it is longer. */
export const readSmallForm = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  const body = await readSmallText(request, 4096);
  return body === undefined ? undefined : new URLSearchParams(body);
};
