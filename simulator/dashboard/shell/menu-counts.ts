import type { MerchantContext } from '../../context.ts';

/** What stands beside a page in the menu. */
export type MenuCounts = Readonly<Record<string, { readonly count?: number; readonly alert?: number }>>;

export const countsOf = async ({
  store,
  merchant,
  scenarioFiles,
  knownScenarios,
}: MerchantContext): Promise<MenuCounts> => {
  const orders = await store.orders.ofMerchant(merchant.login);
  const callbacks = await store.callbacks.ofMerchant(merchant.login);
  const givenUp = callbacks.filter(({ state }) => state === 'given-up').length;
  const scenarios = knownScenarios()?.count;
  const mistakes = scenarioFiles().mistakes.length;
  return {
    ...(orders.length > 0 && { transactions: { count: orders.length } }),
    ...(givenUp > 0 && { callbacks: { alert: givenUp } }),
    scenarios: { ...(scenarios !== undefined && { count: scenarios }), ...(mistakes > 0 && { alert: mistakes }) },
  };
};
