import type { MerchantContext } from '../../context.ts';

/** What stands beside a page in the menu. */
export type MenuCounts = Readonly<Record<string, { readonly count?: number; readonly alert?: number }>>;

export const countsOf = async ({
  store,
  merchant,
  scenarioFiles,
  knownScenarios,
  allScenarios,
}: MerchantContext): Promise<MenuCounts> => {
  const orders = await store.orders.total(merchant.login);
  const { 'given-up': givenUp } = await store.callbacks.counts(merchant.login);
  // As many as the page lists: those that come with tillbox are among them, also beside a folder of one's own.
  const scenarios = knownScenarios() && (await allScenarios()).length;
  const mistakes = scenarioFiles().mistakes.length;
  return {
    ...(orders > 0 && { transactions: { count: orders } }),
    ...(givenUp > 0 && { callbacks: { alert: givenUp } }),
    scenarios: { ...(scenarios !== undefined && { count: scenarios }), ...(mistakes > 0 && { alert: mistakes }) },
  };
};
