import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { BodyTooLarge, largestBody, mostParameters, tooManyParameters } from './body-limit.ts';
import { joinParameters, noParameters, type Parameters } from './parameters.ts';

/** Reads parameters from the query and from a form body, with any method. The classic calls read no JSON body. */
export const readParameters = async (request: IncomingMessage): Promise<Parameters> => {
  const query = readQuery(request.url ?? '');
  const type = request.headers['content-type'];
  if (!hasBody(request)) return query;
  if (type !== undefined && /^multipart\/form-data/i.test(type)) {
    const { readMultipart } = await import('./read-multipart.ts');
    return joinParameters(query, await readMultipart(request));
  }
  const body = await readBody(request);
  if (body === '' || (type !== undefined && !/^application\/x-www-form-urlencoded/i.test(type))) return query;
  return query === noParameters ? parseForm(body) : joinParameters(query, parseForm(body));
};

/** @throws BodyTooLarge if there are more parameters. */
const parseForm = (text: string): Parameters => {
  // A shorter text has not as many.
  if (text.length > mostParameters * 2 && pairsIn(text) > mostParameters) throw tooManyParameters();
  return parse(text, '&', '=', { maxKeys: 0 }) as Parameters;
};

/** The number of pairs between ampersands; nothing between two of them is none. */
const pairsIn = (text: string): number => {
  let pairs = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('&', from);
    const to = end < 0 ? text.length : end;
    if (to > from) pairs++;
    from = to + 1;
  }
  return pairs;
};

/** Whether a request has a body, by its headers. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

export const readQuery = (url: string): Parameters => {
  const start = url.indexOf('?');
  return start < 0 || start === url.length - 1 ? noParameters : parseForm(url.slice(start + 1));
};

/** The body as text. @throws BodyTooLarge if it has more bytes. */
export const readBody = (request: IncomingMessage, mostBytes = largestBody): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > mostBytes) reject(new BodyTooLarge());
      else resolve((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString() ?? '');
    });
    request.on('error', reject);
  });
