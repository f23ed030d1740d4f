import { fork } from 'node:child_process';
import { once } from 'node:events';
import test from 'ava';
import type { Report } from './report.ts';

/** The result of a job, a report as a rule, or why there is none. */
export type JobResult<Result> = { readonly result: Result } | { readonly trouble: string };

/**
 * Verifies in a process of its own, which runs `serveJobs`: the verifier writes straight to the standard output of its
 * process, where the results of the tests are. One job at a time; rejects if there is no verdict. The process ends with the
 * tests of the file.
 */
export const quietVerifier = <Job extends object, Result = Report>(
  processFile: URL,
): ((job: Job) => Promise<Result>) => {
  const child = fork(processFile, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=DEP0060'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'exit');
  const brokeOff = async (): Promise<never> => {
    const [code] = await ended;
    throw new Error(`the verification process ended with ${code}:\n${errors}`);
  };
  test.after.always('the verification process stops', async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return async (job) => {
    child.send(job);
    const [done] = (await Promise.race([once(child, 'message'), brokeOff()])) as [JobResult<Result>];
    if ('trouble' in done) throw new Error(done.trouble);
    return done.result;
  };
};
