import { mostStretches, type Rate, stretchMs } from '../../../runtime/rates.ts';
import type { Visit } from '../../page.ts';
import { sparkline } from '../../ui/sparkline.ts';

/** How often something came in the last ten minutes. */
interface RateRow {
  readonly name: string;
  /** HTML. */
  readonly picture: string;
  /** In the last minute. */
  readonly count: number;
}

const names = {
  requests: 'Requests',
  refusals: 'Refused calls',
  payments: 'Payments decided',
  callbacks: 'Tries of callbacks',
} as const satisfies Record<keyof Rate, string>;

const ofMinute = 60_000 / stretchMs;

export const ratesOf = ({ context, say }: Visit): readonly RateRow[] => {
  const rates = context.metrics.rates();
  return (Object.keys(names) as (keyof Rate)[]).map((kind) => {
    const counts = rates.map((rate) => rate[kind]);
    const name = say(names[kind]);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return {
      name,
      picture: sparkline(counts, mostStretches, say('{name} in the last ten minutes: {count}', { name, count: all })),
      count: counts.slice(-ofMinute).reduce((sum, count) => sum + count, 0),
    };
  });
};
