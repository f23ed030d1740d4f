import { junitOf } from '../../report/junit.ts';
import type { Reports } from '../../report/write-reports.ts';
import type { ShopResult } from '../case-result.ts';
import { githubAnnotations, githubSummary } from './github-report.ts';

/** The reports about a shop. */
export const reportsOfShop = (result: ShopResult): Reports => ({
  json: () => jsonOf(result),
  junit: () => junitOf('tillbox verify-shop', [suiteOf(result)]),
  annotations: () => githubAnnotations(result),
  summary: () => githubSummary(result),
});

const jsonOf = ({ callbackUrl, cases }: ShopResult) => ({
  callbackUrl,
  accepted: cases.every(({ outcome }) => outcome !== 'fails'),
  cases,
});

const suiteOf = ({ callbackUrl, cases }: ShopResult) => ({
  name: `shop ${callbackUrl}`,
  cases: cases.map(({ id, title, outcome, reason = '', harm, details }) => ({
    name: id === title ? title : `${id}: ${title}`,
    ...(outcome === 'fails' && { failure: { message: reason, text: [harm, ...details].join('\n') } }),
    ...(outcome === 'not tried' && { skipped: reason }),
  })),
});
