import { data, property } from '../../verify/report/github-command.ts';
import type { ShopResult } from '../case-result.ts';

/** Lines by which a step of GitHub Actions shows its failures at the run. Source: GitHub, workflow commands. */
export const annotationsOf = ({ cases }: ShopResult): string =>
  cases
    .filter(({ outcome }) => outcome === 'fails')
    .map(({ id, reason, harm }) => `::error title=${property(`verify-shop: ${id}`)}::${data(`${reason}\n${harm}`)}\n`)
    .join('');
