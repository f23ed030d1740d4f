import { data, property } from '../../report/github-command.ts';
import { summaryOf } from '../../report/step-summary.ts';
import { countsOf, differencesOf, type VerifiedPact } from './result.ts';
import { titleOf } from './text-report.ts';

/** Commands to GitHub Actions: an annotation for each interaction that fails or was not tried. Source: GitHub, workflow commands. */
export const githubAnnotations = (results: readonly VerifiedPact[]): string =>
  results
    .flatMap((pact) =>
      pact.verdicts.flatMap((verdict) => {
        if (verdict.outcome === 'holds') return doubtOf(pact, verdict);
        const level = { fails: 'error', pending: 'notice', 'not tried': 'warning' }[verdict.outcome];
        const title = `${verdict.description} (${pact.place}): ${verdict.outcome}`;
        return [`::${level} title=${property(title)}::${data(differencesOf(verdict).join('\n'))}\n`];
      }),
    )
    .join('');

const doubtOf = ({ place }: VerifiedPact, { description, doubt }: VerifiedPact['verdicts'][number]) =>
  doubt === undefined
    ? []
    : [`::warning title=${property(`${description} (${place}): holds, and may say nothing`)}::${data(doubt)}\n`];

/** The summary of a step, in Markdown. */
export const githubSummary = (results: readonly VerifiedPact[]): string =>
  results
    .map((pact) =>
      summaryOf({
        heading: titleOf(pact),
        sentence: `${countsOf(pact.verdicts)}.`,
        head: ['interaction', 'result', 'reason'],
        rows: pact.verdicts
          .filter(({ outcome }) => outcome !== 'holds')
          .map((verdict) => [verdict.description, verdict.outcome, differencesOf(verdict)]),
      }),
    )
    .join('');
