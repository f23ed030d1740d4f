import type { Context } from '../../context.ts';

/** The beginning of the keys under which the store counts the steps of a scenario. */
export const countPrefix = (scenario: string): string => `${scenario} `;

interface Steps<Step> {
  /** Login. */
  readonly merchant: string;
  readonly scenario: string;
  /** The order or the callback for which the steps are counted. */
  readonly subject: string;
  readonly steps: readonly Step[];
}

/** The first step that fits and has times left; the times are counted in the store. */
export const nextStep = async <Step extends { readonly times?: number }>(
  { store }: Context,
  { merchant, scenario, subject, steps }: Steps<Step>,
  isAbout: (step: Step) => boolean,
): Promise<Step | undefined> => {
  for (const [index, step] of steps.entries()) {
    if (!isAbout(step)) continue;
    const key = `${countPrefix(scenario)}${subject} ${index}`;
    if (step.times === undefined || (await store.counters.next(merchant, key)) <= step.times) return step;
  }
  return undefined;
};
