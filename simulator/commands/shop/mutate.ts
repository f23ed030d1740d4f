import { InvalidArgumentError } from 'commander';
import { harmfulBreaks, mutate } from '../../../contracts/mutate/mutate.ts';
import { doubtIn, type Mutation, scoreOf } from '../../../contracts/mutate/mutation.ts';
import { htmlReport } from '../../../contracts/mutate/report/html-report.ts';
import { printedMutation, progressLine } from '../../../contracts/mutate/report/printed.ts';
import { reportsOfMutation } from '../../../contracts/mutate/report/reports-of-mutation.ts';
import { schemaReport } from '../../../contracts/mutate/report/schema-report.ts';
import { CannotTry } from '../../../contracts/report/cannot-try.ts';
import { allInFolders } from '../../../contracts/report/in-folder.ts';
import { writeReports } from '../../../contracts/report/write-reports.ts';
import { openTestedGateway } from '../../../contracts/tested-shop/tested-gateway.ts';
import type { Break } from '../../breaks/break.ts';
import { optionsOf } from '../../config.ts';
import { stopwatch } from '../../runtime/machine-time.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode, Output } from '../command.ts';
import { gitHubStep } from '../read-config.ts';
import { asWritten } from '../say.ts';
import { readSettings, webAddress } from './read-options.ts';
import { untilSignal } from './until-signal.ts';
import { whenNotTried } from './when-not-tried.ts';

interface Options {
  readonly only?: string;
  readonly concurrency?: string;
  readonly port?: string;
  readonly sandbox?: string;
  readonly token?: string;
  readonly minScore?: string;
  readonly report?: string;
  readonly html?: string;
  readonly json?: string;
  readonly junit?: string;
}

/**
 * Tries the tests of a shop with broken gateways. Resolves with 0, with 1 if the score is lower than asked for, with 2 if the
 * tests could not be tried, and after a signal with its exit code.
 */
export const mutateTests = async (line: Mutation['line'], options: Options, output: Output): Promise<ExitCode> => {
  const { out, say = asWritten } = output;
  const chosen = options.only === undefined ? harmfulBreaks : readBreaks(options.only);
  const concurrency = wholeNumber('--concurrency', options.concurrency ?? '1', 1, 64);
  const minScore = wholeNumber('--min-score', options.minScore ?? '0', 0, 100);
  const choice = readGateway(options);

  const work = async (signal: AbortSignal): Promise<ExitCode> => {
    const { json, junit, report, html } = options;
    allInFolders({ '--json': json, '--junit': junit, '--report': report, '--html': html });
    const gateway = await openTestedGateway(choice);
    try {
      const mutation = await mutate({ gateway, line, chosen, concurrency, signal, ...progress(output, chosen.length) });
      out(printedMutation(mutation, say));
      writeReports(reportsOfMutation(mutation), {
        json,
        junit,
        others: [
          { option: '--report', file: report, text: () => schemaReport(mutation) },
          { option: '--html', file: html, text: () => htmlReport(mutation) },
        ],
        step: gitHubStep(),
        out,
      });
      const doubt = doubtIn(mutation);
      if (doubt !== undefined) throw new CannotTry(doubt);
      return scoreOf(mutation) < minScore ? 1 : 0;
    } finally {
      await gateway.stop();
    }
  };
  return untilSignal((signal) => work(signal).catch(whenNotTried(output)));
};

/** Prints every result with the time that is left, to standard error. */
const progress = ({ err, say = asWritten }: Output, chosen: number) => {
  let took = stopwatch();
  let total = 0;
  let done = 0;
  err(`${say('Two runs with the right gateway ...')}\n`);
  return {
    onBaseline: ({ tookMs }: { readonly tookMs: number }, toRun: number): void => {
      total = toRun;
      took = stopwatch();
      const seconds = (tookMs / 1_000).toFixed(1);
      err(`${say(`${toRun} of ${chosen} breaks are reached; a run takes ${seconds} s`)}\n`);
    },
    onResult: (result: Parameters<typeof progressLine>[0]): void => {
      done += 1;
      err(progressLine(result, { done, total, leftMs: (took() / done) * (total - done) }, say));
    },
  };
};

const readGateway = ({ sandbox, port, token }: Options) => {
  const settings = readSettings();
  // The control API is where the tests look for it: at the address of the gateway.
  const { controlPort: _, ...ownOptions } = optionsOf(settings);
  if (sandbox !== undefined && port !== undefined)
    throw new InvalidArgumentError('--port: expected none with --sandbox, whose gateway has its port already');
  return {
    ...(sandbox !== undefined && { sandbox: webAddress('--sandbox', sandbox) }),
    token: token ?? (settings.controlToken || undefined),
    port: port === undefined ? undefined : wholeNumber('--port', port, 1, 65_535),
    options: ownOptions,
  };
};

const wholeNumber = (option: string, given: string, from: number, to: number): number => {
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new InvalidArgumentError(`${option} ${given}: expected a whole number from ${from} to ${to}`);
};

/** The breaks with these ids, or of these areas. */
const readBreaks = (given: string): readonly Break[] => {
  const words = given.split(',').map((word) => word.trim());
  const isMeant = (id: string, word: string): boolean => id === word || id.startsWith(`${word}-`);
  for (const word of words) {
    if (harmfulBreaks.some(({ id }) => isMeant(id, word))) continue;
    const ids = harmfulBreaks.map(({ id }) => id);
    const meant = nearest(word, [...ids, ...new Set(ids.map((id) => id.slice(0, 2)))]);
    throw new InvalidArgumentError(
      `--only ${word}: expected ids of breaks, such as st-06${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    );
  }
  return harmfulBreaks.filter(({ id }) => words.some((word) => isMeant(id, word)));
};
