/** Verifies broken gateways in a process of its own. */
import { changesAnswers } from '../../simulator/breaks/apply.ts';
import { serveJobs } from '../pact/serve-jobs.ts';
import { expectedOf } from './expected-failures.ts';
import { breakNamed } from './planted-breaks.ts';
import { type BreakReport, verifyAnswerBreaks } from './verify-answer-breaks.ts';
import { verifyBehaviourBreak } from './verify-behaviour-break.ts';

export interface BreakJob {
  readonly pactFile: string;
  /** Ids of breaks: any number that change answers, or one that changes the behaviour. */
  readonly ids: readonly string[];
  /** A file with the answers of the simulator; the first process that needs it writes it. */
  readonly recording: string;
}

/** By the id of the break. */
export type BreakReports = Readonly<Record<string, BreakReport>>;

const work = async ({ pactFile, ids, recording }: BreakJob): Promise<BreakReports> => {
  const rows = ids.map(breakNamed);
  const [first] = rows;
  if (!first || changesAnswers(first)) return verifyAnswerBreaks(pactFile, rows, recording);
  return { [first.id]: await verifyBehaviourBreak(pactFile, first, expectedOf(first.id)?.tries) };
};

serveJobs(work);
