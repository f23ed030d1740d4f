import { type JunitCase, junitOf } from '../../report/junit.ts';
import { shownRequest } from '../shown-request.ts';
import type { Verdict } from '../verify-source.ts';
import { differencesOf, type VerifiedPact } from './result.ts';
import { titleOf } from './text-report.ts';

/** The report as JUnit writes it: a suite for each pact and bank, a case for each interaction. */
export const junitReport = (results: readonly VerifiedPact[]): string =>
  junitOf(
    'tillbox verify',
    results.map((pact) => ({ name: titleOf(pact), cases: pact.verdicts.map((verdict) => caseOf(pact, verdict)) })),
  );

const caseOf = ({ consumer, place }: VerifiedPact, verdict: Verdict): JunitCase => {
  const { description, core } = verdict;
  const seconds = Number.parseInt(core?.duration ?? '', 10) / 1000;
  return {
    name: description,
    group: `${consumer} at ${place}`,
    ...(!Number.isNaN(seconds) && { seconds }),
    ...endOf(verdict),
  };
};

const endOf = (verdict: Verdict): Pick<JunitCase, 'failure' | 'skipped'> => {
  const { outcome, sent } = verdict;
  const lines = differencesOf(verdict);
  const message = lines.join('; ');
  if (outcome === 'holds') return {};
  if (outcome !== 'fails') return { skipped: `${outcome}: ${message}` };
  return { failure: { message, text: [...(sent ? shownRequest(sent) : []), ...lines].join('\n') } };
};
