import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ConfigError } from '../options/config-error.ts';
import { makeAuthority, makeServerCertificate, newKey, permittedBy } from './make-certificates.ts';
import { isFor } from './names.ts';
import { permits, permittedFor } from './permitted.ts';
import { replaceFile, requirePrivate, textIn, textMadeOnce } from './private-files.ts';

/** A certificate with its key, and the authority that has signed it. */
export interface KeptCertificate {
  /** As PEM. */
  readonly cert: string;
  readonly key: string;
  /** The file of the authority's certificate. */
  readonly authorityFile: string;
  /** Whether whoever trusts the authority has to do so again, or for the first time. */
  readonly isNewAuthority: boolean;
}

const dayMs = 86_400_000;

/** How long an authority holds, in milliseconds. */
const authorityMs = 3_650 * dayMs;

/** The longest time for which browsers accept a certificate, in milliseconds. Source: CA/Browser Forum, Baseline Requirements, 6.3.2. */
const serverMs = 397 * dayMs;

/** A certificate with less time left is renewed, because a process may run for long. */
const renewMs = 120 * dayMs;

/** The clock of a client may be late by so much. */
const earlyMs = dayMs;

/**
 * The certificate of a folder for these names. What is missing or no longer fits is made. Processes with one folder may
 * start together. @throws ConfigError if the folder cannot be used, or if others can read a private key in it.
 */
export const certificateIn = (folder: string, names: readonly string[], nowMs: number): KeptCertificate => {
  const setting = `TLS_FOLDER=${folder}`;
  const place = placeOf(folder);
  try {
    // Open to readers: other users, and a shop in another container, trust the certificate of the authority.
    mkdirSync(place, { recursive: true, mode: 0o755 });
    const wanted = { key: authorityKeyIn(place, setting), names, nowMs };
    const authority = authorityIn(place, wanted);
    return { ...serverIn(place, setting, wanted), ...authority };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${setting}: expected a folder for certificates and keys (${code ?? message})`);
  }
};

const placeOf = (folder: string): string => path.resolve(folder.replace(/^~(?=$|[\\/])/, () => homedir()));

/** The key decides which authority it is: of several processes that start together one makes it. */
const authorityKeyIn = (place: string, setting: string): KeyObject => {
  const file = path.join(place, 'authority-key.pem');
  const key = createPrivateKey(textMadeOnce(file, () => pemOf(newKey()), 0o600));
  requirePrivate(file, setting);
  return key;
};

/** The certificate of the authority is made anew if it ends soon, or must permit more names. The key stays. */
const authorityIn = (place: string, { key, names, nowMs }: Wanted) => {
  const authorityFile = path.join(place, 'authority.pem');
  const known = certificateOf(textIn(authorityFile));
  const isOfKey = known?.checkPrivateKey(key) ?? false;
  const before = known && isOfKey ? permittedBy(known.raw) : undefined;
  const isFine =
    known && before && holds(known, nowMs, serverMs + renewMs) && names.every((name) => permits(before, name));
  if (!isFine) {
    const times = { fromMs: nowMs - earlyMs, toMs: nowMs + authorityMs };
    replaceFile(authorityFile, makeAuthority(key, permittedFor(names, before), times), 0o644);
  }
  return { authorityFile, isNewAuthority: !isFine };
};

interface Wanted {
  /** Of the authority. */
  readonly key: KeyObject;
  readonly names: readonly string[];
  readonly nowMs: number;
}

/** Certificate and key of the server are one file, so that no process sees only one of them renewed. */
const serverIn = (place: string, setting: string, { key: authorityKey, names, nowMs }: Wanted) => {
  const file = path.join(place, 'server.pem');
  const found = textIn(file);
  if (found !== '') requirePrivate(file, setting);
  const known = certificateOf(found);
  const isFine =
    known?.verify(createPublicKey(authorityKey)) &&
    holds(known, nowMs, renewMs) &&
    names.every((name) => isFor(known, name));
  if (isFine) return { cert: found, key: found };
  const key = newKey();
  const times = { fromMs: nowMs - earlyMs, toMs: nowMs - earlyMs + serverMs };
  const made = makeServerCertificate(authorityKey, key, names, times) + pemOf(key);
  replaceFile(file, made, 0o600);
  return { cert: made, key: made };
};

/** Undefined if the text is none. */
const certificateOf = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};

const holds = ({ validFromDate, validToDate }: X509Certificate, nowMs: number, restMs: number): boolean =>
  validFromDate.getTime() <= nowMs && validToDate.getTime() >= nowMs + restMs;

const pemOf = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }));
