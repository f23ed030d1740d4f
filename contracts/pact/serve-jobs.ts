import type { JobResult } from './quiet-verifier.ts';

/** Does the jobs of the parent process, one after the other. */
export const serveJobs = <Job, Result>(work: (job: Job) => Promise<Result>): void => {
  const answer = async (job: Job): Promise<JobResult<Result>> => {
    try {
      return { result: await work(job) };
    } catch (error) {
      return { trouble: error instanceof Error ? error.message : String(error) };
    }
  };
  let working: Promise<unknown> = Promise.resolve();
  process.on('message', (job: Job) => {
    working = working.then(async () => process.send?.(await answer(job)));
  });
};
