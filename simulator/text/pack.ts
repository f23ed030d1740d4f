import { readJson } from './read-json.ts';

/** A message between gateway, issuer and browser: JSON in base64url. Source: EMV 3-D Secure, creq and cres. */
export const pack = (message: object): string => Buffer.from(JSON.stringify(message)).toString('base64url');

/** Undefined if the text is no such message. */
export const unpack = (packed: string | undefined): Readonly<Record<string, unknown>> | undefined =>
  packed === undefined ? undefined : jsonObjectIn(Buffer.from(packed, 'base64url').toString());

/** The JSON object in a text; undefined if there is none, or it is beyond the limits of any JSON. */
export const jsonObjectIn = (text: unknown): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = readJson(String(text));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
};
