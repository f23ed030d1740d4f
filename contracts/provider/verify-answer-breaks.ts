import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { breakReply, callAt } from '../../simulator/breaks/apply.ts';
import type { Break, Reply } from '../../simulator/breaks/break.ts';
import { type Interaction, type PactFile, readPact } from '../pact/pact-file.ts';
import type { Mismatch } from '../pact/report.ts';
import { type CoreResult, type Difference, differencesIn, readCoreReport } from '../verify/core/core-report.ts';
import { runCoreHere } from '../verify/core/pact-core.ts';
import { complaintsBeyondPact } from './beyond-pact.ts';
import { changedPaths, isAbout } from './changed-paths.ts';
import { readReply } from './proxy.ts';
import { startRecordedGateway } from './recorded-gateway.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';

/** The verdict on a broken gateway. */
export interface BreakReport {
  /** Descriptions of the interactions that the break changes, or names. The others were accepted before. */
  readonly tried: readonly string[];
  readonly mismatches: readonly Mismatch[];
  /** The mismatches that are about something else than the change. */
  readonly strays: readonly Mismatch[];
}

/** An interaction whose answer a break changes. */
interface Affected {
  /** The first part of its path. */
  readonly key: string;
  readonly row: Break;
  readonly interaction: Interaction;
  readonly reply: Reply;
  /** The JSON paths of the changes; absent if more than JSON is changed. */
  readonly changes?: readonly string[];
}

/**
 * Verifies breaks that change answers: the changed interactions of all of them at once, each under a path of its own, at
 * one gateway that has the changed answers of the simulator.
 */
export const verifyAnswerBreaks = async (
  pactFile: string,
  rows: readonly Break[],
  recording: string,
): Promise<Readonly<Record<string, BreakReport>>> => {
  const replies = await recordingOf(pactFile, recording);
  const { interactions } = readPact(pactFile);
  const affected = rows.flatMap((row) => affectedBy(row, interactions, replies));
  const results = await resultsOf(pactFile, affected);
  return Object.fromEntries(
    rows.map((row) => {
      const own = affected.flatMap((one, index) => (one.row === row ? [{ ...one, result: results.get(index) }] : []));
      return [row.id, reportOf(own)];
    }),
  );
};

const reportOf = (affected: readonly (Affected & { readonly result: CoreResult | undefined })[]): BreakReport => {
  const seen = affected.map(({ interaction: { description }, reply, result, changes }) => {
    if (!result) throw new Error(`the verifier did not try ${description}`);
    const differences = [...differencesIn(result), ...complaintsAbout(reply)];
    const strays = changes ? differences.filter(({ path }) => path !== 'body' && !isAbout(path, changes)) : [];
    const named = (one: Difference): Mismatch => ({ interaction: description, ...one });
    return { tried: description, mismatches: differences.map(named), strays: strays.map(named) };
  });
  return {
    tried: seen.map(({ tried }) => tried),
    mismatches: seen.flatMap(({ mismatches }) => mismatches),
    strays: seen.flatMap(({ strays }) => strays),
  };
};

/** Nothing is looked for in a text that is no JSON; Pact says so already. */
const complaintsAbout = (reply: Reply): readonly Difference[] => {
  try {
    return complaintsBeyondPact(readReply(reply));
  } catch {
    return [];
  }
};

/** The answers of the simulator, which are the same for every break: from the file, which is written if there is none. */
const recordingOf = async (pactFile: string, file: string): Promise<readonly Reply[]> => {
  if (!existsSync(file)) {
    const replies = await record(pactFile);
    const written = replies.map((reply) => ({ ...reply, body: reply.body.toString('base64') }));
    // Another process finds the whole file or none.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(written));
    renameSync(`${file}.${process.pid}`, file);
  }
  const written = JSON.parse(readFileSync(file, 'utf8')) as readonly (Omit<Reply, 'body'> & {
    readonly body: string;
  })[];
  return written.map((reply) => ({ ...reply, body: Buffer.from(reply.body, 'base64') }));
};

const record = async (pactFile: string): Promise<readonly Reply[]> => {
  const gateway = await startSimulatedGateway();
  const report = await verify(gateway, [pactFile]).finally(gateway.stop);
  const replies = gateway.replies();
  if (!report.accepted || replies.length !== report.interactions.length)
    throw new Error(`breaks are looked for in a gateway without any:\n${report.output}`);
  return replies;
};

const basePath = '/payment';

const affectedBy = (row: Break, interactions: readonly Interaction[], replies: readonly Reply[]) =>
  interactions.flatMap((interaction, place): readonly Affected[] => {
    const honest = replies[place];
    if (!honest || !row.calls.includes(callAt(interaction.request?.path ?? '', basePath))) return [];
    const reply = breakReply(row, honest);
    if (isDeepStrictEqual(reply, honest)) return [];
    const changes = 'answer' in row && changedPaths(jsonOf(honest), jsonOf(reply));
    return [{ key: `${row.id}.${place}`, row, interaction, reply, ...(changes && { changes }) }];
  });

const jsonOf = ({ body }: Reply): unknown => JSON.parse(body.toString());

/** The work of Pact's core for an interaction grows with the file that has it, so the pact comes in many files. */
const perFile = 10;

/** By the place among the affected interactions. */
const resultsOf = async (pactFile: string, affected: readonly Affected[]): Promise<ReadonlyMap<number, CoreResult>> => {
  if (affected.length === 0) return new Map();
  const folder = mkdtempSync(path.join(tmpdir(), 'breaks-'));
  const gateway = await startRecordedGateway(new Map(affected.map(({ key, reply }) => [key, reply])));
  try {
    const pactUrls = writeFiles(folder, JSON.parse(readFileSync(pactFile, 'utf8')), affected);
    return readCoreReport(await runCoreHere({ providerBaseUrl: gateway.url, pactUrls })).results;
  } finally {
    await gateway.stop();
    rmSync(folder, { recursive: true });
  }
};

const writeFiles = (folder: string, pact: PactFile, affected: readonly Affected[]): readonly string[] => {
  const interactions = affected.map(underPrefix);
  return Array.from({ length: Math.ceil(interactions.length / perFile) }, (_, index) => {
    const file = path.join(folder, `${index}.json`);
    const own = interactions.slice(index * perFile, (index + 1) * perFile);
    writeFileSync(file, JSON.stringify({ ...pact, interactions: own }));
    return file;
  });
};

/** The interaction without its states, because the gateway has its answer already. */
const underPrefix = ({ key, interaction: { request, ...interaction } }: Affected, index: number): Interaction => ({
  ...interaction,
  description: `${index}: ${key}`,
  providerStates: [],
  request: { ...request, path: `/${key}${request?.path}` },
});
