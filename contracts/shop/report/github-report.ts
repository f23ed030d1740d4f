import { data, property } from '../../report/github-command.ts';
import { summaryOf } from '../../report/step-summary.ts';
import type { ShopResult } from '../case-result.ts';
import { countOf } from './case-printer.ts';

/** Lines by which a step of GitHub Actions shows its failures at the run. Source: GitHub, workflow commands. */
export const githubAnnotations = ({ cases }: ShopResult): string =>
  cases
    .filter(({ outcome }) => outcome === 'fails')
    .map(({ id, reason, harm }) => `::error title=${property(`verify-shop: ${id}`)}::${data(`${reason}\n${harm}`)}\n`)
    .join('');

/** The summary of a step, in Markdown. */
export const githubSummary = ({ callbackUrl, cases }: ShopResult): string =>
  summaryOf({
    heading: `The shop at ${callbackUrl}`,
    sentence: `${countOf(cases)}.`,
    head: ['case', 'result', 'reason'],
    rows: cases
      .filter(({ outcome }) => outcome !== 'holds')
      .map(({ id, title, outcome, reason = '', harm }) => [
        id === title ? title : `${id}: ${title}`,
        outcome,
        outcome === 'fails' ? [reason, harm] : [reason],
      ]),
  });
