import type { CaseResult, ShopResult } from '../case-result.ts';

/** Says a text in the language of the terminal. */
type Say = (english: string) => string;

const words = { holds: 'ok', fails: 'FAILED', 'not tried': 'not tried' } as const;

/** One line per case, then the failures with their details, and the count. */
export const printCases = ({ cases }: ShopResult, say: Say = (english) => english): string => {
  const width = Math.max(...cases.map(({ id, title }) => (id === title ? 0 : id.length)));
  const stateWidth = Math.max(...Object.values(words).map((word) => say(word).length));
  const lineOf = ({ id, title, outcome, reason = '' }: CaseResult): string => {
    const name = id === title ? '' : `${id.padEnd(width)}  `;
    const why = outcome === 'not tried' ? ` (${say(reason)})` : '';
    return `${say(words[outcome]).padEnd(stateWidth)}  ${name}${say(title)}${why}`;
  };
  const failureOf = ({ id, reason = '', harm, details }: CaseResult): readonly string[] => [
    `${id}: ${say(reason)}`,
    `  ${say(harm)}`,
    ...details.map((line) => `  ${line}`),
    '',
  ];
  const failed = cases.filter(({ outcome }) => outcome === 'fails');
  return [...cases.map(lineOf), '', ...failed.flatMap(failureOf), say(countOf(cases)), ''].join('\n');
};

const countOf = (cases: readonly CaseResult[]): string => {
  const count = (outcome: CaseResult['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return `${count('holds')} ok, ${count('fails')} failed, ${count('not tried')} not tried`;
};
