import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ConfigError } from '../options/config-error.ts';
import { shownKeyFile } from './tls-conflict.ts';

/** The certificate and the key of two files, as PEM. @throws ConfigError that names the setting of a file that cannot be used. */
export const ownCertificate = (certFile: string, keyFile: string): { readonly cert: string; readonly key: string } => {
  const cert = textOf('TLS_CERT', certFile);
  const key = textOf('TLS_KEY', keyFile);
  const certificate = made(() => new X509Certificate(cert), `TLS_CERT=${certFile}: expected a certificate as PEM`);
  const privateKey = made(
    () => createPrivateKey(key),
    `TLS_KEY=${shownKeyFile(keyFile)}: expected a private key as PEM, without a password`,
  );
  if (!certificate.checkPrivateKey(privateKey))
    throw new ConfigError(`TLS_KEY=${shownKeyFile(keyFile)}: expected the key of the certificate in TLS_CERT`);
  made(() => createSecureContext({ cert, key }), `TLS_CERT=${certFile}: expected a certificate that OpenSSL accepts`);
  return { cert, key };
};

/** The text of the file that a setting names. @throws ConfigError if it cannot be read. */
export const textOf = (variable: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `${variable}=${shownKeyFile(file)}: expected a file that can be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
};

const made = <Thing>(make: () => Thing, complaint: string): Thing => {
  try {
    return make();
  } catch (error) {
    throw new ConfigError(`${complaint} (${error instanceof Error ? error.message : error})`);
  }
};
