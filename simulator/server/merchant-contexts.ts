import { bankOf } from '../banks/bank-of.ts';
import type { Context } from '../context.ts';
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
  const made = new Map<string, { readonly merchant: Merchant; readonly context: Context }>();
  const lasting = new Map<string, Pick<Context, 'clock' | 'ids' | 'wakeAt'>>();

  const lastingOf = (login: string): Pick<Context, 'clock' | 'ids' | 'wakeAt'> => {
    const known = lasting.get(login);
    if (known) return known;
    const due = watchDueWork(login, () => made.get(login)?.context ?? process());
    const parts = { clock: clocks.of(login), ids: idsOf(login), wakeAt: due.wakeAt };
    lasting.set(login, parts);
    return parts;
  };

  return {
    forMerchant: (merchant) => {
      const { login } = merchant;
      const known = made.get(login);
      if (known?.merchant === merchant) return known.context;
      const context = { ...process(), ...lastingOf(login), login, bank: bankOf(process(), merchant) };
      made.set(login, { merchant, context });
      return context;
    },
    forget: (login) => {
      made.delete(login);
      lasting.delete(login);
      clocks.forget(login);
    },
  };
};
