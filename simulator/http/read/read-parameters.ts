import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { BodyTooLarge, largestBody, mostParameters, tooManyParameters } from './body-limit.ts';
import { charsetOf, type TextReader, textReader, utf8 } from './decode-body.ts';
import { joinParameters, noParameters, type Parameters } from './parameters.ts';
import { encodingsOf, unknownEncoding, unpackBody } from './unpack-body.ts';

/** Takes a sentence about what could not be read as it was meant. */
export type NoteProblem = (sentence: string) => void;

const noNote: NoteProblem = () => {};

/**
 * Reads parameters from the query and from a body, with any method: a form, or an object of JSON whose fields are the
 * parameters. Anything else is not read. Source: BPC REST documentation, API request signature, which lets every call have
 * its parameters in JSON.
 * @throws BodyTooLarge, UnreadableBody
 */
export const readParameters = async (request: IncomingMessage, note = noNote): Promise<Parameters> => {
  const query = readQuery(request.url ?? '', note);
  if (!hasBody(request)) return withLogin(query);
  const body = await readSentBody(request, note);
  return withLogin(query === noParameters ? body : joinParameters(query, body));
};

const readSentBody = async (request: IncomingMessage, note: NoteProblem): Promise<Parameters> => {
  const type = request.headers['content-type'];
  if (type !== undefined && /^multipart\/form-data/i.test(type)) {
    const [encoding] = encodingsOf(request);
    if (encoding !== undefined) throw unknownEncoding(`${encoding} of a multipart form`);
    const { readMultipart } = await import('./read-multipart.ts');
    return readMultipart(request);
  }
  const bytes = await readBytes(request, largestBody);
  if (bytes.length === 0) return noParameters;
  const reader = readerFor(request, note);
  if (!reader) return noParameters;
  if (type === undefined || /^application\/x-www-form-urlencoded/i.test(type)) {
    const text = reader.form(bytes);
    if (type === undefined && text.startsWith('{'))
      note('the body looks like JSON but has no Content-Type, so it is read as a form');
    return parseForm(text, reader, note);
  }
  if (/^application\/(?:[\w.-]+\+)?json/i.test(type)) {
    const { parametersOf, objectIn } = await import('./json-parameters.ts');
    const object = objectIn(reader.text(bytes));
    if (object) return parametersOf(object);
    note('the body is no JSON object, as its type says, and is not read');
    return noParameters;
  }
  note(`a body of type ${type.slice(0, 80)} is not read`);
  return noParameters;
};

/** The reader of the declared charset; undefined, with a note, if nobody knows it. */
export const readerFor = (request: IncomingMessage, note: NoteProblem): TextReader | undefined => {
  const charset = charsetOf(request);
  const reader = textReader(charset);
  if (!reader) note(`the charset ${charset?.slice(0, 40)} is unknown, so the body is not read`);
  return reader;
};

/** Samples of the BPC REST documentation spell the login in small letters. */
const withLogin = (parameters: Parameters): Parameters =>
  parameters['username'] === undefined || parameters['userName'] !== undefined
    ? parameters
    : Object.assign(Object.create(null), parameters, { userName: parameters['username'] });

/** @throws BodyTooLarge if there are more parameters. */
export const parseForm = (text: string, reader: TextReader = utf8, note: NoteProblem = noNote): Parameters => {
  // A shorter text has not as many.
  if (text.length > mostParameters * 2 && pairsIn(text) > mostParameters) throw tooManyParameters();
  const parameters = parse(text, '&', '=', { maxKeys: 0, decodeURIComponent: reader.unescape }) as Parameters;
  if (reader === utf8) noteLost(parameters, text, note);
  return parameters;
};

/** Bytes that are a part of a letter, escaped or not: a form without any loses none. */
const beyondAscii = /[^\0-\x7f]|%[89a-f]/i;

/** What stands where bytes were no UTF-8. */
const lost = '\uFFFD';

/** Names the parameters of which bytes were lost, unless the sender wrote such a mark itself. */
const noteLost = (parameters: Parameters, text: string, note: NoteProblem): void => {
  if (note === noNote || !beyondAscii.test(text) || /%EF%BF%BD/i.test(text)) return;
  for (const name in parameters) {
    if (!String(parameters[name]).includes(lost)) continue;
    note(`bytes of [${name.slice(0, 40)}] are not UTF-8 and are lost: a charset in the Content-Type would keep them`);
  }
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

export const readQuery = (url: string, note: NoteProblem = noNote): Parameters => {
  const start = url.indexOf('?');
  return start < 0 || start === url.length - 1 ? noParameters : parseForm(url.slice(start + 1), utf8, note);
};

/** The body as text in the charset that it declares, else in UTF-8. @throws BodyTooLarge, UnreadableBody */
export const readBody = async (request: IncomingMessage, mostBytes = largestBody): Promise<string> =>
  (textReader(charsetOf(request)) ?? utf8).text(await readBytes(request, mostBytes));

/** The bytes of the body, unpacked. @throws BodyTooLarge if there are more, UnreadableBody */
export const readBytes = (request: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  const encodings = encodingsOf(request);
  const received = receivedBytes(request, mostBytes);
  return encodings.length === 0 ? received : unpacked(request, received, encodings, mostBytes);
};

const unpacked = async (
  request: ReadRequest,
  received: Promise<Buffer>,
  encodings: readonly string[],
  mostBytes: number,
): Promise<Buffer> => {
  const bytes = await unpackBody(await received, encodings, mostBytes);
  request[bodyOf] = bytes;
  return bytes;
};

/** Where a request keeps its body as long as it is answered. */
const bodyOf = Symbol('body');

interface ReadRequest extends IncomingMessage {
  [bodyOf]?: Buffer;
}

/** The bytes of a body that was read; undefined if there was none, or if it was read in parts. */
export const sentBody = (request: IncomingMessage): Buffer | undefined => (request as ReadRequest)[bodyOf];

const receivedBytes = (request: ReadRequest, mostBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > mostBytes) return reject(new BodyTooLarge());
      const bytes = (chunks.length === 1 ? chunks[0] : undefined) ?? Buffer.concat(chunks);
      request[bodyOf] = bytes;
      resolve(bytes);
    });
    request.on('error', reject);
  });
