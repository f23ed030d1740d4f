/** A message between gateway, issuer and browser: JSON in base64url. Source: EMV 3-D Secure, creq and cres. */
export const pack = (message: object): string => Buffer.from(JSON.stringify(message)).toString('base64url');

/** Reads such a message; undefined if the text is not one. */
export const unpack = (packed: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (packed === undefined) return undefined;
  try {
    const message: unknown = JSON.parse(Buffer.from(packed, 'base64url').toString());
    return typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};
