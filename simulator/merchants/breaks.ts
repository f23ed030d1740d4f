import { breaks } from '../breaks/all.ts';
import type { Break } from '../breaks/break.ts';
import type { Merchant } from '../domain/merchant.ts';
import { eachBreak, type MerchantBreak } from '../domain/merchant-break.ts';
import { ConfigError } from '../options/config-error.ts';
import type { Store } from '../store/store.ts';
import { nearest } from '../text/nearest.ts';
import { breakCounter } from './break-counts.ts';
import { keepMerchant, merchantNamed } from './merchants.ts';

/** A break of a merchant with what came of it. */
export interface BreakInForce {
  readonly id: string;
  /** The merchant whose break it is, if it was taken over. */
  readonly of?: string;
  /** Continues "the gateway ..."; absent for `each`. */
  readonly does?: string;
  /** What a shop would suffer. */
  readonly harm?: string;
  /** The calls that it changes. */
  readonly calls?: readonly string[];
  /** How many of its calls were made. */
  readonly reached: number;
  /** How many of them it has changed. */
  readonly changed: number;
  /** Of `each`: the breaks that would have changed a call or its answer. */
  readonly wouldChange?: readonly string[];
}

type Counters = Pick<Store, 'counters'>;

const reachedKey = `${breakCounter}reached`;
const changedKey = `${breakCounter}changed`;
const wouldChangeKey = `${breakCounter}would change `;

/** The break with this id; undefined if there is none, or if it is `each`. */
export const breakNamed = (id: string): Break | undefined => breaks.find((row) => row.id === id);

/** Why no merchant can have a break with this id; undefined if one can. */
export const unknownBreak = (id: string): string | undefined => {
  if (id === eachBreak || breakNamed(id)) return undefined;
  const meant = nearest(id, [eachBreak, ...breaks.map((row) => row.id)]);
  return `expected the id of a break, but there is no ${id}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
};

/**
 * Breaks the gateway for this merchant, in place of the break from before; undefined: it is right again. The counts begin
 * anew. @throws ConfigError if there is no such merchant or break.
 */
export const setBreak = async (store: Store, login: string, id: string | undefined): Promise<void> => {
  const mistake = id === undefined ? undefined : unknownBreak(id);
  if (mistake !== undefined) throw new ConfigError(`break: ${mistake}`);
  const { break: _, ...merchant } = await merchantNamed(store, login);
  await store.counters.forget(login, breakCounter);
  await keepMerchant(store, id === undefined ? merchant : { ...merchant, break: { id } });
};

/** The break of one merchant for another that is made for the same shop; its calls count there. */
export const breakTakenOver = ({ login, break: own }: Merchant): MerchantBreak | undefined =>
  own && { id: own.id, of: own.of ?? login };

/** The break of a merchant; undefined if its gateway is right. */
export const breakInForce = async ({ counters }: Counters, merchant: Merchant): Promise<BreakInForce | undefined> => {
  if (!merchant.break) return undefined;
  const { id, of } = merchant.break;
  const counts = await counters.ofMerchant(of ?? merchant.login);
  const row = breakNamed(id);
  return {
    id,
    ...(of !== undefined && { of }),
    ...(row && { does: row.does, harm: row.harm, calls: row.calls }),
    reached: counts[reachedKey] ?? 0,
    changed: counts[changedKey] ?? 0,
    ...(id === eachBreak && {
      wouldChange: Object.keys(counts)
        .filter((key) => key.startsWith(wouldChangeKey))
        .map((key) => key.slice(wouldChangeKey.length))
        .sort(),
    }),
  };
};

/** Counts a call of a merchant that its break is about; `hasChanged`: it, or its answer, was another one for the break. */
export const countBreak = async ({ counters }: Counters, merchant: Merchant, hasChanged: boolean): Promise<void> => {
  const owner = merchant.break?.of ?? merchant.login;
  await counters.next(owner, reachedKey);
  if (hasChanged) await counters.next(owner, changedKey);
};

/** Notes the breaks that would have changed a call of a merchant. */
export const noteWouldChange = async (
  { counters }: Counters,
  merchant: Merchant,
  ids: readonly string[],
): Promise<void> => {
  const owner = merchant.break?.of ?? merchant.login;
  await counters.next(owner, reachedKey);
  const known = await counters.ofMerchant(owner);
  for (const id of ids)
    if (!(`${wouldChangeKey}${id}` in known)) await counters.set(owner, `${wouldChangeKey}${id}`, 1);
};

/** Keeps what a break remembers of a call for the later ones, unless the merchant has another break meanwhile. */
export const keepOfBreak = async (
  store: Store,
  login: string,
  id: string,
  kept: MerchantBreak['kept'],
): Promise<void> => {
  const merchant = await store.merchants.find(login);
  if (merchant?.break?.id === id)
    await keepMerchant(store, { ...merchant, break: { ...merchant.break, ...(kept && { kept }) } });
};
