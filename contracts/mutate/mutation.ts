import type { Break } from '../../simulator/breaks/break.ts';

/** What became of a break in the tests of a shop. */
export const mutationStatuses = ['noticed', 'not noticed', 'timed out', 'could not be run', 'not reached'] as const;

export type MutationStatus = (typeof mutationStatuses)[number];

/** A break with what the tests of a shop made of it. */
export interface MutationResult {
  readonly row: Break;
  readonly status: MutationStatus;
}

/** What the tests of a shop notice of broken gateways. */
export interface Mutation {
  /** The command of the tests. */
  readonly line: readonly [program: string, ...args: string[]];
  /** In the order of their ids. */
  readonly results: readonly MutationResult[];
}

/** How many breaks have each status. */
export const countsOf = ({ results }: Pick<Mutation, 'results'>): Readonly<Record<MutationStatus, number>> =>
  Object.fromEntries(
    mutationStatuses.map((status) => [status, results.filter((one) => one.status === status).length]),
  ) as Record<MutationStatus, number>;

/** The share of noticed breaks among those that the tests have reached and that ended in time, in whole per cent, rounded down; 0 if none was reached. */
export const scoreOf = (mutation: Pick<Mutation, 'results'>): number => {
  const { noticed, 'not noticed': missed } = countsOf(mutation);
  return noticed === 0 ? 0 : Math.floor((noticed * 100) / (noticed + missed));
};

/** Why nothing can be said of these results; undefined if something can. */
export const doubtIn = (mutation: Pick<Mutation, 'results'>): string | undefined => {
  const counts = countsOf(mutation);
  const tried = mutation.results.length - counts['not reached'];
  if (tried === 0)
    return 'no break is reached: the tests make no call that one would change; do they use TILLBOX_REST_URL, TILLBOX_LOGIN and TILLBOX_PASSWORD?';
  const bad = (['timed out', 'could not be run'] as const).find((status) => counts[status] * 5 > tried);
  return (
    bad && `${counts[bad]} of ${tried} runs ${bad === 'timed out' ? bad : 'could not be made'}: nothing can be said`
  );
};
