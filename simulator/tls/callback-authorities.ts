import { X509Certificate } from 'node:crypto';
import { ConfigError } from '../options/config-error.ts';
import { textOf } from './own-certificate.ts';

/** The certificates of CALLBACK_CA, as PEM; undefined if it names no file. @throws ConfigError if the file has none. */
export const readCallbackAuthorities = (file: string): string | undefined => {
  if (file === '') return undefined;
  const text = textOf('CALLBACK_CA', file);
  const all = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const pem of all) new X509Certificate(pem);
  } catch {
    all.length = 0;
  }
  if (all.length === 0) throw new ConfigError(`CALLBACK_CA=${file}: expected certificates as PEM`);
  return all.join('\n');
};
