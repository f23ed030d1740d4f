import { bankOf } from '../banks/bank-of.ts';
import type { Context, MerchantContext } from '../context.ts';
import type { Merchant } from '../domain/merchant.ts';
import { watchDueWork } from '../payments/orders/due-work.ts';
import { createIds, type Ids } from '../runtime/ids.ts';
import type { MerchantClocks } from '../sharing/merchant-clocks.ts';

/** The ids of each login. Without a seed all come from one source; with a seed each login has a sequence of its own. */
export const idsByLogin = (seed: string | undefined): ((login: string) => Ids) => {
  const shared = seed === undefined ? createIds() : undefined;
  return (login) => shared ?? createIds({ seed: `${seed}:${login}` });
};

/** The parts of a context that outlast a change of its merchant. */
type Lasting = Pick<MerchantContext, 'clock' | 'ids' | 'wakeAt'>;

/** Completes the context of the process: it makes the context of a merchant, and keeps it until the merchant changes. */
export const withMerchantContexts = (
  parts: Omit<Context, 'forMerchant' | 'forget'>,
  clocks: MerchantClocks,
  idsOf: (login: string) => Ids,
): Context => {
  const made = new Map<string, MerchantContext>();
  const lasting = new Map<string, Lasting>();

  const forMerchant = (merchant: Merchant): MerchantContext => {
    const { login } = merchant;
    const known = made.get(login);
    if (known?.merchant === merchant) return known;
    const own = { ...context, ...lastingOf(login), merchant, bank: bankOf(context, merchant) };
    made.set(login, own);
    return own;
  };

  /** As the merchant is now; undefined if it is gone. */
  const contextNow = async (login: string): Promise<MerchantContext | undefined> => {
    const merchant = await parts.store.merchants.find(login);
    return merchant && forMerchant(merchant);
  };

  const lastingOf = (login: string): Lasting => {
    const known = lasting.get(login);
    if (known) return known;
    const clock = clocks.of(login);
    const kept = { clock, ids: idsOf(login), wakeAt: watchDueWork(clock, () => contextNow(login)) };
    lasting.set(login, kept);
    return kept;
  };

  const context: Context = {
    ...parts,
    forMerchant,
    forget: (login) => {
      made.delete(login);
      lasting.delete(login);
      clocks.forget(login);
    },
  };
  return context;
};
