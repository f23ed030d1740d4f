import { appendFileSync, writeFileSync } from 'node:fs';
import type { Environment, VerifyRequest } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { githubAnnotations, githubSummary } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import { junitReport } from './junit-report.ts';
import type { VerifiedPact } from './result.ts';

/** Writes the files that were asked for, and in GitHub Actions its annotations and the summary of the step. @throws UsageError */
export const writeReports = (
  results: readonly VerifiedPact[],
  output: string,
  { jsonFile, junitFile }: Pick<VerifyRequest, 'jsonFile' | 'junitFile'>,
  environment: Environment,
  out: (text: string) => void,
): void => {
  if (jsonFile !== undefined)
    writeTo('--json', jsonFile, (file) =>
      writeFileSync(file, `${JSON.stringify(jsonReport(results, output), null, 2)}\n`),
    );
  if (junitFile !== undefined) writeTo('--junit', junitFile, (file) => writeFileSync(file, junitReport(results)));
  if (environment['GITHUB_ACTIONS'] !== 'true') return;
  out(githubAnnotations(results));
  const { GITHUB_STEP_SUMMARY: summary } = environment;
  if (summary) writeTo('GITHUB_STEP_SUMMARY', summary, (file) => appendFileSync(file, githubSummary(results)));
};

const writeTo = (option: string, file: string, write: (file: string) => void): void => {
  try {
    write(file);
  } catch (error) {
    throw new UsageError(`${option} ${file}: it cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};
