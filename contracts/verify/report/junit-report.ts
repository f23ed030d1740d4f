import { shownRequest } from '../shown-request.ts';
import type { Verdict } from '../verify-source.ts';
import { escaped } from './escape-xml.ts';
import { countOf, differencesOf, type VerifiedPact } from './result.ts';
import { titleOf } from './text-report.ts';

/** The report as JUnit writes it: a suite for each pact and bank, a case for each interaction. */
export const junitReport = (results: readonly VerifiedPact[]): string => {
  const all = results.flatMap(({ verdicts }) => verdicts);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tillbox verify" ${countsIn(all)}>
${results.map(suiteOf).join('\n')}
</testsuites>
`;
};

const countsIn = (verdicts: readonly Verdict[]): string => {
  const skipped = countOf(verdicts, 'pending') + countOf(verdicts, 'not tried');
  return `tests="${verdicts.length}" failures="${countOf(verdicts, 'fails')}" errors="0" skipped="${skipped}"`;
};

const suiteOf = (pact: VerifiedPact): string =>
  [
    `  <testsuite name="${escaped(titleOf(pact))}" ${countsIn(pact.verdicts)}>`,
    ...pact.verdicts.map((verdict) => caseOf(pact, verdict)),
    '  </testsuite>',
  ].join('\n');

const caseOf = ({ consumer, place }: VerifiedPact, verdict: Verdict): string => {
  const { description, core, sent } = verdict;
  const seconds = Number.parseInt(core?.duration ?? '', 10) / 1000;
  const time = Number.isNaN(seconds) ? '' : ` time="${seconds}"`;
  const head = `    <testcase name="${escaped(description)}" classname="${escaped(`${consumer} at ${place}`)}"${time}`;
  const lines = differencesOf(verdict);
  const message = escaped(lines.join('; '));
  if (verdict.outcome === 'holds') return `${head}/>`;
  if (verdict.outcome !== 'fails') {
    const why = verdict.outcome === 'pending' ? `pending: ${message}` : `not tried: ${message}`;
    return `${head}><skipped message="${why}"/></testcase>`;
  }
  const text = escaped([...(sent ? shownRequest(sent) : []), ...lines].join('\n'));
  return `${head}><failure message="${message}">${text}</failure></testcase>`;
};
