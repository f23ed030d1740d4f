import { afterMachineTime, type Cancel } from '../../runtime/machine-time.ts';
import type { Channel, ChannelListener } from '../channel.ts';
import {
  askLastId,
  askLastIdInTurn,
  hearingChannel,
  joining,
  type LastId,
  send,
  textsChannel,
  valuesOf,
} from './channel-statements.ts';
import { createHearing } from './hearing.ts';
import { type Link, openLink } from './link.ts';
import { createAssembly } from './notices.ts';
import { createOutbox } from './outbox.ts';
import { within } from './within.ts';

/** How long it waits before it makes a connection anew that broke: longer each time. Milliseconds of the machine. */
const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** How often it looks whether the connection holds, and who else listens. */
const roundMs = 20_000;

/** How long anything may take that somebody waits for, also where the server is silent. */
const patienceMs = 1_000;

const nobody: ChannelListener = { onText: () => {}, onJoined: () => {}, onHeard: () => {}, onOutage: () => {} };

/** A channel by LISTEN and NOTIFY, over a connection of its own. */
export const postgresChannel = (address: string): Channel & { readonly close: () => Promise<void> } => {
  let listener = nobody;
  /** The connection, also while it is being made; `joined`: from when on all is heard. */
  let link: Link | undefined;
  let joined: Link | undefined;
  let isClosed = false;
  let isOut = false;
  let pauseMs = firstPauseMs;
  let cancelNext: Cancel = () => {};
  let announced: Promise<void> | undefined;
  let sending: Promise<void> | undefined;
  const outbox = createOutbox();
  const hearing = createHearing(() => listener.onHeard());

  const onEnd = (error: unknown): void => {
    joined = undefined;
    cancelNext();
    if (isClosed) return;
    if (!isOut) listener.onOutage(error);
    isOut = true;
    cancelNext = afterMachineTime(pauseMs, () => void connect());
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };

  const connect = async (): Promise<void> => {
    const early: [id: number, text: string][] = [];
    const assemble = createAssembly((id, text) => {
      if (joined === link) listener.onText(id, text);
      else early.push([id, text]);
    });
    try {
      link = openLink(address, {
        onNotice: (notice, from) => {
          if (notice.channel === textsChannel) assemble(notice.payload);
          if (notice.channel === hearingChannel) hearing.onNotice(from, notice).catch(() => {});
        },
        onEnd,
      });
    } catch (error) {
      // Such as a certificate that is not there any more.
      return onEnd(error);
    }
    await takePart(link, early).catch(() => {
      // The end of the connection has been told, and is followed by the next.
    });
  };

  const takePart = async (made: Link, early: readonly [id: number, text: string][]): Promise<void> => {
    for (const statement of joining) await made.ask(statement);
    const [last] = await made.ask<LastId>(askLastIdInTurn);
    await hearing.look(made);
    if (isClosed) return;
    joined = made;
    const lastId = Number(last?.id);
    listener.onJoined(lastId);
    for (const [id, text] of early) if (id > lastId) listener.onText(id, text);
    planRound(made);
    sendOn();
    announce();
  };

  const announce = (): void => {
    if (announced && joined) announced = hearing.announce(joined).catch(() => {});
  };

  /** An outage is over when the connection has held for a round. */
  const planRound = (current: Link): void => {
    cancelNext = afterMachineTime(roundMs, async () => {
      await hearing.look(current).then(
        () => {
          isOut = false;
          pauseMs = firstPauseMs;
          if (joined === current) planRound(current);
        },
        () => {},
      );
    });
  };

  /** Sends what waits, one statement after the other, so that texts of this process keep their order. */
  const sendOn = (): void => {
    if (!sending && joined && !outbox.isEmpty()) sending = sendAll();
  };

  const sendAll = async (): Promise<void> => {
    while (joined && !outbox.isEmpty()) {
      const batch = outbox.take();
      await joined.ask(send, valuesOf(batch)).catch(() => outbox.lose(batch));
    }
    sending = undefined;
  };

  return {
    join: (whom) => {
      listener = whom;
      return connect();
    },
    isHeard: hearing.isHeard,
    send: (json) => {
      if (isClosed) return;
      outbox.put(json);
      sendOn();
    },
    hear: async () => {
      if (!announced) {
        announced = Promise.resolve();
        announce();
      }
      await within(patienceMs, announced);
    },
    leave: () => {
      if (!announced) return;
      announced = undefined;
      if (joined) hearing.withdraw(joined).catch(() => {});
    },
    lastId: async () => {
      if (sending) await within(patienceMs, sending);
      let last: LastId | undefined;
      const ask = async () => {
        [last] = (await joined?.ask<LastId>(askLastId)) ?? [];
      };
      await within(
        patienceMs,
        ask().catch(() => {}),
      );
      return last && Number(last.id);
    },
    close: async () => {
      isClosed = true;
      cancelNext();
      if (sending) await within(patienceMs, sending);
      joined = undefined;
      if (link) await within(patienceMs, link.close());
    },
  };
};
