import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreUnavailable } from '../domain/errors/store-error.ts';
import { hideCardData } from '../masking/hide-card-data.ts';
import { createLimitedLines, outageLines, troubleLines } from './limited-lines.ts';
import {
  type LineLevel,
  type LogLevel,
  type LogLine,
  type LogOutput,
  logLevels,
  type StepFacts,
  type WriteLine,
} from './log-line.ts';
import { machine } from './machine-time.ts';

/**
 * Writes lines. Callers pass no CVC, password or token; card numbers are masked. While the store is down, lines
 * about it with the same cause are written once a second; of all other warnings, and of all other errors, at most 100 are.
 */
export interface Log {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
  debug(facts: object, message: string): void;
  /** A line whose message says everything for a person: as text it has no facts but the order and its page. */
  step(level: 'warn' | 'info', facts: StepFacts, message: string): void;
  readonly isInfo: boolean;
  readonly isDebug: boolean;
  /** Whether lines carry the ids of requests. */
  readonly hasRequestIds: boolean;
  /** Runs the work of a request, whose id all its lines carry if lines do, also later ones. */
  withRequestId<T>(requestId: string, work: () => T): T;
  /** Lines of a lower level are not written. */
  readonly level: LogLevel;
  /** Another level from now on. */
  setLevel(level: LogLevel): void;
  /** The last lines that were written, at most 100, oldest first, masked as they were. */
  tail(): Promise<readonly TailLine[]>;
  /** Resolves when every line is written. */
  flush(): Promise<void>;
}

/** A line of the log for a person. */
export interface TailLine {
  /** By the clock of the machine, milliseconds since 1970. */
  readonly atMs: number;
  readonly level: LineLevel;
  /** Without its time. The stack of an error begins in the next line. */
  readonly text: string;
}

/** How many lines are kept. */
const mostOfTail = 100;

/** A log that loads its writer with the first line, so that a quiet start stays fast. */
export const createLog = (first: LogLevel, output: LogOutput): Log => {
  let writer: Promise<WriteLine> | undefined;
  let level = first;
  let most = logLevels.indexOf(level);
  let requests: AsyncLocalStorage<string> | undefined;
  const tail: (LogLine & { readonly atMs: number })[] = [];
  const wants = (line: LineLevel): boolean => logLevels.indexOf(line) <= most;
  const wantsRequestIds = (): boolean => wants(output.format === 'json' ? 'info' : 'debug');
  const requestIds = (): AsyncLocalStorage<string> => {
    requests ??= new AsyncLocalStorage();
    return requests;
  };

  const write = (line: LineLevel, facts: object, message: string, isStep = false): void => {
    writer ??= import('./log-output.ts').then(({ openOutput }) => openOutput(output, withoutSecrets));
    const requestId = requests?.getStore();
    const all = requestId === undefined ? facts : { requestId, ...facts };
    const written = { level: line, facts: all, message, isStep };
    if (tail.push({ ...written, atMs: machine.now() }) > mostOfTail) tail.shift();
    void writer.then((writeLine) => writeLine(written));
  };

  const limited = createLimitedLines(write);
  const put = (line: LineLevel, facts: { readonly err?: unknown }, message: string): void => {
    if (!wants(line)) return;
    if (facts.err instanceof StoreUnavailable) limited.put(line, outageLines(facts.err, message), facts, message);
    else if (line === 'warn' || line === 'error') limited.put(line, troubleLines(line), facts, message);
    else write(line, facts, message);
  };

  return {
    error: (facts, message) => put('error', facts, message),
    warn: (facts, message) => put('warn', facts, message),
    info: (facts, message) => put('info', facts, message),
    debug: (facts, message) => put('debug', facts, message),
    step: (line, facts, message) => {
      if (wants(line)) write(line, facts, message, true);
    },
    get isInfo() {
      return wants('info');
    },
    get isDebug() {
      return wants('debug');
    },
    get hasRequestIds() {
      return wantsRequestIds();
    },
    withRequestId: (requestId, work) => (wantsRequestIds() ? requestIds().run(requestId, work) : work()),
    get level() {
      return level;
    },
    setLevel: (next) => {
      level = next;
      most = logLevels.indexOf(next);
    },
    tail: async () => {
      const { lineWithoutTime } = await import('./text-line.ts');
      return tail.map(({ atMs, ...line }) => ({
        atMs,
        level: line.level,
        text: lineWithoutTime(line, { hide: withoutSecrets, paints: false }),
      }));
    },
    flush: async () => {
      limited.flush();
      await writer;
    },
  };
};

/** The query of an address. */
const query = /\?[^\s"'\\]*=[^\s"'\\]*/g;

/** No card number and no query string gets into a line, even if a client sent it as a name or an address. */
const withoutSecrets = (text: string): string => hideCardData(text.replace(query, '?***'));
