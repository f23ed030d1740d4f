import type { MerchantContext } from '../../context.ts';

/** What stands beside a page in the menu. */
export type MenuCounts = Readonly<Record<string, { readonly count?: number; readonly alert?: number }>>;

export const countsOf = async ({
  store,
  merchant,
  scenarioFiles,
  knownScenarios,
}: MerchantContext): Promise<MenuCounts> => {
  const orders = await store.orders.total(merchant.login);
  const { 'given-up': givenUp } = await store.callbacks.counts(merchant.login);
  const scenarios = knownScenarios()?.count;
  const mistakes = scenarioFiles().mistakes.length;
  return {
    ...(orders > 0 && { transactions: { count: orders } }),
    ...(givenUp > 0 && { callbacks: { alert: givenUp } }),
    scenarios: { ...(scenarios !== undefined && { count: scenarios }), ...(mistakes > 0 && { alert: mistakes }) },
  };
};
