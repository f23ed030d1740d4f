import type { CaseResult, ShopResult } from '../case-result.ts';

const words = { holds: 'ok', fails: 'FAILED', 'not tried': 'not tried' } as const;

/** One line per case, then the failures with their details, and the count. */
export const printCases = ({ cases }: ShopResult): string => {
  const width = Math.max(...cases.map(({ id, title }) => (id === title ? 0 : id.length)));
  const failed = cases.filter(({ outcome }) => outcome === 'fails');
  return [...cases.map((result) => lineOf(result, width)), '', ...failed.flatMap(failureOf), countOf(cases), ''].join(
    '\n',
  );
};

const lineOf = ({ id, title, outcome, reason }: CaseResult, width: number): string => {
  const name = id === title ? '' : `${id.padEnd(width)}  `;
  return `${words[outcome].padEnd(9)}  ${name}${title}${outcome === 'not tried' ? ` (${reason})` : ''}`;
};

const failureOf = ({ id, reason, harm, details }: CaseResult): readonly string[] => [
  `${id}: ${reason}`,
  `  ${harm}`,
  ...details.map((line) => `  ${line}`),
  '',
];

/** `22 cases: 20 hold, 1 fails, 1 was not tried`, for any numbers. */
const countOf = (cases: readonly CaseResult[]): string => {
  const count = (outcome: CaseResult['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return `${count('holds')} ok, ${count('fails')} failed, ${count('not tried')} not tried`;
};
