import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { longestMoveWaitMs } from '../../runtime/background.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import { findTargets } from './callback-targets.ts';
import { type CourierOptions, createSubjectWork } from './deliver-subject.ts';
import { createForwarding, type Forwarding } from './forwarding.ts';
import { endPause, isPaused, keepPause } from './pause.ts';
import { createSending } from './sending.ts';
import { createTries } from './try-callback.ts';
import { watchOthers } from './watch-others.ts';

/** Brings callbacks to their shops: in order for one order or stored card, again after a failure, and in the background. */
export interface Courier {
  /** Listeners who send callbacks in place of the gateway. */
  readonly forwarding: Forwarding;
  /** Keeps a callback and begins to deliver it in the background. */
  post(callback: Callback): Promise<void>;
  /** Begins to deliver a callback that is kept already, in the background. */
  begin(callback: Callback): void;
  /**
   * Sends a callback once more, in any state, and returns it with this try. Its planned tries stay, unless the shop accepts
   * this one. Undefined if it is gone.
   */
  resend(callback: Callback): Promise<Callback | undefined>;
  /** Resolves when this callback was tried, or no callback about its subject can be tried now. */
  deliver(callback: Callback): Promise<void>;
  /** Begins to deliver the waiting callbacks of a merchant, which another process or an earlier run has kept. */
  resume(login: string): Promise<void>;
  /** Sends a callback that is not kept, once; undefined if a stop prevents it. */
  sendOnce(callback: Callback): Promise<CallbackTry | undefined>;
  /** Why no callback of a merchant may go to an address; undefined if one may, or its name cannot be resolved now. */
  blockedReason(url: string, login: string): Promise<string | undefined>;
  /** Sends no callbacks of a merchant any more, except by hand; resolves when none is on its way, in any process. */
  pause(login: string): Promise<void>;
  /** Sends them again, and begins with those that have waited. */
  run(login: string): Promise<void>;
  /**
   * Resolves when no work for the merchant is running here and no process has a callback on its way, or after fifteen
   * seconds.
   */
  settled(login: string): Promise<void>;
  /** Resolves when no process has a callback of the merchant on its way, or after as long as moving a clock waits. */
  almostSettled(login: string): Promise<void>;
  /**
   * Sends no more. Resolves when the callbacks on their way have arrived, or are broken off after the grace: those wait as
   * if they had never been sent.
   */
  stop(graceMs: number): Promise<void>;
}

export const createCourier = (options: CourierOptions): Courier => {
  const { store, clockOf, leases, onTried, patienceMs } = options;
  const forwarding = createForwarding(patienceMs);
  const sending = createSending(options, forwarding);
  const tries = createTries(sending);
  const subjects = createSubjectWork(options, sending, tries);
  const others = watchOthers({ store, clockOf, isStopped: sending.isStopped });

  const begin = ({ merchant, subject }: Callback): void => subjects.begin(merchant, subject);

  const sendByHand = async ({ id, subject, merchant }: Callback): Promise<Callback | undefined> => {
    const callback = (await store.callbacks.about(subject)).find((one) => one.id === id);
    const after = callback && (await tries.byHand(callback, clockOf(merchant).now()));
    if (!after) return callback;
    await store.callbacks.save(after);
    onTried(after);
    return after;
  };

  const resume = async (login: string): Promise<void> => {
    if (await isPaused(store, login)) return;
    for (const subject of await store.callbacks.waitingSubjects(login)) {
      subjects.begin(login, subject);
      await giveWay();
    }
  };

  return {
    forwarding,
    post: async (callback) => {
      await store.callbacks.save(callback);
      begin(callback);
    },
    begin,
    resend: async (callback) => {
      const sent = await subjects.exclusive(callback.subject, (name) =>
        leases.inTime(name, () => sendByHand(callback)),
      );
      // Callbacks that waited for this one may go now.
      begin(callback);
      return sent;
    },
    deliver: async (callback) => {
      const { tried, forget } = subjects.nextTry(callback.id);
      const isOver = await Promise.race([tried, subjects.deliver(callback.subject)]);
      forget();
      if (!isOver) await others.haveTried(callback, patienceMs);
    },
    resume,
    sendOnce: async (callback) => (await sending.send(callback, clockOf(callback.merchant).now()))?.attempt,
    blockedReason: async (url, login) => {
      if (options.inbox?.isFor({ merchant: login, url })) return undefined;
      if (!URL.canParse(url)) return `${url} is no address`;
      const found = await findTargets(new URL(url), options.targets).catch(() => undefined);
      return found && 'reason' in found ? found.reason : undefined;
    },
    pause: async (login) => {
      await keepPause(store, login);
      for (const subject of await store.callbacks.waitingSubjects(login))
        await subjects.exclusive(subject, (name) => leases.inTime(name, async () => {}));
    },
    run: async (login) => {
      await endPause(store, login);
      await resume(login);
    },
    settled: async (login) => {
      await clockOf(login).settled();
      if (store.sharing) await others.haveSettled(login);
    },
    almostSettled: (login) => others.haveSettled(login, longestMoveWaitMs),
    stop: sending.stop,
  };
};
