/**
 * Verifies what it is told to, one job after the other: the verifier writes straight to the standard output of its
 * process, where the results of the tests are.
 */
import { isDeepStrictEqual } from 'node:util';
import { bankNamed } from '../../simulator/banks/all.ts';
import { withoutStates } from '../pact/pact-file.ts';
import type { Report } from '../pact/report.ts';
import { brokenShops } from '../shop/broken-shops.ts';
import { startDemoShop } from '../shop/demo-shop.ts';
import { verifyCallbacks } from '../shop/verify-callbacks.ts';
import { brokenGateways } from './broken-gateways.ts';
import type { Answer, ChangeAnswer } from './proxy.ts';
import { startRecordedGateway } from './recorded-gateway.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';
import { verifyOverHttp } from './verify-over-http.ts';

export interface Job {
  readonly pactFile: string;
  /** Who keeps the agreement. Default: the gateway. */
  readonly provider?: 'shop';
  /** States are reached by HTTP, by Pact's core alone. */
  readonly overHttp?: true;
  /** Whose gateway it is. */
  readonly bank?: string;
  /** Name of a broken gateway or shop; the simulator or the demo shop as it is without one. */
  readonly broken?: string;
}

export type JobResult = { readonly report: Report } | { readonly trouble: string };

interface Recording {
  /** One for each interaction, in their order. */
  readonly answers: readonly Answer[];
  readonly report: Report;
}

const recordings = new Map<string, Promise<Recording>>();

/** What the simulator answers: it is the same for every broken gateway, so it is asked once in a process. */
const record = async (pactFile: string): Promise<Recording> => {
  const answers: Answer[] = [];
  const gateway = await startSimulatedGateway((answer) => answers.push(structuredClone(answer)));
  const report = await verify(gateway, [pactFile]).finally(gateway.stop);
  if (!report.accepted || answers.length !== report.interactions.length)
    throw new Error(`faults are looked for in a gateway without any:\n${report.output}`);
  return { answers, report };
};

/** Only what the fault has changed is verified again: all the rest was accepted, answer for answer. */
const verifySpoiled = async (pactFile: string, spoil: ChangeAnswer): Promise<Report> => {
  const recording = recordings.get(pactFile) ?? record(pactFile);
  recordings.set(pactFile, recording);
  const { answers, report } = await recording;
  const spoiled = answers.map((answer) => {
    const copy = structuredClone(answer);
    spoil(copy);
    return copy;
  });
  const places = spoiled.flatMap((answer, place) => (isDeepStrictEqual(answer, answers[place]) ? [] : [place]));
  const gateway = await startRecordedGateway(spoiled.filter((_, place) => places.includes(place)));
  const again = await withoutStates(pactFile, places, (copies) => verify(gateway, copies)).finally(gateway.stop);
  return { ...again, interactions: report.interactions };
};

const verifyGateway = async ({ pactFile, broken, bank, overHttp }: Job): Promise<Report> => {
  if (overHttp) return verifyOverHttp(pactFile);
  const spoil = brokenGateways[broken ?? '']?.spoil;
  if (spoil) return verifySpoiled(pactFile, spoil);
  const gateway = await startSimulatedGateway(undefined, bankNamed(bank ?? ''));
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
