import type { Context } from '../../context.ts';

/** What the keys of all counts of a scenario begin with. */
export const countsOf = (scenario: string): string => `${scenario} `;

interface Steps<Step> {
  /** Login. */
  readonly merchant: string;
  readonly scenario: string;
  /** What it happens to: an order, or a callback about one. */
  readonly subject: string;
  readonly steps: readonly Step[];
}

/** The first step that is about this and has not happened often enough; how often is counted in the store. */
export const takeStep = async <Step extends { readonly times?: number }>(
  { store }: Context,
  { merchant, scenario, subject, steps }: Steps<Step>,
  isAbout: (step: Step) => boolean,
): Promise<Step | undefined> => {
  for (const [index, step] of steps.entries()) {
    if (!isAbout(step)) continue;
    const key = `${countsOf(scenario)}${subject} ${index}`;
    if (step.times === undefined || (await store.counters.next(merchant, key)) <= step.times) return step;
  }
  return undefined;
};
