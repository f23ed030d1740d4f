import type { IncomingMessage } from 'node:http';
import { unescape as unescapeOr } from 'node:querystring';

/** Reads bytes and the escapes of a form in one charset. */
export interface TextReader {
  readonly text: (bytes: Buffer) => string;
  /** The text of a body whose escapes are still to be read. */
  readonly form: (bytes: Buffer) => string;
  readonly unescape: (escaped: string) => string;
}

const bytesIn = (escaped: string): Buffer =>
  Buffer.from(
    escaped.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const utf8Text = (bytes: Buffer): string => withoutMark(bytes.toString());

export const utf8: TextReader = { text: utf8Text, form: utf8Text, unescape: unescapeOr };

/** The charset that the content type declares, as it is spelt there. */
export const charsetOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1];

/** Undefined for a charset that the Encoding Standard does not know. */
export const textReader = (charset: string | undefined): TextReader | undefined => {
  if (charset === undefined || /^utf-?8$/i.test(charset)) return utf8;
  try {
    const decoder = new TextDecoder(charset);
    return {
      text: (bytes) => decoder.decode(bytes),
      // Each byte is a character until the escapes, which are bytes too, are among them.
      form: (bytes) => bytes.toString('latin1'),
      unescape: (escaped) => decoder.decode(bytesIn(escaped)),
    };
  } catch {
    return undefined;
  }
};
