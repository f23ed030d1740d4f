import { bankOf } from '../banks/bank-of.ts';
import type { Context, MerchantContext } from '../context.ts';
import type { Merchant } from '../domain/merchant.ts';
import { watchDueWork } from '../payments/orders/due-work.ts';
import { createIds, type Ids } from '../runtime/ids.ts';
import type { MerchantClocks } from '../sharing/merchant-clocks.ts';

/** Without a seed all ids come from one source; with one each merchant has a sequence of its own, whatever the others do. */
export const idSource = (seed: string | undefined): ((login: string) => Ids) => {
  const shared = seed === undefined ? createIds() : undefined;
  return (login) => shared ?? createIds({ seed: `${seed}:${login}` });
};

/** Makes the context of a merchant, and keeps it as long as the merchant stays as it is; and lets go of it. */
export const merchantContexts = (
  process: () => Context,
  clocks: MerchantClocks,
  idsOf: (login: string) => Ids,
): Pick<Context, 'forMerchant' | 'forget'> => {
  const made = new Map<string, MerchantContext>();
  const lasting = new Map<string, Pick<MerchantContext, 'clock' | 'ids' | 'wakeAt'>>();

  const forMerchant = (merchant: Merchant): MerchantContext => {
    const { login } = merchant;
    const known = made.get(login);
    if (known?.merchant === merchant) return known;
    const context = { ...process(), ...lastingOf(login), merchant, bank: bankOf(process(), merchant) };
    made.set(login, context);
    return context;
  };

  /** As the merchant is now; undefined if it is gone. */
  const contextNow = async (login: string): Promise<MerchantContext | undefined> => {
    const merchant = await process().store.merchants.find(login);
    return merchant && forMerchant(merchant);
  };

  const lastingOf = (login: string): Pick<MerchantContext, 'clock' | 'ids' | 'wakeAt'> => {
    const known = lasting.get(login);
    if (known) return known;
    const clock = clocks.of(login);
    const parts = { clock, ids: idsOf(login), wakeAt: watchDueWork(clock, () => contextNow(login)) };
    lasting.set(login, parts);
    return parts;
  };

  return {
    forMerchant,
    forget: (login) => {
      made.delete(login);
      lasting.delete(login);
      clocks.forget(login);
    },
  };
};
