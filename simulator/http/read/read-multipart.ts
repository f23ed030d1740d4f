import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { BodyTooLarge, largestBody, mostParameters, tooManyParameters } from './body-limit.ts';
import type { Parameters } from './parameters.ts';

/** Reads the fields of a multipart form; files are dropped. A broken form gives the fields before the break. */
export const readMultipart = (request: IncomingMessage): Promise<Parameters> =>
  new Promise((resolve, reject) => {
    const fields: Record<string, string | string[]> = Object.create(null);
    const stop = (): void => {
      request.unpipe();
      request.resume();
    };
    const finish = (): void => {
      stop();
      resolve(fields);
    };
    const refuse = (error: BodyTooLarge): void => {
      stop();
      reject(error);
    };
    const parser = startParser(request);
    if (!parser) return finish();

    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestBody) refuse(new BodyTooLarge());
    });
    parser.on('field', (name, value) => {
      const before = fields[name];
      if (Array.isArray(before)) before.push(value);
      else fields[name] = before === undefined ? value : [before, value];
    });
    parser.on('file', (_name, file) => file.resume());
    parser.on('partsLimit', () => refuse(tooManyParameters()));
    request.on('error', reject);
    parser.on('error', finish);
    parser.on('close', finish);
    request.pipe(parser);
  });

/** Undefined if the content type names no boundary. */
const startParser = (request: IncomingMessage): busboy.Busboy | undefined => {
  try {
    return busboy({ headers: request.headers, limits: { fieldSize: largestBody, parts: mostParameters + 1 } });
  } catch {
    return undefined;
  }
};
