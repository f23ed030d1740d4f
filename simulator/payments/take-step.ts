import type { Context } from '../context.ts';

/**
 * The first step that is about this and has not happened often enough; how often is counted in the store, by a key that
 * names the scenario and what it happens to.
 */
export const takeStep = async <Step extends { readonly times?: number }>(
  { store }: Context,
  { merchant, key, steps }: { readonly merchant: string; readonly key: string; readonly steps: readonly Step[] },
  isAbout: (step: Step) => boolean,
): Promise<Step | undefined> => {
  for (const [index, step] of steps.entries()) {
    if (!isAbout(step)) continue;
    if (step.times === undefined || (await store.counters.next(merchant, `${key} ${index}`)) <= step.times) return step;
  }
  return undefined;
};
