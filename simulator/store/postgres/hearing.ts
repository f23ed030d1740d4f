import { hear, hearingChannel, leave, lookForOthers, notify, type Others } from './channel-statements.ts';
import type { Link, Notice } from './link.ts';
import { within } from './within.ts';

/** How long another process may take to say that it knows, in milliseconds of the machine. */
const patienceMs = 500;

/**
 * Knows whether somebody listens in another process. Who begins to listen says `on <number>`, and each other answers
 * `known <process> <number>`; who ends says `off`; who says nothing any more has no lock.
 */
export const createHearing = (onChange: () => void) => {
  let others: Others = { own: 0, present: 0, hearing: 0 };
  let news = 0;
  let announcements = 0;
  const onKnown = new Map<string, () => void>();

  const isHeard = (): boolean => others.hearing > 0;

  const set = (found: Others): void => {
    const before = isHeard();
    others = found;
    if (isHeard() !== before) onChange();
  };

  const look = async (link: Link): Promise<void> => {
    for (;;) {
      const before = news;
      const [found] = await link.ask<{ [Key in keyof Others]: number }>(lookForOthers);
      // What was said meanwhile may be newer than the answer.
      if (found && before === news) return set(found);
    }
  };

  const say = async (link: Link, words: string): Promise<void> => {
    await link.ask(notify, [hearingChannel, words]);
  };

  /** Resolves when so many have said that they know. */
  const known = (number: number, count: number): Promise<void> => {
    let left = count;
    return new Promise((resolve) => {
      onKnown.set(String(number), () => {
        if (--left === 0) resolve();
      });
    });
  };

  /** Says that somebody listens here; resolves when the others know, or take too long. */
  const announce = async (link: Link): Promise<void> => {
    await link.ask(hear);
    await look(link);
    if (others.present === 0) return;
    const number = ++announcements;
    const answered = known(number, others.present);
    try {
      await say(link, `on ${number}`);
      await within(patienceMs, answered);
    } finally {
      onKnown.delete(String(number));
    }
  };

  /** Says that nobody listens here any more. */
  const withdraw = async (link: Link): Promise<void> => {
    await link.ask(leave);
    if (others.present > 0) await say(link, 'off');
  };

  const answers: Readonly<Record<string, (link: Link, notice: Notice, rest: readonly string[]) => Promise<void>>> = {
    on: async (link, { from }, [number]) => {
      news++;
      set({ ...others, hearing: Math.max(others.hearing, 1) });
      await say(link, `known ${from} ${number}`);
    },
    off: async (link) => {
      news++;
      await look(link);
    },
    known: async (_link, _notice, [whom, number = '']) => {
      if (whom === String(others.own)) onKnown.get(number)?.();
    },
  };

  const onNotice = async (link: Link, notice: Notice): Promise<void> => {
    const [word = '', ...rest] = notice.payload.split(' ');
    if (notice.from !== others.own) await answers[word]?.(link, notice, rest);
  };

  return { isHeard, look, announce, withdraw, onNotice };
};
