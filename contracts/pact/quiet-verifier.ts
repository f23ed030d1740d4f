import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Job, JobResult } from '../provider/verification-process.ts';
import type { Report } from './report.ts';

/** The contract that the shop's client has written. */
export const shopPact = path.join(import.meta.dirname, '..', 'pacts', 'shop-gateway.json');

/** The contract that the gateway's own sender has written. */
export const callbackPact = path.join(import.meta.dirname, '..', 'pacts', 'gateway-shop.json');

export interface QuietVerifier {
  /** One job at a time. Rejects where there is no verdict. */
  readonly verify: (job: Job) => Promise<Report>;
  readonly stop: () => Promise<void>;
}

/** Verifies in a process of its own. */
export const quietVerifier = (): QuietVerifier => {
  const child = fork(path.join(import.meta.dirname, '../provider/verification-process.ts'), {
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
  return {
    verify: async (job) => {
      child.send(job);
      const [result] = (await Promise.race([once(child, 'message'), brokeOff()])) as [JobResult];
      if ('trouble' in result) throw new Error(result.trouble);
      return result.report;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
};
