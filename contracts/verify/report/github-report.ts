import { data, property } from './github-command.ts';
import { countsOf, differencesOf, type VerifiedPact } from './result.ts';
import { titleOf } from './text-report.ts';

/** Commands to GitHub Actions: an annotation for each interaction that fails or was not tried. Source: GitHub, workflow commands. */
export const githubAnnotations = (results: readonly VerifiedPact[]): string =>
  results
    .flatMap((pact) =>
      pact.verdicts.flatMap((verdict) => {
        if (verdict.outcome === 'holds') return [];
        const level = { fails: 'error', pending: 'notice', 'not tried': 'warning' }[verdict.outcome];
        const title = `${verdict.description} (${pact.place}): ${verdict.outcome}`;
        return [`::${level} title=${property(title)}::${data(differencesOf(verdict).join('\n'))}\n`];
      }),
    )
    .join('');

/** The summary of a step, in Markdown. */
export const githubSummary = (results: readonly VerifiedPact[]): string =>
  results
    .map((pact) => {
      const rows = pact.verdicts
        .filter(({ outcome }) => outcome !== 'holds')
        .map(
          (verdict) =>
            `| ${cell(verdict.description)} | ${verdict.outcome} | ${differencesOf(verdict).map(cell).join('<br>')} |`,
        );
      const table = rows.length === 0 ? [] : ['', '| interaction | result | reason |', '| --- | --- | --- |', ...rows];
      return [`### ${text(titleOf(pact))}`, '', `${countsOf(pact.verdicts)}.`, ...table, '', ''].join('\n');
    })
    .join('');

const text = (plain: string): string => plain.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

const cell = (plain: string): string => text(plain).replaceAll(/\s+/g, ' ');
