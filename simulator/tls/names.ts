import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Bank } from '../banks/bank.ts';

/** The settings that name the gateway. */
export interface NameSettings {
  readonly publicUrl: string;
  readonly hosts: readonly string[];
  readonly tlsNames: readonly string[];
  readonly bank: Pick<Bank, 'hosts'>;
}

/**
 * Every name of the gateway's certificate: this machine, those of the settings, and the hosts of the real gateway, which
 * shops have built in.
 */
export const certificateNames = ({ publicUrl, hosts, tlsNames, bank }: NameSettings): readonly string[] => {
  const publicHost = URL.canParse(publicUrl) ? [new URL(publicUrl).hostname] : [];
  const all = ['localhost', '127.0.0.1', '::1', ...publicHost, ...hosts, ...tlsNames, ...bankNames(bank)];
  return [...new Set(all.map(plainName))];
};

/** The hosts of a bank without their ports. */
export const bankNames = ({ hosts: { test, production } }: Pick<Bank, 'hosts'>): readonly string[] =>
  [test, production].flatMap((host) => (host === undefined ? [] : plainName(host.replace(/:\d+$/, ''))));

/** In lower case, without the brackets of an IPv6 address and the dot at the end. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

export const isAddress = (name: string): boolean => isIP(name) !== 0;

/** Whether a certificate is for this name or address. */
export const isFor = (certificate: X509Certificate, name: string): boolean =>
  (isAddress(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
