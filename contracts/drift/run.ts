import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bankNamed } from '../../simulator/banks/all.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { gitHubStepIn } from '../report/github-command.ts';
import { reproducibleDay } from '../report/reproducible-day.ts';
import { writeReports, writeTo } from '../report/write-reports.ts';
import type { Environment } from '../verify/options.ts';
import { askBank } from './ask-bank.ts';
import { type AskGateway, askOverHttp } from './ask-gateway.ts';
import { askTillbox } from './ask-tillbox.ts';
import { compareRounds } from './compare/compare-rounds.ts';
import { nothingAccepted, readAccepted, sortByAccepted, textOfAccepted } from './file/accepted.ts';
import type { KeptRun } from './file/kept-run.ts';
import { readRun } from './file/read-run.ts';
import { textOfRun } from './file/write-run.ts';
import { listOfQuestions } from './list-questions.ts';
import { type DriftRequest, type GivenOptions, readDriftOptions } from './options.ts';
import { suggestedBank } from './profile/suggested-bank.ts';
import { allQuestions, type WiderRun } from './questions/all.ts';
import { type DriftResult, fails } from './report/drift-result.ts';
import { reportsOfDrift } from './report/reports-of-drift.ts';
import { textReport } from './report/text-report.ts';

/** Where the command writes; texts include their line ends. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0: no difference that counts; 1: there is one; 2: it could not be tried. */
export type ExitCode = 0 | 1 | 2;

/** What the command does beyond this machine. */
export interface Means {
  readonly ask: AskGateway;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** `2026-11-30`, in UTC. */
  readonly today: () => string;
}

const realMeans: Means = {
  ask: askOverHttp,
  newId: randomUUID,
  sleep,
  today: () => new Date().toISOString().slice(0, 10),
};

/** Asks a bank and tillbox the same, and reports on what differs. */
export const findDrift = async (
  given: GivenOptions,
  output: Output,
  environment: Environment = process.env,
  means: Means = realMeans,
): Promise<ExitCode> => {
  try {
    const request = await readDriftOptions(withBankOfFile(given), environment);
    if (given.list) {
      output.out(listOfQuestions(request.wider));
      return 0;
    }
    return await compareAndReport(given, request, output, environment, means);
  } catch (error) {
    if (!(error instanceof CannotTry)) throw error;
    const hint = error.message.startsWith('--') ? '--help shows the usage.\n' : '';
    output.err(`error: ${error.message}\n${hint}`);
    return 2;
  }
};

/** A file of answers says whose they are. */
const withBankOfFile = (given: GivenOptions): GivenOptions => {
  if (given.from === undefined || given.bank !== undefined) return given;
  const { bank } = readRun(given.from);
  return bankNamed(bank) ? { ...given, bank } : given;
};

const compareAndReport = async (
  given: GivenOptions,
  request: DriftRequest,
  { out }: Output,
  environment: Environment,
  means: Means,
): Promise<ExitCode> => {
  const accepted = given.accept === undefined ? nothingAccepted : readAccepted(given.accept);
  const { run, source, wider, fileText } = await runOf(given, request, out, environment, means);
  const ours = await askTillbox(request.bank, wider);
  const { groups, compared, unsteady } = compareRounds(run.answers, run.again, ours.answers);
  const { unknown, known, gone } = sortByAccepted(groups, accepted, compared);
  const { leftOut, calls, orders } = run;
  const result: DriftResult = {
    bank: request.bank.name,
    source,
    compared,
    differences: unknown,
    known,
    gone,
    leftOut,
    unsteady,
    calls,
    orders,
    hasPaid: wider.cards || wider.byHand,
    failsOn: request.failsOn,
    countsGuesses: request.countsGuesses,
  };
  out(textReport(result));
  if (fileText && given.save !== undefined) {
    const text = fileText();
    writeTo('--save', given.save, (file) => writeFileSync(file, text));
  }
  writeTo('--save-accepted', given.saveAccepted, (file) => writeFileSync(file, textOfAccepted(groups)));
  if (given.profile !== undefined) {
    const { text, summary } = await suggestedBank(request.bank, run, wider, source);
    writeTo('--profile', given.profile, (file) => writeFileSync(file, text));
    out(`${given.profile}: ${summary}\n`);
  }
  writeReports(reportsOfDrift(result), { json: given.json, junit: given.junit, step: gitHubStepIn(environment), out });
  return unknown.some((group) => fails(result, group)) ? 1 : 0;
};

interface FoundRun {
  readonly run: KeptRun;
  readonly source: string;
  readonly wider: WiderRun;
  /** The file of the answers; absent if they are from one. */
  readonly fileText?: () => string;
}

/** The answers of the bank: asked for now, or from a file. */
const runOf = async (
  { from }: GivenOptions,
  { bank, address, wider, pauseMs }: DriftRequest,
  out: Output['out'],
  environment: Environment,
  { ask, newId, sleep, today }: Means,
): Promise<FoundRun> => {
  if (from !== undefined) {
    const run = readRun(from);
    return { run, source: basename(from), wider: widerOf(run) };
  }
  if (!address) throw new CannotTry('--gateway is needed');
  const { baseUrl, host, login } = address;
  let isFirst = true;
  const pause = async (): Promise<void> => {
    if (!isFirst) await sleep(pauseMs);
    isFirst = false;
  };
  const answered = await askBank({ baseUrl, login, bank, ask, newId, pause }, wider, (line) => out(`${line}\n`));
  const { bank: name, ...rest } = answered;
  const run = { bank: name, host, askedOn: reproducibleDay(environment) ?? today(), ...rest };
  return { run, source: host, wider, fileText: () => textOfRun(run, login) };
};

/** The questions of a file. */
const widerOf = ({ answers }: KeptRun): WiderRun => {
  const groups = new Set(answers.map(({ question }) => allQuestions.find(({ id }) => id === question)?.group));
  return { cards: groups.has('cards'), byHand: groups.has('by hand'), wrongPassword: groups.has('wrong password') };
};
