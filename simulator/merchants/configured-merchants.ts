import type { Bank } from '../banks/bank.ts';
import { type CallbackSettings, defaultCallbackSettings } from '../domain/callback.ts';
import type { Merchant, MerchantOptions } from '../domain/merchant.ts';
import { hideInSettings } from '../masking/hide-card-data.ts';
import { given } from '../options/check-options.ts';
import type { Store } from '../store/store.ts';
import { refuseUnusableScenario, type ScenarioNames, withoutReplacedScenario } from './check-scenario.ts';
import { keepMerchant, refuseUnusable } from './merchants.ts';

/** Merchants that the start names, and settings for all that have none of their own. */
export interface ConfiguredMerchants {
  /** The bank of the process. */
  readonly bank: Bank;
  readonly merchants: readonly MerchantOptions[];
  /** Name of merchants that have none, here or in the store. */
  readonly fallbackName: string;
  readonly name?: string | undefined;
  readonly callbacks?: Partial<CallbackSettings> | undefined;
}

/**
 * Saves the merchants. For a merchant that the store has already, the settings given here replace the stored ones; the
 * rest stays. @throws ConfigError if one of them cannot be used; ScenarioError if a scenario of one's own is wrong.
 */
export const saveConfiguredMerchants = async (
  store: Store,
  scenarios: ScenarioNames,
  { bank, merchants, fallbackName, name, callbacks = {} }: ConfiguredMerchants,
): Promise<void> => {
  for (const { callbacks: own = {}, ...others } of merchants) {
    const kept = await store.merchants.find(others.login);
    const merchant: Merchant = {
      name: fallbackName,
      ...(kept && withoutReplacedScenario(kept, others)),
      ...(name !== undefined && { name }),
      ...given(others),
      callbacks: { ...defaultCallbackSettings, ...kept?.callbacks, ...given(callbacks), ...given(own) },
    };
    refuseUnusable({ options: { bank } }, merchant);
    await refuseUnusableScenario(scenarios, others.login, others);
    if (merchant.login !== '*') await keepMerchant(store, hideInSettings(merchant));
  }
};
