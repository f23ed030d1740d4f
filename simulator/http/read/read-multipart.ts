import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { BodyTooLarge, largestBody, mostParameters, tooManyParameters } from './body-limit.ts';
import type { Parameters } from './parameters.ts';

interface MultipartOptions {
  /** Of the whole body. */
  readonly mostBytes?: number;
  /** Whether a file is a field with its text; otherwise files are dropped. */
  readonly keepsFiles?: boolean;
}

/** Reads the fields of a multipart form. A broken form gives the fields before the break. @throws BodyTooLarge */
export const readMultipart = (
  request: IncomingMessage,
  { mostBytes = largestBody, keepsFiles = false }: MultipartOptions = {},
): Promise<Parameters> =>
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
    const parser = startParser(request, mostBytes);
    if (!parser) return finish();

    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) refuse(new BodyTooLarge());
    });
    const keep = (name: string, value: string): void => {
      const before = fields[name];
      if (Array.isArray(before)) before.push(value);
      else fields[name] = before === undefined ? value : [before, value];
    };
    parser.on('field', keep);
    parser.on('file', (name, file) => {
      if (!keepsFiles) {
        file.resume();
        return;
      }
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('end', () => keep(name, Buffer.concat(chunks).toString()));
    });
    parser.on('partsLimit', () => refuse(tooManyParameters()));
    request.on('error', reject);
    parser.on('error', finish);
    parser.on('close', finish);
    request.pipe(parser);
  });

/** Undefined if the content type names no boundary. */
const startParser = (request: IncomingMessage, mostBytes: number): busboy.Busboy | undefined => {
  try {
    return busboy({ headers: request.headers, limits: { fieldSize: mostBytes, parts: mostParameters + 1 } });
  } catch {
    return undefined;
  }
};
