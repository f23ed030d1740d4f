import type { Figure, Result } from './figure.ts';

export const show = (value: number, unit: string): string =>
  `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;

/** Ours to the baseline; undefined where there is none. */
export const ratioOf = ({ ours, baseline }: Result): number | undefined =>
  baseline === undefined ? undefined : ours / baseline;

/** Undefined where a figure has no target. */
export const isReached = ({ target }: Figure, result: Result): boolean | undefined => {
  if (target === undefined) return undefined;
  const judged = target.of === 'ours' ? result.ours : (ratioOf(result) ?? result.ours);
  return 'atLeast' in target ? judged >= target.atLeast : judged <= target.atMost;
};
