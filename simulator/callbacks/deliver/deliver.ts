import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { afterMachineTime, type Clock, mostWaitToMoveMs } from '../../runtime/clock.ts';
import type { RunExclusive } from '../../runtime/key-queue.ts';
import type { Leases } from '../../sharing/leases.ts';
import type { Store } from '../../store/store.ts';
import { whyNotTo } from './allowed-host.ts';
import { findsNobody, nextCallback, tried } from './next-callback.ts';
import { createSending } from './sending.ts';
import { watchOthers } from './watch-others.ts';

/** Brings callbacks to their shops: in order for one order or stored card, again where it fails, never keeping anybody waiting. */
export interface Courier {
  /** Keeps a callback and begins to deliver it in the background. */
  post(callback: Callback): Promise<void>;
  /** Begins to deliver a callback that is kept already, in the background. */
  begin(callback: Callback): void;
  /**
   * Sends a callback once more, whatever became of it, and gives it with this try. What is planned for it stays as it is,
   * unless the shop takes it now. Undefined where it is gone.
   */
  resend(callback: Callback): Promise<Callback | undefined>;
  /** Resolves when this callback was tried, or nothing about its subject can be tried now. */
  deliver(callback: Callback): Promise<void>;
  /** Delivers what waits of a merchant and was kept by somebody else. */
  resume(login: string): Promise<void>;
  /**
   * Resolves when nothing about the merchant has begun here that is still running, and no process has a callback on its
   * way; after a while also where one stays where it is.
   */
  settled(login: string): Promise<void>;
  /** Resolves when no process has a callback of the merchant on its way, or after as long as moving a clock waits. */
  almostSettled(login: string): Promise<void>;
  /**
   * Begins to send no more. Resolves when what is on its way has arrived, or is broken off after the grace: that waits as
   * if it had never been sent.
   */
  stop(graceMs: number): Promise<void>;
}

export interface CourierOptions {
  readonly store: Store;
  /** The clock of a merchant. */
  readonly clockOf: (login: string) => Clock;
  readonly runExclusive: RunExclusive;
  /** So that one of several processes with the same store delivers. */
  readonly leases: Leases;
  /** Told of every try, with what came of it. */
  readonly onTried: (callback: Callback) => void;
  /** Where callbacks may go; anywhere by default. */
  readonly hosts?: readonly string[];
  /** How long a shop may take to answer, in milliseconds of the machine. */
  readonly patienceMs?: number;
}

/** When to look again at what another process is at, in milliseconds of the machine. */
const busyElsewhereMs = 500;

export const createCourier = (options: CourierOptions): Courier => {
  const { store, clockOf, runExclusive, leases, onTried, hosts = [], patienceMs = 10_000 } = options;
  const sending = createSending(patienceMs);
  const others = watchOthers({ store, clockOf, isStopped: sending.isStopped });

  /** Here one after the other; elsewhere somebody may be at it too. */
  const turn = <T>(subject: string, action: (work: string) => Promise<T>): Promise<T> => {
    const work = `callbacks about ${subject}`;
    return sending.during(runExclusive(work, () => action(work)));
  };

  /** Who waits for a try, by the id of the callback. */
  const awaited = new Map<string, () => void>();

  /** When each subject is looked at again, by the clock that this is planned on. */
  const plans = new WeakMap<Clock, Map<string, number>>();

  const planAgain = ({ merchant, subject, dueMs }: Callback): void => {
    const clock = clockOf(merchant);
    const planned = plans.get(clock) ?? new Map<string, number>();
    if ((planned.get(subject) ?? Number.POSITIVE_INFINITY) <= dueMs) return;
    plans.set(clock, planned.set(subject, dueMs));
    clock.after(dueMs - clock.now(), () => {
      if (planned.get(subject) === dueMs) planned.delete(subject);
      return work(subject);
    });
  };

  /**
   * False where another process is at it: that delivers what has come in between. One that died gives it free in a moment.
   */
  const workIfFree = (subject: string): Promise<boolean> =>
    turn(subject, async (name) => {
      if (await leases.alone(name, () => deliverAll(subject))) return true;
      const waiting = nextCallback(await store.callbacks.about(subject));
      if (waiting && !sending.isStopped()) afterMachineTime(busyElsewhereMs, () => begin(waiting));
      return false;
    });

  const work = async (subject: string): Promise<void> => {
    await workIfFree(subject);
  };

  /** The next one decides: what comes after it waits for it. */
  const deliverAll = async (subject: string): Promise<void> => {
    for (;;) {
      const callback = nextCallback(await store.callbacks.about(subject));
      if (!callback || sending.isStopped()) return;
      const clock = clockOf(callback.merchant);
      if (callback.dueMs > clock.now()) return planAgain(callback);
      const after = await triedOnce(callback, clock.now());
      if (!after) return;
      await store.callbacks.save(after);
      onTried(after);
      awaited.get(after.id)?.();
    }
  };

  /** Undefined: everything stops, so it waits. */
  const triedOnce = async (callback: Callback, nowMs: number): Promise<Callback | undefined> => {
    const forbidden = whyNotTo(callback.url, hosts);
    if (forbidden !== undefined) return givenUp(callback, { atMs: nowMs, error: forbidden });
    const attempt = findsNobody(callback) ? unreachable(nowMs) : await sending.send(callback, nowMs);
    return attempt && tried(callback, attempt);
  };

  const sentByHand = async (callback: Callback, nowMs: number): Promise<CallbackTry | undefined> => {
    const forbidden = whyNotTo(callback.url, hosts);
    return forbidden === undefined ? sending.send(callback, nowMs) : { atMs: nowMs, error: forbidden };
  };

  const begin = ({ merchant, subject }: Callback): void => clockOf(merchant).start(() => work(subject));

  return {
    post: async (callback) => {
      await store.callbacks.save(callback);
      begin(callback);
    },
    begin,
    resend: async ({ id, subject, merchant }) => {
      const clock = clockOf(merchant);
      const sent = await turn(subject, (name) =>
        leases.inTime(name, async () => {
          const callback = (await store.callbacks.about(subject)).find((one) => one.id === id);
          if (!callback) return undefined;
          const attempt = await sentByHand(callback, clock.now());
          if (!attempt) return callback;
          const next = triedByHand(callback, attempt);
          await store.callbacks.save(next);
          onTried(next);
          return next;
        }),
      );
      // What waited for it may go now.
      clock.start(() => work(subject));
      return sent;
    },
    deliver: async (callback) => {
      const { id, subject } = callback;
      const isTried = new Promise<true>((resolve) => awaited.set(id, () => resolve(true)));
      const isOver = await Promise.race([isTried, workIfFree(subject)]);
      awaited.delete(id);
      if (!isOver) await others.haveTried(callback, patienceMs);
    },
    resume: async (login) => {
      for (const subject of await store.callbacks.waitingSubjects(login)) clockOf(login).start(() => work(subject));
    },
    settled: async (login) => {
      await clockOf(login).settled();
      if (store.sharing) await others.haveSettled(login);
    },
    almostSettled: (login) => others.haveSettled(login, mostWaitToMoveMs),
    stop: sending.stop,
  };
};

/** It may not go where it should, now or later. */
const givenUp = (callback: Callback, attempt: CallbackTry): Callback => ({
  ...callback,
  tries: [...callback.tries, attempt],
  state: 'given-up',
});

const triedByHand = (callback: Callback, attempt: CallbackTry): Callback => ({
  ...callback,
  tries: [...callback.tries, { ...attempt, byHand: true }],
  ...(attempt.httpStatus === 200 && { state: 'delivered' }),
});

/** A try that the scenario lets fail, as one that nobody answers. */
const unreachable = (atMs: number): CallbackTry => ({ atMs, error: 'ECONNREFUSED' });
