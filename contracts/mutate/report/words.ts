import type { Break } from '../../../simulator/breaks/break.ts';
import { countsOf, type Mutation, scoreOf } from '../mutation.ts';

/** `The gateway refunds half of the sum.` */
export const sentenceOf = ({ does }: Break): string => `The gateway ${does}.`;

/** The first call that a break is about, and how many more there are. */
export const callsOf = ({ calls: [first = '', ...others] }: Break): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`;

/** The command that shows a break to a person. */
export const commandFor = ({ id }: Break, line: Mutation['line']): string =>
  `tillbox mutate --only ${id} -- ${line.map(quoted).join(' ')}`;

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The count of each status, in sentences. */
export const countWords = (mutation: Mutation): readonly [reached: string, others: string] => {
  const counts = countsOf(mutation);
  const reached = counts.noticed + counts['not noticed'];
  return [
    `${reached} breaks reached: ${counts.noticed} noticed, ${counts['not noticed']} not noticed`,
    `${counts['timed out']} timed out, ${counts['could not be run']} could not be run, ${counts['not reached']} not reached`,
  ];
};

/** `Score: 83 %`. */
export const scoreWords = (mutation: Mutation): string => `Score: ${scoreOf(mutation)} %`;
