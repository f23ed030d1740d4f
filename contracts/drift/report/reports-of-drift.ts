import { data, property } from '../../report/github-command.ts';
import { junitOf } from '../../report/junit.ts';
import { summaryOf } from '../../report/step-summary.ts';
import type { Reports } from '../../report/write-reports.ts';
import type { DifferenceGroup } from '../compare/difference.ts';
import { titleOf } from '../questions/titles.ts';
import { type DriftResult, fails, isAboutGuess } from './drift-result.ts';
import { paragraphOf } from './text-report.ts';

/** The reports about the answers of a bank. */
export const reportsOfDrift = (result: DriftResult): Reports => ({
  json: () => jsonOf(result),
  junit: () => junitOf('tillbox drift', [{ name: `${result.bank}, ${result.source}`, cases: casesOf(result) }]),
  annotations: () => result.differences.map((group) => annotationOf(result, group)).join(''),
  summary: () => markdownOf(result),
});

const withTitles = (groups: readonly DifferenceGroup[]) =>
  groups.map((group) => ({
    ...group,
    questions: group.questions.map((id) => ({ id, title: titleOf(id) })),
    ...(isAboutGuess(group) && { isGuess: true }),
  }));

const jsonOf = (result: DriftResult) => {
  const { bank, source, compared, differences, known, gone, leftOut, unsteady, calls, orders } = result;
  return {
    bank,
    source,
    drifts: differences.some((group) => fails(result, group)),
    differences: withTitles(differences),
    accepted: withTitles(known),
    gone: withTitles(gone),
    compared,
    leftOut,
    unsteady,
    calls,
    orders,
  };
};

const casesOf = (result: DriftResult) => [
  ...result.compared.map((question) => {
    const found = result.differences.filter((group) => group.questions.includes(question) && fails(result, group));
    const text = found.flatMap(({ questions: _, ...group }) => paragraphOf({ ...group, questions: [] })).join('\n');
    const message = found.map(({ place }) => place).join(', ');
    return { name: titleOf(question), ...(found.length > 0 && { failure: { message, text } }) };
  }),
  ...result.leftOut.map(({ question, needs }) => ({
    name: titleOf(question),
    skipped: `no order of "${titleOf(needs)}"`,
  })),
];

const annotationOf = (result: DriftResult, group: DifferenceGroup): string => {
  const level = fails(result, group) ? 'error' : 'warning';
  const [heading = '', ...lines] = paragraphOf(group);
  return `::${level} title=${property(`drift: ${heading}`)}::${data(lines.join('\n').trimEnd())}\n`;
};

const markdownOf = ({ bank, source, compared, differences }: DriftResult): string => {
  const guesses = differences.filter(isAboutGuess).length;
  const apart = guesses > 0 ? `, and ${guesses} where tillbox has a guess of its own` : '';
  return summaryOf({
    heading: `${bank}, ${source}`,
    sentence: `${compared.length} questions compared, ${differences.length - guesses} differences${apart}.`,
    head: ['place', 'kind', 'bank', 'tillbox', 'in'],
    rows: differences.map(({ place, kind, bank: theirs = '', tillbox = '', questions }) => [
      place,
      kind,
      theirs,
      tillbox,
      questions.map(titleOf),
    ]),
  });
};
