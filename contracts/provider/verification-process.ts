/** Verifies gateways in a process of its own. */
import { bankNamed } from '../../simulator/banks/all.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { withOnly } from '../pact/pact-file.ts';
import type { Report } from '../pact/report.ts';
import { serveJobs } from '../pact/serve-jobs.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';
import { verifyOverHttp } from './verify-over-http.ts';

export interface GatewayJob {
  readonly pactFile: string;
  /** States are reached by HTTP, by Pact's core alone. */
  readonly overHttp?: true;
  /** Whose gateway it is. */
  readonly bank?: string;
  /** The time at which its clock stands still. */
  readonly startMs?: number;
  /** A pattern of the descriptions that are verified; all by default. */
  readonly only?: string;
}

const verifyGateway = ({ only, ...job }: GatewayJob): Promise<Report> => {
  if (only === undefined) return verifyWhole(job);
  const isMeant = ({ description }: { readonly description: string }) => new RegExp(only).test(description);
  return withOnly([job.pactFile], isMeant, ([pactFile = '']) => verifyWhole({ ...job, pactFile }));
};

const verifyWhole = async ({ pactFile, bank, startMs, overHttp }: GatewayJob): Promise<Report> => {
  const options = { bank: bankNamed(bank ?? '') ?? bereke, ...(startMs !== undefined && { startMs }) };
  if (overHttp) return verifyOverHttp(pactFile, options);
  const gateway = await startSimulatedGateway(options);
  return verify(gateway, [pactFile]).finally(gateway.stop);
};

serveJobs(verifyGateway);
