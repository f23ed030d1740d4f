import type { Store } from '../store/store.ts';

/** How the counters of a break begin: no name of a scenario begins with a space. */
export const breakCounter = ' break ';

/** Does work that drops the counters of a merchant, all but those of its break: a test that resets the merchant ends no trial of a break. */
export const keepingBreakCounts = async (
  counters: Store['counters'],
  login: string,
  work: () => Promise<void>,
): Promise<void> => {
  const before = Object.entries(await counters.ofMerchant(login)).filter(([key]) => key.startsWith(breakCounter));
  await work();
  for (const [key, count] of before) await counters.set(login, key, count);
};
