import type { JobResult } from './quiet-verifier.ts';
import type { Report } from './report.ts';

/** Verifies the jobs of the parent process, one after the other. */
export const serveJobs = <Job>(verify: (job: Job) => Promise<Report>): void => {
  const answer = async (job: Job): Promise<JobResult> => {
    try {
      return { report: await verify(job) };
    } catch (error) {
      return { trouble: error instanceof Error ? error.message : String(error) };
    }
  };
  let working: Promise<unknown> = Promise.resolve();
  process.on('message', (job: Job) => {
    working = working.then(async () => process.send?.(await answer(job)));
  });
};
