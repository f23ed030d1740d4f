import type { CaseResult } from '../case-result.ts';

/** Says a text in the language of the terminal. */
type Say = (english: string) => string;

const words = { holds: 'ok', fails: 'FAILED', 'not tried': 'not tried' } as const;

/** Writes one line per case, and in the end the failures with their details, and the count. `ids`: of the cases to come. */
export const casePrinter = (ids: readonly string[], say: Say = (english) => english) => {
  const width = Math.max(0, ...ids.map((id) => id.length));
  const stateWidth = Math.max(...Object.values(words).map((word) => say(word).length));
  const failureOf = ({ id, reason = '', harm, details }: CaseResult): readonly string[] => [
    `${id}: ${say(reason)}`,
    `  ${say(harm)}`,
    ...details.map((line) => `  ${line}`),
    '',
  ];
  return {
    line: ({ id, title, outcome, reason = '' }: CaseResult): string => {
      const name = id === title ? '' : `${id.padEnd(width)}  `;
      const why = outcome === 'not tried' ? ` (${say(reason)})` : '';
      return `${say(words[outcome]).padEnd(stateWidth)}  ${name}${say(title)}${why}\n`;
    },
    end: (cases: readonly CaseResult[]): string => {
      const failed = cases.filter(({ outcome }) => outcome === 'fails');
      return ['', ...failed.flatMap(failureOf), say(countOf(cases)), ''].join('\n');
    },
  };
};

export const countOf = (cases: readonly CaseResult[]): string => {
  const count = (outcome: CaseResult['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return `${count('holds')} ok, ${count('fails')} failed, ${count('not tried')} not tried`;
};
