import type { Reports } from '../../report/write-reports.ts';
import { githubAnnotations, githubSummary } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import { junitReport } from './junit-report.ts';
import type { VerifiedPact } from './result.ts';

/** The reports about pacts. `output`: the lines of the terminal. */
export const reportsOfPacts = (results: readonly VerifiedPact[], output: string): Reports => ({
  json: () => jsonReport(results, output),
  junit: () => junitReport(results),
  annotations: () => githubAnnotations(results),
  summary: () => githubSummary(results),
});
