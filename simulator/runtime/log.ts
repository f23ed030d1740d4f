import { AsyncLocalStorage } from 'node:async_hooks';
import { hideCardData } from '../domain/hide-card-data.ts';
import { StoreUnavailable } from '../domain/store-error.ts';
import {
  type LineLevel,
  type LogLevel,
  type LogOutput,
  logLevels,
  type StepFacts,
  type WriteLine,
} from './log-line.ts';
import { createOutageLines } from './outage-lines.ts';

/**
 * Writes lines. Callers pass no CVC, password or token; card numbers are masked. While the store is down, lines
 * about it with the same cause are written once a second.
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
  /** Resolves when every line is written. */
  flush(): Promise<void>;
}

/** A log that loads its writer with the first line, so that a quiet start stays fast. */
export const createLog = (level: LogLevel, output: LogOutput): Log => {
  let writer: Promise<WriteLine> | undefined;
  const wants = (line: LineLevel): boolean => logLevels.indexOf(line) <= logLevels.indexOf(level);
  const requests = wants(output.format === 'json' ? 'info' : 'debug') ? new AsyncLocalStorage<string>() : undefined;

  const write = (line: LineLevel, facts: object, message: string, isStep = false): void => {
    writer ??= import('./log-output.ts').then(({ openOutput }) => openOutput(output, withoutSecrets));
    const requestId = requests?.getStore();
    const all = requestId === undefined ? facts : { requestId, ...facts };
    void writer.then((writeLine) => writeLine({ level: line, facts: all, message, isStep }));
  };

  const outages = createOutageLines(write);
  const put = (line: LineLevel, facts: { readonly err?: unknown }, message: string): void => {
    if (!wants(line)) return;
    if (facts.err instanceof StoreUnavailable) outages.put(line, facts.err, facts, message);
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
    isInfo: wants('info'),
    isDebug: wants('debug'),
    hasRequestIds: requests !== undefined,
    withRequestId: (requestId, work) => (requests ? requests.run(requestId, work) : work()),
    flush: async () => {
      outages.flush();
      await writer;
    },
  };
};

/** The query of an address. */
const query = /\?[^\s"'\\]*=[^\s"'\\]*/g;

/** No card number and no query string gets into a line, even if a client sent it as a name or an address. */
const withoutSecrets = (text: string): string => hideCardData(text.replace(query, '?***'));
