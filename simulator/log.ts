import type { Logger } from 'pino';
import type { LogLevel } from './config.ts';
import { hidePans } from './domain/hide-pans.ts';

/** Writes structured lines; never given a CVC or password, and a card number that a client sent elsewhere does not come out. */
export interface Log {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
  readonly isInfo: boolean;
}

const ranks: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];

/** A log that loads its writer at the first line worth writing, so that a quiet start stays fast. */
export const createLog = (level: LogLevel): Log => {
  let writer: Promise<Logger> | undefined;
  const wants = (line: LogLevel): boolean => ranks.indexOf(line) <= ranks.indexOf(level);

  const write = (line: 'error' | 'warn' | 'info', facts: object, message: string): void => {
    if (!wants(line)) return;
    writer ??= import('pino').then(({ pino }) => pino({ level, hooks: { streamWrite: hidePans } }));
    void writer.then((logger) => logger[line](facts, message));
  };

  return {
    error: (facts, message) => write('error', facts, message),
    warn: (facts, message) => write('warn', facts, message),
    info: (facts, message) => write('info', facts, message),
    isInfo: wants('info'),
  };
};
