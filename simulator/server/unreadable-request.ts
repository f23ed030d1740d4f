/** What the parser says of a request that it gave up. */
export interface ParserError extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
}

/** The first byte of a TLS handshake. */
const handshake = 0x16;

const encodeIt = "send the shop's values percent-encoded, or in the body of a POST";

/** By the parser's code; any other stands as it is. */
const reasons: Readonly<Record<string, string>> = {
  HPE_INVALID_URL: `the address has a letter that is not percent-encoded: ${encodeIt}`,
  HPE_INVALID_CONSTANT: `the address has a space that is not percent-encoded: ${encodeIt}`,
  HPE_HEADER_OVERFLOW: 'its address and headers are over 16 KiB: send the values in the body of a POST',
};

/** Why a request cannot be read, without anything of it: its query may have a password. Undefined if the client just went away. */
export const whyUnreadable = ({ code = '', rawPacket }: ParserError): string | undefined => {
  if (rawPacket?.[0] === handshake)
    return 'a request cannot be read: HTTPS came to a port of HTTP (TLS=on opens one of HTTPS)';
  if (!code.startsWith('HPE_') || code === 'HPE_INVALID_EOF_STATE') return undefined;
  return `a request cannot be read: ${reasons[code] ?? code}`;
};
