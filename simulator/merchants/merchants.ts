import { createPublicKey } from 'node:crypto';
import { type OfProcess, refuseUnknownBank } from '../banks/bank-of.ts';
import type { Context } from '../context.ts';
import { type CallbackSettings, defaultCallbackSettings } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import { hideCardData, hideInSettings } from '../masking/hide-card-data.ts';
import { given } from '../options/check-options.ts';
import { ConfigError } from '../options/config-error.ts';
import { giveWay } from '../runtime/machine-time.ts';
import type { Store } from '../store/store.ts';
import { nearest } from '../text/nearest.ts';
import { keepingBreakCounts } from './break-counts.ts';
import {
  refuseUnusableScenario,
  refuseWrongScenario,
  type ScenarioNames,
  unknownScenario,
  withoutReplacedScenario,
} from './check-scenario.ts';
import { beginNextOrders } from './next-orders.ts';

/** @throws ConfigError if a merchant has an unknown bank, an invalid certificate, a checksum without its key, or a card number as login. */
export const refuseUnusable = (process: OfProcess, { login, bank, certificate, callbacks }: Merchant): void => {
  if (hideCardData(login) !== login) throw new ConfigError('login: expected one that does not look like a card number');
  refuseUnknownBank(process, `bank of ${login}`, bank);
  if (certificate !== undefined && !isPublicKey(certificate))
    throw new ConfigError(`certificate of ${login}: expected an X.509 certificate in PEM`);
  if ((callbacks?.checksum === 'hmac' || callbacks?.checksum === 'jwt') && callbacks.token === undefined)
    throw new ConfigError(
      `callbacks.checksum=${callbacks.checksum} of ${login}: expected callbacks.token to sign with`,
    );
};

const isPublicKey = (pem: string): boolean => {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

/** The merchant of this login. @throws ConfigError if there is none. */
export const merchantNamed = async (store: Store, login: string): Promise<Merchant> => {
  const merchant = await store.merchants.find(login);
  if (merchant) return merchant;
  const meant = nearest(
    String(login),
    (await store.merchants.all()).map((other) => other.login),
  );
  throw new ConfigError(`no merchant has the login ${login}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
};

/** Changes of a merchant; null removes a setting, but for the password, which every merchant has; undefined leaves it. */
export type MerchantChanges = {
  readonly [Name in keyof Omit<Merchant, 'login' | 'password' | 'callbacks' | 'nextOrders' | 'break'>]?:
    | Merchant[Name]
    | null
    | undefined;
} & {
  readonly password?: string | undefined;
  readonly callbacks?:
    | { readonly [Name in keyof CallbackSettings]?: CallbackSettings[Name] | null | undefined }
    | undefined;
};

/**
 * Makes a merchant. Settings that are left out have their defaults; a login or password is made up.
 * @throws ConfigError if it exists or is wrong; ScenarioError if its own scenario is wrong.
 */
export const makeMerchant = async (
  context: Context,
  { login, ...settings }: MerchantChanges & { readonly login?: string | undefined },
): Promise<Merchant> => {
  const { store, ids, options } = context;
  const name = login ?? `shop-${ids.orderNumber()}`;
  const blank: Merchant = {
    login: name,
    password: ids.orderNumber(),
    name: options.merchantName,
    callbacks: options.callbacks,
  };
  const merchant = withChanges(context, blank, settings);
  await refuseUnusableScenario(context, name, settings);
  if (await store.merchants.insert(merchant)) return merchant;
  await refuseTakenToken(store, merchant);
  throw new ConfigError(`login: expected a new one, but there is a merchant ${name}`);
};

/** A context in which merchants are changed. */
type MerchantsContext = Pick<Context, 'store' | 'options'> & ScenarioNames;

/**
 * Changes settings of a merchant; the others stay. A scenario by name replaces one of its own, and the other way round.
 * @throws ConfigError if one cannot be used; ScenarioError if its own scenario is wrong.
 */
export const changeMerchant = async (
  context: MerchantsContext,
  login: string,
  changes: MerchantChanges,
): Promise<Merchant> => {
  await refuseUnusableScenario(context, login, changes);
  const merchant = withChanges(context, await merchantNamed(context.store, login), changes);
  await keepMerchant(context.store, merchant);
  return merchant;
};

/** Keeps a merchant as it is now. @throws ConfigError if another merchant has its token. */
export const keepMerchant = async (store: Store, merchant: Merchant): Promise<void> => {
  if (!(await store.merchants.save(merchant))) throw tokenTaken();
};

const tokenTaken = (): ConfigError => new ConfigError('token: expected one that no other merchant has');

const withChanges = (
  process: Pick<Context, 'options'>,
  merchant: Merchant,
  { callbacks, ...changes }: MerchantChanges,
): Merchant => {
  // A merchant whose name is removed has that of the process again.
  const name = changes.name === null ? process.options.merchantName : changes.name;
  const changed = merged(withoutReplacedScenario(merchant, changes), { ...changes, name });
  const settings = merged({ ...defaultCallbackSettings, ...merchant.callbacks }, callbacks ?? {});
  const result: Merchant = { ...changed, callbacks: merged(defaultCallbackSettings, settings) };
  refuseUnusable(process, result);
  return hideInSettings(result);
};

const merged = <Thing extends object>(thing: Thing, changes: object): Thing => {
  const entries = Object.entries({ ...thing, ...given(changes) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined)) as Thing;
};

/** @throws ConfigError if another merchant has this token. */
export const refuseTakenToken = async (store: Store, { login, token }: Merchant): Promise<void> => {
  const other = token === undefined ? undefined : await store.merchants.findByToken(token);
  if (other && other.login !== login) throw tokenTaken();
};

/** Drops everything of a merchant but its settings and the counts of its break. */
export const resetMerchant = (context: Context, login: string): Promise<void> =>
  keepingBreakCounts(context.store.counters, login, () => emptyMerchant(context, login));

/** Drops everything of a merchant but its settings. */
export const emptyMerchant = async ({ store, journal, guesses, forget }: Context, login: string): Promise<void> => {
  forget(login);
  guesses.forget(login);
  const { orders, callbacks, bindings, tasks, templates, counters, clocks } = store;
  for (const part of [orders, callbacks, bindings, tasks, templates, counters, clocks]) {
    await part.forget(login);
    await giveWay();
  }
  journal.clear(login);
};

/** Drops a merchant with everything of it. */
export const deleteMerchant = async (context: Context, login: string): Promise<void> => {
  await context.store.merchants.remove(login);
  await emptyMerchant(context, login);
};

/** The most orders for which a scenario can be set. */
export const mostNextOrders = 1_000;

/**
 * Sets the scenario of every payment of the merchant: a name, or a scenario as in a file; undefined removes all. With
 * `orders` it is that of so many next orders only, before the others, which stay.
 * @throws ConfigError if no scenario has the name; ScenarioError if the written one is wrong.
 */
export const setScenario = async (
  context: MerchantsContext,
  login: string,
  scenario: unknown,
  orders?: number,
): Promise<void> => {
  const isName = typeof scenario === 'string';
  if (isName) await refuseUnusableScenario(context, login, { scenario });
  else if (scenario !== undefined) await refuseWrongScenario(scenario);
  const followed = isName ? { scenario } : { ownScenario: scenario };
  if (orders !== undefined) {
    const nextOrders = { id: await beginNextOrders(context.store, login), orders, ...followed };
    await keepMerchant(context.store, hideInSettings({ ...(await merchantNamed(context.store, login)), nextOrders }));
    return;
  }
  const { scenario: _, ownScenario: __, nextOrders: ___, ...without } = await merchantNamed(context.store, login);
  await keepMerchant(context.store, scenario === undefined ? without : hideInSettings({ ...without, ...followed }));
};

/** Why a merchant has no counts of this scenario; undefined if it can have some. */
export const withoutCounts = async (
  context: ScenarioNames,
  { login, ownScenario }: Merchant,
  name: string,
): Promise<string | undefined> => {
  if (name !== 'own') return unknownScenario(context, name);
  return ownScenario === undefined ? `merchant ${login} has no scenario of its own` : undefined;
};

/** Changes settings of the merchant's callbacks; the others stay. */
export const setCallbacks = async (
  context: MerchantsContext,
  login: string,
  settings: Partial<CallbackSettings>,
): Promise<void> => {
  await changeMerchant(context, login, { callbacks: settings });
};
