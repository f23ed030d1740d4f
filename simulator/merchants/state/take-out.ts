import type { Context } from '../../context.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { MerchantState } from './state-document.ts';

/** Everything of a merchant as one document. It holds password and tokens in clear, but no card numbers: none are kept. */
export const takeOutState = async (context: Context, merchant: Merchant): Promise<MerchantState> => {
  const { login, ...settings } = merchant;
  const { store, clock } = context.forMerchant(merchant);
  const orders = (await store.orders.ofMerchant(login)).map(without);
  return {
    format: 1,
    clock: { nowMs: Math.round(clock.now()), isFrozen: clock.isFrozen() },
    settings,
    orders: orders.sort((one, other) => one.registeredAtMs - other.registeredAtMs || (one.id < other.id ? -1 : 1)),
    callbacks: (await store.callbacks.ofMerchant(login)).map(without) as MerchantState['callbacks'],
    storedCards: (await store.bindings.ofMerchant(login)).map(without),
    tasks: (await store.tasks.ofMerchant(login)).map(without),
    templates: (await store.templates.ofMerchant(login)).map(without),
    counters: { ...(await store.counters.ofMerchant(login)) },
  };
};

const without = <Thing extends { readonly merchant: string }>({
  merchant: _,
  ...rest
}: Thing): Omit<Thing, 'merchant'> => rest;
