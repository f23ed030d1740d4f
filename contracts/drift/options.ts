import type { Bank } from '../../simulator/banks/bank.ts';
import { nearest } from '../../simulator/text/nearest.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { allInFolders } from '../report/in-folder.ts';
import { gatewayAddress } from '../verify/elsewhere/gateway-address.ts';
import { bankIn, type Environment, textIn } from '../verify/options.ts';
import type { DifferenceKind } from './compare/difference.ts';
import type { Login } from './mask-answer.ts';
import type { WiderRun } from './questions/all.ts';

/** The options of the command line, as they are written there. */
export interface GivenOptions {
  readonly gateway?: string;
  readonly login?: string;
  readonly bank?: string;
  readonly cards?: boolean;
  readonly byHand?: boolean;
  readonly withWrongPassword?: boolean;
  readonly rate?: string;
  readonly allowHost?: readonly string[];
  readonly list?: boolean;
  readonly save?: string;
  readonly from?: string;
  readonly accept?: string;
  readonly saveAccepted?: string;
  readonly failOn?: string;
  readonly profile?: string;
  readonly json?: string;
  readonly junit?: string;
}

/** Where a bank is asked. */
export interface BankAddress {
  /** What the path of a call follows, with a slash at the end. */
  readonly baseUrl: string;
  readonly host: string;
  readonly login: Login;
}

export interface DriftRequest {
  readonly bank: Bank;
  readonly wider: WiderRun;
  /** Absent if a file is read. */
  readonly address?: BankAddress;
  readonly pauseMs: number;
  readonly failsOn: ReadonlySet<DifferenceKind>;
  /** Whether differences count where the answer of tillbox is a guess: only if `any` is asked for. */
  readonly countsGuesses: boolean;
}

/** Which differences end with exit code 1. The words go from the worst to all. */
const failing: Readonly<Record<string, readonly DifferenceKind[]>> = {
  removed: ['outcome', 'removed'],
  changed: ['outcome', 'removed', 'type', 'changed'],
  any: ['outcome', 'removed', 'type', 'changed', 'added'],
};

/** The kinds of differences that `--fail-on` names. @throws CannotTry for another word */
export const failingKinds = (failOn: string): ReadonlySet<DifferenceKind> => {
  const kinds = failing[failOn];
  if (kinds) return new Set(kinds);
  const words = Object.keys(failing);
  const meant = nearest(failOn.toLowerCase(), words);
  throw new CannotTry(
    `--fail-on ${failOn}: expected one of ${words.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
};

/** Checks the options and the environment. @throws CannotTry that names the wrong one */
export const readDriftOptions = async (given: GivenOptions, environment: Environment): Promise<DriftRequest> => {
  refuseContradictions(given);
  const { save, saveAccepted, profile, json, junit } = given;
  allInFolders({
    '--save': save,
    '--save-accepted': saveAccepted,
    '--profile': profile,
    '--json': json,
    '--junit': junit,
  });
  const bank = await bankIn(given, environment);
  const { from, list, cards = false, byHand = false, withWrongPassword = false, failOn = 'any' } = given;
  return {
    bank,
    wider: { cards, byHand, wrongPassword: withWrongPassword },
    ...(from === undefined && !list && { address: addressIn(given, environment, bank) }),
    pauseMs: 1000 / rateIn(given),
    failsOn: failingKinds(failOn),
    countsGuesses: given.failOn === 'any',
  };
};

const refuseContradictions = (given: GivenOptions): void => {
  const alone = ['gateway', 'login', 'cards', 'byHand', 'withWrongPassword', 'save', 'rate'] as const;
  for (const name of alone)
    if (given.from !== undefined && given[name] !== undefined)
      throw new CannotTry(
        `--from cannot go together with --${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      );
};

const rateIn = ({ rate = '1' }: GivenOptions): number => {
  const calls = Number(rate);
  if (/^\d+(?:\.\d+)?$/.test(rate) && calls > 0 && calls <= 20) return calls;
  throw new CannotTry(`--rate ${rate}: expected a number of calls in a second, up to 20`);
};

const addressIn = (given: GivenOptions, environment: Environment, bank: Bank): BankAddress => {
  const { gateway, login: userName } = given;
  const { test } = bank.hosts;
  if (gateway === undefined) {
    const hint = test === undefined ? '' : `; that of ${bank.name} is https://${test}${bank.basePath}/rest/`;
    throw new CannotTry(`--gateway is needed: the address of a test host${hint}`);
  }
  if (userName === undefined) throw new CannotTry('--gateway needs --login');
  const url = gatewayAddress('--gateway', gateway, bank.basePath);
  refuseOtherHosts('--gateway', url, bank, given.allowHost ?? []);
  const password = textIn(environment, 'TILLBOX_GATEWAY_PASSWORD');
  if (password === undefined)
    throw new CannotTry('--gateway needs the password of the login in TILLBOX_GATEWAY_PASSWORD');
  return { baseUrl: url.href, host: url.host, login: { userName, password } };
};

/** Only test hosts are asked. @throws CannotTry for another host than that of the profile, and for the production host */
export const refuseOtherHosts = (option: string, url: URL, bank: Bank, allowed: readonly string[]): void => {
  const { test, production } = bank.hosts;
  if (production !== undefined && [url.host, url.hostname].includes(production))
    throw new CannotTry(
      `${option}: ${url.host} is the host of ${bank.name} for real payments; only test hosts are asked`,
    );
  const known = [...(test === undefined ? [] : [test]), ...allowed];
  if (known.some((host) => host === url.host || host === url.hostname)) return;
  const expected =
    test === undefined ? `${bank.name} has no known test host` : `the test host of ${bank.name} is ${test}`;
  throw new CannotTry(`${option}: ${url.host} is not asked: ${expected}; --allow-host ${url.host} allows it`);
};
