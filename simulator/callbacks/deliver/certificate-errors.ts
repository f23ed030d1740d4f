const stranger = 'comes from an authority that is not trusted';

/** What is wrong with a certificate that an authority would make right, by the code of the error. Source: OpenSSL, X509_STORE_CTX_get_error. */
const curable: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: stranger,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: stranger,
  UNABLE_TO_GET_ISSUER_CERT: stranger,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: stranger,
};

/** What is wrong with one whatever is trusted. */
const incurable: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for other names',
};

/** What is wrong with the certificate of a shop, and what helps; undefined for other errors. `host`: with its port. */
export const certificateReason = (code: string, host: string): string | undefined => {
  const wrong = ownOf(curable, code);
  if (wrong)
    return `the certificate of ${host} ${wrong}; CALLBACK_CA can name a file with certificates to trust (${code})`;
  const always = ownOf(incurable, code);
  return always && `the certificate of ${host} ${always} (${code})`;
};

const ownOf = (rows: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(rows, code) ? rows[code] : undefined;
