import type { RequestCount } from '../../../runtime/metrics.ts';
import type { Visit } from '../../page.ts';

/** How many requests came to a part of the gateway. */
interface RequestRow {
  readonly name: string;
  readonly isCode: boolean;
  readonly all: number;
  /** Answered with another HTTP status than 200. */
  readonly others: number;
}

/** So many calls are listed by their names, the most frequent ones. */
const mostCalls = 10;

/** Requests since the start: of each surface, and of the calls that came most often. */
export const requestsOf = ({ context, say }: Visit): readonly RequestRow[] => {
  const counted = [...context.metrics.read.requests];
  const calls = counted.filter(([address]) => address.startsWith('/'));
  const surface = (name: string, counts: readonly (readonly [string, RequestCount])[]): RequestRow => ({
    name,
    isCode: false,
    ...totalOf(counts.map(([, count]) => count)),
  });
  const named = (wanted: string) => counted.filter(([address]) => address === wanted);
  return [
    surface(say('Merchant API'), calls),
    ...calls
      .map(([address, count]) => ({ name: address, isCode: true, ...totalOf([count]) }))
      .filter(({ all }) => all > 0)
      .sort((one, other) => other.all - one.all)
      .slice(0, mostCalls),
    surface(say('Card page'), named('page')),
    surface(say("Issuer's page"), named('acs')),
  ];
};

const totalOf = (counts: readonly RequestCount[]): Pick<RequestRow, 'all' | 'others'> => {
  const others = counts.reduce((sum, count) => [...count.others.values()].reduce((all, one) => all + one, sum), 0);
  return { all: counts.reduce((sum, { well }) => sum + well, others), others };
};
