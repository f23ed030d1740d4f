/**
 * Verifies what it is told to, one job after the other: the verifier writes straight to the standard output of its
 * process, where the results of the tests are.
 */
import { brokenShops } from '../shop/broken-shops.ts';
import { startDemoShop } from '../shop/demo-shop.ts';
import { verifyCallbacks } from '../shop/verify-callbacks.ts';
import { brokenGateways } from './broken-gateways.ts';
import type { Report } from './report.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';

export interface Job {
  readonly pactFile: string;
  /** Who keeps the agreement. Default: the gateway. */
  readonly provider?: 'shop';
  /** Name of a broken gateway or shop; the simulator or the demo shop as it is without one. */
  readonly broken?: string;
}

export type JobResult = { readonly report: Report } | { readonly trouble: string };

const verifyGateway = async ({ pactFile, broken }: Job): Promise<Report> => {
  const gateway = await startSimulatedGateway(broken === undefined ? undefined : brokenGateways[broken]?.spoil);
  return verify(gateway, [pactFile]).finally(gateway.stop);
};

const verifyShop = async ({ pactFile, broken }: Job): Promise<Report> => {
  const shop = await startDemoShop(broken === undefined ? undefined : brokenShops[broken]?.fault);
  return verifyCallbacks(shop, pactFile).finally(shop.stop);
};

const doJob = async (job: Job): Promise<JobResult> => {
  try {
    return { report: await (job.provider === 'shop' ? verifyShop(job) : verifyGateway(job)) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
};

let working: Promise<unknown> = Promise.resolve();
process.on('message', (job: Job) => {
  working = working.then(async () => process.send?.(await doJob(job)));
});
