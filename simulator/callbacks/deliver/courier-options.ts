import type { Callback } from '../../domain/callback.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { InTurn } from '../../runtime/key-queue.ts';
import type { Leases } from '../../sharing/leases.ts';
import type { Store } from '../../store/store.ts';

export interface CourierOptions {
  readonly store: Store;
  /** The clock of a merchant. */
  readonly clockOf: (login: string) => Clock;
  readonly inTurn: InTurn;
  /** So that one of several processes with the same store delivers. */
  readonly leases: Leases;
  /** Called after every try, with the callback as it is then. */
  readonly onTried: (callback: Callback) => void;
  /** Where callbacks may go; anywhere by default. */
  readonly hosts?: readonly string[] | undefined;
  /** How long a shop may take to answer, in milliseconds of the machine; ten seconds by default. */
  readonly patienceMs?: number | undefined;
}
