/** Verifies gateways in a process of its own. */
import { isDeepStrictEqual } from 'node:util';
import { bankNamed } from '../../simulator/banks/all.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { descriptionsIn, withOnly, withoutStates } from '../pact/pact-file.ts';
import type { Report } from '../pact/report.ts';
import { serveJobs } from '../pact/serve-jobs.ts';
import { brokenGateways } from './broken-gateways.ts';
import type { Answer, ChangeAnswer, Way } from './proxy.ts';
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
  /** The time at which its clock stands still. */
  readonly startMs?: number;
  /** A pattern of the descriptions that are verified; all by default. */
  readonly only?: string;
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
  const gateway = await startSimulatedGateway();
  const report = await verify(gateway, [pactFile]).finally(gateway.stop);
  const answers = gateway.answers?.() ?? [];
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

/** Verifies the interactions that have to fail. */
const verifyBehaviour = async (pactFile: string, way: Way, fails: RegExp): Promise<Report> => {
  const gateway = await startSimulatedGateway({ way, statesOnWay: true });
  const isMeant = ({ description }: { readonly description: string }) => fails.test(description);
  const report = await withOnly([pactFile], isMeant, (copies) => verify(gateway, copies)).finally(gateway.stop);
  return { ...report, interactions: descriptionsIn(pactFile) };
};

const verifyBroken = (pactFile: string, name: string): Promise<Report> => {
  const broken = brokenGateways[name];
  if (!broken) throw new Error(`no broken gateway ${name}`);
  return 'fault' in broken ? verifyFault(pactFile, broken.fault) : verifyBehaviour(pactFile, broken.way, broken.fails);
};

const verifyGateway = ({ only, ...job }: GatewayJob): Promise<Report> => {
  if (only === undefined) return verifyWhole(job);
  const isMeant = ({ description }: { readonly description: string }) => new RegExp(only).test(description);
  return withOnly([job.pactFile], isMeant, ([pactFile = '']) => verifyWhole({ ...job, pactFile }));
};

const verifyWhole = async ({ pactFile, broken, bank, startMs, overHttp }: GatewayJob): Promise<Report> => {
  const options = { bank: bankNamed(bank ?? '') ?? bereke, ...(startMs !== undefined && { startMs }) };
  if (overHttp) return verifyOverHttp(pactFile, options);
  if (broken !== undefined) return verifyBroken(pactFile, broken);
  const gateway = await startSimulatedGateway(options);
  return verify(gateway, [pactFile]).finally(gateway.stop);
};

serveJobs(verifyGateway);
