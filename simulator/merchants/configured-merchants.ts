import { type CallbackSettings, defaultCallbackSettings } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Store } from '../store/store.ts';
import { keepMerchant, refuseUnusable } from './merchants.ts';

/** What is said at the start of merchants: of each, and of all that do not say. */
export interface GivenMerchants {
  readonly merchants: readonly (Pick<Merchant, 'login' | 'password'> &
    Partial<Omit<Merchant, 'callbacks'>> & { readonly callbacks?: Partial<CallbackSettings> })[];
  /** Name of those that have none. */
  readonly fallbackName: string;
  readonly name?: string | undefined;
  readonly callbacks?: Partial<CallbackSettings> | undefined;
}

/**
 * Sees to it that the merchants are there. Of one that the store has already, what is said now holds, and the rest stays.
 * @throws ConfigError where one of them cannot be used.
 */
export const keepGivenMerchants = async (
  store: Store,
  { merchants, fallbackName, name, callbacks }: GivenMerchants,
): Promise<void> => {
  for (const { callbacks: own, ...others } of merchants) {
    const kept = await store.merchants.find(others.login);
    const merchant: Merchant = {
      name: fallbackName,
      ...kept,
      ...(name !== undefined && { name }),
      ...others,
      callbacks: { ...defaultCallbackSettings, ...kept?.callbacks, ...callbacks, ...own },
    };
    refuseUnusable(merchant);
    if (merchant.login !== '*') await keepMerchant(store, merchant);
  }
};
