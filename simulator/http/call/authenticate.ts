import { timingSafeEqual } from 'node:crypto';
import { bankOf } from '../../banks/bank-of.ts';
import type { Context } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { loginOfName } from '../../domain/merchant-name.ts';
import { readBasicLogin } from '../read/basic-login.ts';
import { type Parameters, parameter } from '../read/parameters.ts';

/**
 * The merchant that calls, by login and password, else by its public token if the call takes one.
 * @throws Refused if they are missing or wrong.
 */
export const authenticate = async (
  context: Context,
  parameters: Parameters,
  ip: string,
  acceptsToken = false,
): Promise<Merchant> => {
  const { store, options } = context;
  const login = parameter(parameters, 'userName');
  const password = parameter(parameters, 'password');
  const token = acceptsToken ? parameter(parameters, 'token') : undefined;
  if (login === undefined && token !== undefined) return known(await store.merchants.findByToken(token));
  if (login === undefined || password === undefined) throw new Refused('credentials-missing');

  const merchant = await store.merchants.find(login);
  if (merchant || !options.admitsAnyone)
    return known(isPassword(context, { login, ip }, merchant?.password, password) ? merchant : undefined);
  const newcomer: Merchant = { login, password, name: options.merchantName, callbacks: options.callbacks };
  if (await store.merchants.insert(newcomer)) return newcomer;
  // Another call has made the merchant meanwhile, with the password that counts.
  return authenticate(context, parameters, ip, acceptsToken);
};

/**
 * The parameters of a call with login and password of an `Authorization: Basic` header, if they name none and the bank of that
 * merchant takes them there. That those of the body win is a guess.
 */
export const withBasicLogin = async (
  context: Context,
  parameters: Parameters,
  header: string | undefined,
): Promise<Parameters> => {
  const sent = header !== undefined && parameter(parameters, 'userName') === undefined && readBasicLogin(header);
  if (!sent) return parameters;
  const merchant = await context.store.merchants.find(sent.login);
  if (!bankOf(context, merchant ?? {}).takesBasicLogin) return parameters;
  return Object.assign(Object.create(null), parameters, { userName: sent.login, password: sent.password });
};

/** The merchant that a call names without a password. @throws Refused if it is unknown. */
export const namedMerchant = async ({ store }: Context, parameters: Parameters): Promise<Merchant> => {
  const login = parameter(parameters, 'merchant');
  if (login === undefined) throw new Refused('parameter-missing', { field: 'merchant' });
  return known((await store.merchants.find(login)) ?? (await store.merchants.find(loginOfName(login))));
};

const known = (merchant: Merchant | undefined): Merchant => {
  if (!merchant) throw new Refused('access-denied');
  return merchant;
};

/** Whether a password or token is the right one. False without a look while too many wrong ones came from the same address. */
export const isPassword = (
  { guesses, log }: Context,
  { login, ip }: { readonly login: string; readonly ip: string },
  expected: string | undefined,
  given: string,
): boolean => {
  if (guesses.isOver(login, ip)) return false;
  if (expected !== undefined && isSameSecret(expected, given)) return true;
  if (guesses.countWrong(login, ip)) log.warn({ login, ip }, 'too many wrong passwords; none is accepted for a minute');
  return false;
};

/** Compares secrets in constant time. */
const isSameSecret = (expected: string, given: string): boolean => {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
};
