import { InvalidArgumentError } from 'commander';
import type { Config } from '../../config.ts';
import { callbackChecksums } from '../../domain/callback.ts';
import { ConfigError } from '../../options/config-error.ts';
import { nearest } from '../../text/nearest.ts';
import { readConfig } from '../read-config.ts';

/** One of these words. @throws InvalidArgumentError for another */
export const oneOf = <Word extends string>(option: string, words: readonly Word[], given: string): Word => {
  const found = words.find((word) => word.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  const meant = nearest(given, words);
  throw new InvalidArgumentError(
    `${option} ${given}: expected ${words.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
};

/** The address without changes. @throws InvalidArgumentError for anything else than http or https */
export const webAddress = (option: string, given: string): string => {
  if (URL.canParse(given) && /^https?:\/\//i.test(given)) return given;
  throw new InvalidArgumentError(`${option} ${given}: expected an http or https address`);
};

/** A number from 0. @throws InvalidArgumentError for anything else */
export const numberFrom0 = (option: string, given: string): number => {
  if (/^\d+(?:\.\d+)?$/.test(given)) return Number(given);
  throw new InvalidArgumentError(`${option} ${given}: expected a number from 0`);
};

/** The settings of the environment. @throws InvalidArgumentError if one is wrong */
export const readSettings = (): Config => {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) throw new InvalidArgumentError(error.message);
    throw error;
  }
};

export interface ProofOptions {
  readonly token?: string;
  readonly proof?: string;
  readonly method?: string;
}

/** How callbacks are sent and signed. @throws InvalidArgumentError for wrong words, or without a key */
export const readProof = ({ token: given, proof: kind = 'hmac', method: way = 'GET' }: ProofOptions) => {
  const proof = oneOf('--proof', callbackChecksums, kind);
  const asked = oneOf('--method', ['GET', 'POST'], way);
  const method = proof === 'jwt' ? 'POST' : asked;
  const token = given ?? (readSettings().callbackToken || undefined);
  if (token === undefined && (proof === 'hmac' || proof === 'jwt'))
    throw new InvalidArgumentError(`--token: expected the key with which the shop checks callbacks (--proof ${proof})`);
  return { proof, method, token } as const;
};

export const defaultSandbox = 'http://localhost:8080';
export const defaultLogin = 'test_user';
