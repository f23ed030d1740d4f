import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import { hideCardData } from '../domain/hide-card-data.ts';
import { StoreUnavailable } from '../domain/store-error.ts';
import { createOutageLines } from './outage-lines.ts';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/**
 * Writes structured lines. Callers pass no CVC, password or token; card numbers are masked. While the store is down, lines
 * about it with the same cause are written once a second.
 */
export interface Log {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
  readonly isInfo: boolean;
  /** Runs the work of a request. At `info` all its lines carry the id, also later ones. */
  withRequestId<T>(requestId: string, work: () => T): T;
  /** Resolves when every line is written. */
  flush(): Promise<void>;
}

type Line = Exclude<LogLevel, 'silent' | 'debug'>;

/** A log that loads its writer with the first line, so that a quiet start stays fast. `writeLine`: to standard output by default. */
export const createLog = (level: LogLevel, writeLine?: (line: string) => void): Log => {
  let writer: Promise<Logger> | undefined;
  const wants = (line: Line): boolean => logLevels.indexOf(line) <= logLevels.indexOf(level);
  const requests = wants('info') ? new AsyncLocalStorage<string>() : undefined;

  const write = (line: Line, facts: object, message: string): void => {
    writer ??= openWriter(level, writeLine);
    const requestId = requests?.getStore();
    const all = requestId === undefined ? facts : { requestId, ...facts };
    void writer.then((logger) => logger[line](all, message));
  };

  const outages = createOutageLines(write);
  const put = (line: Line, facts: { readonly err?: unknown }, message: string): void => {
    if (!wants(line)) return;
    if (facts.err instanceof StoreUnavailable) outages.put(line, facts.err, facts, message);
    else write(line, facts, message);
  };

  return {
    error: (facts, message) => put('error', facts, message),
    warn: (facts, message) => put('warn', facts, message),
    info: (facts, message) => put('info', facts, message),
    isInfo: requests !== undefined,
    withRequestId: (requestId, work) => (requests ? requests.run(requestId, work) : work()),
    flush: async () => {
      outages.flush();
      await writer;
    },
  };
};

const openWriter = async (level: LogLevel, write?: (line: string) => void): Promise<Logger> => {
  const { pino } = await import('pino');
  const serializers = { err: errorFields };
  const options = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers,
    hooks: { streamWrite: withoutSecrets },
  };
  return write ? pino(options, { write }) : pino(options);
};

/** An error without the fields that Node hangs on it, such as the address that could not be read. */
const errorFields = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: name,
    message,
    ...(code !== undefined && { code }),
    stack,
    ...(cause !== undefined && { cause: errorFields(cause) }),
  };
};

/** The query of an address. */
const query = /\?[^\s"'\\]*=[^\s"'\\]*/g;

/** No card number and no query string gets into a line, even if a client sent it as a name or an address. */
const withoutSecrets = (line: string): string => `${hideCardData(line.trimEnd().replace(query, '?***'))}\n`;
