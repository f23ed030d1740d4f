import type { CallbackSettings } from '../domain/callback.ts';
import { callbackSettings } from '../merchants/merchant-checks.ts';
import {
  aFunction,
  type Checks,
  fields,
  oneOf,
  text,
  thing,
  trueOrFalse,
  waitMs,
  wholeNumber,
} from '../options/check-options.ts';
import type { Clock } from '../runtime/clock.ts';
import type { LogStream } from '../runtime/log-line.ts';
import type { Store } from '../store/store.ts';
import type { ConnectionLimits } from './connections.ts';

/** Options that only a program can give. */
export interface ProgramOptions {
  /** Settings of callbacks; fields that are left out are as at the bank. */
  readonly callbacks?: Partial<CallbackSettings>;
  /** Whether a folder of scenario files is read again after a change; a wrong file is logged and changes nothing. */
  readonly watchesScenarios?: boolean;
  /**
   * Whether calls on which no payment depends are answered before a folder of scenario files has been read, without
   * faults. By default the first call waits.
   */
  readonly readsScenariosLater?: boolean;
  /** A store, whose work is resumed: merchants, their clocks, due work, waiting callbacks. It is closed with the simulator. */
  readonly store?: Store;
  readonly clock?: Clock;
  /** Ids repeat exactly for the same seed. */
  readonly seed?: string;
  /** The stream that the log goes to; standard error by default. */
  readonly logsTo?: LogStream;
  /** Says the message of a text line of the log in another language; English by default. A log in JSON is English. */
  readonly sayLine?: (english: string) => string;
  /** How long a shop may take to answer a callback, in milliseconds of the machine; ten seconds by default. */
  readonly callbackPatienceMs?: number;
  /** The address of the demo shop, for the start page; undefined if there is none. */
  readonly demoShopUrl?: () => string | undefined;
  /** Limits of connections and requests; a client that exceeds them is cut off. */
  readonly limits?: Partial<ConnectionLimits>;
}

const limits = fields<Partial<ConnectionLimits>>({ noun: 'limit' })({
  headersMs: waitMs,
  requestMs: waitMs,
  unreadMs: waitMs,
  idleMs: waitMs,
  connections: wholeNumber(0),
});

export const programOptions = {
  callbacks: callbackSettings,
  watchesScenarios: trueOrFalse,
  readsScenariosLater: trueOrFalse,
  store: thing<Store>('a store of `openStore`', 'merchants'),
  clock: thing<Clock>('a clock of `createClock`', 'advance'),
  seed: text,
  logsTo: oneOf('stdout', 'stderr'),
  sayLine: aFunction<(english: string) => string>(),
  callbackPatienceMs: waitMs,
  demoShopUrl: aFunction<() => string | undefined>(),
  limits,
} satisfies Checks<ProgramOptions>;
