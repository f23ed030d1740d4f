/** Verifies gateways in a process of its own. */
import { isDeepStrictEqual } from 'node:util';
import { bankNamed } from '../../simulator/banks/all.ts';
import { withoutStates } from '../pact/pact-file.ts';
import type { Report } from '../pact/report.ts';
import { serveJobs } from '../pact/serve-jobs.ts';
import { brokenGateways } from './broken-gateways.ts';
import type { Answer, ChangeAnswer } from './proxy.ts';
import { startRecordedGateway } from './recorded-gateway.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';
import { verifyOverHttp } from './verify-over-http.ts';

export interface GatewayJob {
  readonly pactFile: string;
  /** States are reached by HTTP, by Pact's core alone. */
  readonly overHttp?: true;
  /** Whose gateway it is. */
  readonly bank?: string;
  /** Name of a broken gateway; absent: the simulator as it is. */
  readonly broken?: string;
}

interface Recording {
  /** One for each interaction, in their order. */
  readonly answers: readonly Answer[];
  readonly report: Report;
}

const recordings = new Map<string, Promise<Recording>>();

/** The answers of the simulator. They are the same for every broken gateway, so they are recorded once in a process. */
const record = async (pactFile: string): Promise<Recording> => {
  const answers: Answer[] = [];
  const gateway = await startSimulatedGateway((answer) => answers.push(structuredClone(answer)));
  const report = await verify(gateway, [pactFile]).finally(gateway.stop);
  if (!report.accepted || answers.length !== report.interactions.length)
    throw new Error(`faults are looked for in a gateway without any:\n${report.output}`);
  return { answers, report };
};

/** Verifies only the answers that the fault has changed: the others were accepted already. */
const verifyFault = async (pactFile: string, fault: ChangeAnswer): Promise<Report> => {
  const recording = recordings.get(pactFile) ?? record(pactFile);
  recordings.set(pactFile, recording);
  const { answers, report } = await recording;
  const changed = answers.map((answer) => {
    const copy = structuredClone(answer);
    fault(copy);
    return copy;
  });
  const places = changed.flatMap((answer, place) => (isDeepStrictEqual(answer, answers[place]) ? [] : [place]));
  const gateway = await startRecordedGateway(changed.filter((_, place) => places.includes(place)));
  const again = await withoutStates(pactFile, places, (copies) => verify(gateway, copies)).finally(gateway.stop);
  return { ...again, interactions: report.interactions };
};

const verifyGateway = async ({ pactFile, broken, bank, overHttp }: GatewayJob): Promise<Report> => {
  if (overHttp) return verifyOverHttp(pactFile);
  const fault = brokenGateways[broken ?? '']?.fault;
  if (fault) return verifyFault(pactFile, fault);
  const gateway = await startSimulatedGateway(undefined, bankNamed(bank ?? ''));
  return verify(gateway, [pactFile]).finally(gateway.stop);
};

serveJobs(verifyGateway);
