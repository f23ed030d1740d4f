import { afterMachineTime, type Cancel, machineSleep, within } from '../../runtime/machine-time.ts';
import type { Channel, ChannelListener } from '../channel.ts';
import * as statements from './channel-statements.ts';
import { coalesced } from './coalesced.ts';
import { type Link, openLink } from './link.ts';
import { createOutbox } from './outbox.ts';

/** The pause before a broken connection is made again: longer each time. */
const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** How often old events are dropped, and listeners of other processes are counted. */
const roundMs = 20_000;

/** The longest wait of a caller, even if the server is silent. */
const patienceMs = 2_000;

/** The longest wait for other processes to learn of a listener. */
const announcementMs = 500;

/** How many earlier events a process reads when it starts. */
const mostEarlier = 1_000;

const ignore = (): void => {};

/** Events in a table, which keeps them for a minute; NOTIFY says that there are new ones. Times are the machine's. */
export const postgresChannel = (address: string): Channel & { readonly close: () => Promise<void> } => {
  let listener: ChannelListener;
  let link: Link | undefined;
  let isJoined = false;
  let isClosed = false;
  let isOut = false;
  let pauseMs = firstPauseMs;
  let cancelNext: Cancel = ignore;
  let lastReadId: number | undefined;
  let hasListeners = false;
  let isQuiet = false;
  let announced: Promise<void> | undefined;
  const outbox = createOutbox();

  const ask: Link['ask'] = async (sql, values) => (await link?.ask(sql, values)) ?? [];
  const countOf = async (sql: string): Promise<number> => (await ask<statements.Count>(sql))[0]?.count ?? 0;

  const read = coalesced(async () => {
    for (;;) {
      const events = await ask<{ readonly id: number; readonly json: string }>(statements.readEvents, [lastReadId]);
      for (const { id, json } of events) {
        lastReadId = id;
        listener.onEvent(id, json);
      }
      if (events.length < statements.mostReadAtOnce) return;
    }
  });

  const send = coalesced(async () => {
    while (isJoined && !outbox.isEmpty()) {
      const batch = outbox.take();
      try {
        await ask(statements.sendEvents, [batch.lost, batch.texts]);
      } catch (error) {
        outbox.lose(batch);
        throw error;
      }
    }
  });

  const lookForListeners = coalesced(async () => {
    // Quiet before it looks: either this process sees a new listener, or the listener sees this process and waits.
    if (!isQuiet) await ask(statements.beQuiet);
    isQuiet = true;
    const before = hasListeners;
    hasListeners = (await countOf(statements.countListening)) > 0;
    if (hasListeners !== before) listener.onListenersChange();
    if (!hasListeners) return;
    isQuiet = false;
    await ask(statements.endQuiet);
  });

  const announce = async (): Promise<void> => {
    await ask(statements.beginListening);
    for (let waitMs = 1; waitMs < announcementMs && (await countOf(statements.countQuiet)) > 0; waitMs *= 2)
      await machineSleep(waitMs);
  };

  const catchUp = async (): Promise<void> => {
    await announced;
    await send();
    await read();
  };

  /** An outage is over when the connection has held for a round. */
  const round = async (): Promise<void> => {
    await ask(statements.dropOldEvents);
    await lookForListeners();
    isOut = false;
    pauseMs = firstPauseMs;
    planRound();
  };

  const planRound = (): void => {
    cancelNext = afterMachineTime(roundMs, () => void round().catch(ignore));
  };

  const takePart = async (): Promise<void> => {
    isQuiet = false;
    await ask(statements.waitForBell);
    await ask(statements.dropOldEvents);
    const lastId = (await ask<{ readonly id: number }>(statements.readLastId))[0]?.id ?? 0;
    // The ids begin again if the database does.
    lastReadId = Math.min(lastReadId ?? Math.max(lastId - mostEarlier, 0), lastId);
    await read();
    await lookForListeners();
    if (isClosed) return;
    lastReadId = Math.max(lastReadId, lastId);
    isJoined = true;
    listener.onJoined(lastReadId);
    planRound();
    if (announced) announced = announce().catch(ignore);
    await send();
  };

  const onEnd = (error: unknown): void => {
    isJoined = false;
    cancelNext();
    if (isClosed) return;
    if (!isOut) listener.onOutage(error);
    isOut = true;
    cancelNext = afterMachineTime(pauseMs, () => void connect());
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };

  const connect = async (): Promise<void> => {
    try {
      link = openLink(address, {
        onNotice: (payload) => {
          (payload === statements.listenersChanged ? lookForListeners() : read()).catch(ignore);
        },
        onEnd,
      });
    } catch (error) {
      // Such as a certificate that is gone.
      return onEnd(error);
    }
    // A failure ends the link, and `onEnd` plans the next.
    await takePart().catch(ignore);
  };

  return {
    join: (newListener) => {
      listener = newListener;
      return connect();
    },
    hasListeners: () => hasListeners,
    send: (json) => {
      if (isClosed) return;
      outbox.put(json);
      send().catch(ignore);
    },
    listen: async () => {
      announced ??= isJoined ? announce().catch(ignore) : Promise.resolve();
      await within(patienceMs, catchUp().catch(ignore));
    },
    leave: () => {
      if (!announced) return;
      announced = undefined;
      if (isJoined) ask(statements.endListening).catch(ignore);
    },
    close: async () => {
      isClosed = true;
      cancelNext();
      await within(patienceMs, send().catch(ignore));
      isJoined = false;
      if (link) await within(patienceMs, link.close());
    },
  };
};
