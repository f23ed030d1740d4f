import { writeFileSync } from 'node:fs';
import { GatewayError } from '../../client/index.ts';
import type { RecordedPact } from '../../simulator/recording/pact-document.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { data, gitHubStepIn } from '../report/github-command.ts';
import { writeReports } from '../report/write-reports.ts';
import { runShopCommand, type ShopRun } from '../tested-shop/run-shop-command.ts';
import { shellHint } from '../tested-shop/shell-hint.ts';
import { openTestedGateway, type TestedGateway } from '../tested-shop/tested-gateway.ts';
import type { Environment } from '../verify/options.ts';
import { asReads, clientReads, openNotesFile, saidReads } from './client-reads.ts';
import { type GivenOptions, type RecordRequest, readOptions } from './options.ts';
import { type Baseline, probe } from './probe.ts';
import { reportOf, textOfPact } from './recorded.ts';
import { reportsOfRecording } from './reports-of-recording.ts';
import { refuseUnseenReads } from './unseen-reads.ts';

/** Where the command writes; texts include their line ends. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0: recorded; 1: the command failed, and nothing was written; 2: it could not be tried. */
export type ExitCode = 0 | 1 | 2;

/** Requests that the journal keeps: those of a long run. */
const journalSize = 100_000;

/** Runs the shop's own tests against a gateway, and writes what they did there as a pact. @throws the reason of the signal */
export const record = async (
  command: readonly string[],
  given: GivenOptions,
  output: Output,
  environment: Environment = process.env,
  signal?: AbortSignal,
): Promise<ExitCode> => {
  try {
    const request = await readOptions(command, given, environment);
    const { bank, port, sandbox, token } = request;
    const gateway = await openTestedGateway({
      sandbox,
      token,
      port,
      options: { journalSize, ...(bank && { bank }) },
    });
    try {
      return await recordAt(gateway, request, given, { output, environment, signal });
    } finally {
      await gateway.stop();
    }
  } catch (error) {
    if (!(error instanceof CannotTry || error instanceof GatewayError)) throw error;
    output.err(`error: ${error.message}\n${/^--/.test(error.message) ? '--help shows the usage.\n' : ''}`);
    return 2;
  }
};

interface Surroundings {
  readonly output: Output;
  readonly environment: Environment;
  readonly signal: AbortSignal | undefined;
}

const recordAt = async (
  gateway: TestedGateway,
  request: RecordRequest,
  { json, junit }: GivenOptions,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  const { output, environment, signal } = surroundings;
  const merchant = await gateway.makeMerchant();
  await refuseWithoutJournal(gateway, merchant.login);
  const { run, notes } = await runNoted(request, gateway.environmentOf(merchant), signal);
  if (run.notStarted !== undefined)
    throw new CannotTry(
      `${request.line[0]}: the command could not be started (${run.notStarted})${shellHint(request.line[0])}`,
    );
  if (run.exitCode !== 0) {
    const sentence = `The command ended with ${endOf(run)}: nothing was written.`;
    output.err(`${sentence}\n`);
    if (gitHubStepIn(environment)) output.out(`::error title=tillbox record::${data(sentence)}\n`);
    return 1;
  }
  await refuseWithoutJournal(gateway, merchant.login);
  const { consumer, date, file, callbacksFile } = request;
  const reads = request.probes
    ? await readsOf(gateway, { login: merchant.login, run }, request, surroundings)
    : request.reads === undefined
      ? await readsByClient(gateway, merchant.login, notes, output)
      : givenReads(request.reads);
  const recording = { consumer, ...(date && { date }) };
  if (Array.isArray(request.reads)) refuseUnseenReads(request.reads, await pactOf(gateway, merchant.login, recording));
  const pact = await pactOf(gateway, merchant.login, { ...recording, ...(reads && { reads }) });
  refuseEmpty(pact);
  const callbacks = callbacksFile ? await callbacksOf(gateway, merchant.login, recording) : undefined;
  write('--output', file, textOfPact(pact));
  output.out(reportOf({ pact, file }));
  if (callbacks && callbacksFile) {
    write('--callbacks', callbacksFile, textOfPact(callbacks));
    output.out(reportOf({ pact: callbacks, file: callbacksFile }));
  }
  writeReports(reportsOfRecording({ pact, file, ...(callbacks && { callbacks }) }), {
    json,
    junit,
    step: gitHubStepIn(environment),
    out: output.out,
  });
  return 0;
};

/** Runs the command, and gives what the client of tillbox has noted in it. */
const runNoted = async (
  { line }: RecordRequest,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<{ readonly run: ShopRun; readonly notes: string }> => {
  const notes = openNotesFile();
  try {
    const all = { ...environment, ...notes.environment };
    const run = await runShopCommand({ line, environment: all, output: 'passed', signal });
    return { run, notes: notes.text() };
  } finally {
    notes.remove();
  }
};

const givenReads = (reads: readonly string[] | 'all'): readonly string[] | undefined =>
  reads === 'all' ? undefined : reads;

/** What the client of tillbox tells about the reading of the shop; undefined if the shop does not use it. */
const readsByClient = async (
  { sandbox }: TestedGateway,
  login: string,
  notes: string,
  output: Output,
): Promise<readonly string[] | undefined> => {
  if (notes === '') return undefined;
  const { entries } = await sandbox.journal(login);
  const calls = clientReads(
    notes,
    entries.flatMap(({ surface, path }) => (surface === 'api' ? [path] : [])),
  );
  if (calls.length === 0) return undefined;
  output.out(saidReads(calls));
  return asReads(calls);
};

/** The fields of answers that the tests need. @throws CannotTry if they need none, so that nothing can be agreed */
const readsOf = async (
  gateway: TestedGateway,
  baseline: Baseline,
  { line }: RecordRequest,
  { output, signal }: Surroundings,
): Promise<readonly string[]> => {
  const onRun = (run: number, fields: number) => output.err(`Probe, run ${run}: without ${fields} fields\n`);
  const { needed, removed, runs } = await probe(gateway, baseline, { line, signal, onRun });
  if (needed.length === 0)
    throw new CannotTry('--probe: the tests pass without any field of any answer, so they check nothing of them');
  output.out(
    `The tests need ${needed.length} of ${needed.length + removed.length} fields (${runs} runs): ${needed.join(', ')}.\n`,
  );
  return needed;
};

/** @throws CannotTry if there are none */
const callbacksOf = async (gateway: TestedGateway, login: string, recording: Recording): Promise<RecordedPact> => {
  const pact = await pactOf(gateway, login, { ...recording, of: 'callbacks' });
  if (pact.interactions.length > 0) return pact;
  const reasons = pact.metadata.tillbox.calls.leftOut.map(({ call, reason }) => `  ${call}: ${reason}`);
  throw new CannotTry(
    [
      '--callbacks: the shop answered no callback; orders name its address as dynamicCallbackUrl, or the merchant as callbacks.url',
      ...reasons,
    ].join('\n'),
  );
};

const endOf = ({ exitCode, endedBy }: ShopRun): string =>
  exitCode === undefined ? (endedBy ?? 'a signal') : `exit code ${exitCode}`;

type Recording = NonNullable<Parameters<TestedGateway['sandbox']['recordedPact']>[1]>;

const pactOf = async ({ sandbox }: TestedGateway, login: string, recording: Recording): Promise<RecordedPact> =>
  JSON.parse(await sandbox.recordedPact(login, recording));

const refuseWithoutJournal = async ({ sandbox }: TestedGateway, login: string): Promise<void> => {
  const { isOn, dropped } = await sandbox.journal(login, { limit: 1 });
  if (!isOn) throw new CannotTry('--sandbox: its journal is off; start that tillbox without JOURNAL_SIZE=0');
  if (dropped > 0)
    throw new CannotTry(
      `the journal has dropped ${dropped} requests of this run; start that tillbox with a larger JOURNAL_SIZE`,
    );
};

const refuseEmpty = ({ interactions, metadata }: RecordedPact): void => {
  const { seen, leftOut } = metadata.tillbox.calls;
  if (seen === 0)
    throw new CannotTry('the command made no call: it has to use TILLBOX_REST_URL, TILLBOX_LOGIN and TILLBOX_PASSWORD');
  if (interactions.length > 0) return;
  const reasons = leftOut.map(({ call, reason }) => `  ${call}: ${reason}`);
  throw new CannotTry(['no call had a known state, so there is nothing to write', ...reasons].join('\n'));
};

const write = (option: string, file: string, text: string): void => {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CannotTry(`${option} ${file}: it cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};
