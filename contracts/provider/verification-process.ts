/**
 * Verifies what it is told to, one job after the other: the verifier writes straight to the standard output of its
 * process, where the results of the tests are.
 */
import { brokenGateways } from './broken-gateways.ts';
import type { Report } from './report.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';

export interface Job {
  readonly pactFile: string;
  /** Name of a broken gateway; the simulator as it is without one. */
  readonly broken?: string;
}

export type JobResult = { readonly report: Report } | { readonly trouble: string };

const doJob = async ({ pactFile, broken }: Job): Promise<JobResult> => {
  const gateway = await startSimulatedGateway(broken === undefined ? undefined : brokenGateways[broken]?.spoil);
  try {
    return { report: await verify(gateway, [pactFile]) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  } finally {
    await gateway.stop();
  }
};

let working: Promise<unknown> = Promise.resolve();
process.on('message', (job: Job) => {
  working = working.then(async () => process.send?.(await doJob(job)));
});
