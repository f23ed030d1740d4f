import { X509Certificate } from 'node:crypto';
import type { Log } from '../runtime/log.ts';
import { machine } from '../runtime/machine-time.ts';
import { certificateNames, isFor, type NameSettings } from './names.ts';
import { ownCertificate } from './own-certificate.ts';
import type { TlsFiles } from './tls-conflict.ts';

/** The settings that choose the certificate. */
export interface CertificateSettings extends NameSettings, TlsFiles {
  readonly tlsFolder: string;
}

/** The certificate with which the gateway proves its names. */
export interface GatewayCertificate {
  /** As PEM. */
  readonly cert: string;
  readonly key: string;
  /** The file with the certificate of the authority, which clients have to trust; undefined for a certificate of one's own. */
  readonly authorityFile?: string;
  /** Whether it is for this name or address. */
  readonly isFor: (name: string) => boolean;
}

/**
 * The certificate that the settings ask for; undefined: no HTTPS. Clients judge it by the time of the machine, not by the
 * clock of the simulator. @throws ConfigError that names the setting that cannot be used.
 */
export const gatewayCertificate = async (
  settings: CertificateSettings,
  log: Log,
): Promise<GatewayCertificate | undefined> => {
  const { tls, tlsFolder, tlsCert, tlsKey } = settings;
  if (!tls) return undefined;
  if (tlsCert !== '') return judged(ownCertificate(tlsCert, tlsKey));
  const { certificateIn } = await import('./certificate-folder.ts');
  const { isNewAuthority, ...kept } = certificateIn(tlsFolder, certificateNames(settings), machine.now());
  if (isNewAuthority)
    log.warn({ file: kept.authorityFile }, 'the certificate authority is new: clients have to trust it');
  return judged(kept);
};

const judged = <Kept extends { readonly cert: string }>(kept: Kept) => {
  const certificate = new X509Certificate(kept.cert);
  return { ...kept, isFor: (name: string) => isFor(certificate, name) };
};
