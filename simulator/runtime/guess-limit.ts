import type { Clock } from './clock.ts';

/** Counts wrong passwords, so that nobody can guess one. */
export interface GuessLimit {
  /** Whether no password of this login is checked for this address any more, for the rest of the minute. */
  isOver(login: string, ip: string): boolean;
  /** Counts a wrong password; true if it was the last that is checked. */
  countWrong(login: string, ip: string): boolean;
  /** Forgets the wrong passwords of a login. */
  forget(login: string): void;
}

const windowMs = 60_000;

/** The most logins and addresses that are remembered; the oldest is forgotten. */
const mostKnown = 10_000;

/** `most`: wrong passwords in a minute; 0: any number. Each process counts for itself. */
export const createGuessLimit = (most: number, clock: Clock): GuessLimit => {
  const wrong = new Map<string, { readonly untilMs: number; readonly count: number }>();
  const current = (key: string) => {
    const known = wrong.get(key);
    return known && known.untilMs > clock.now() ? known : { untilMs: clock.now() + windowMs, count: 0 };
  };
  return {
    isOver: (login, ip) => wrong.size > 0 && current(`${ip} ${login}`).count >= most,
    countWrong: (login, ip) => {
      if (most === 0) return false;
      const key = `${ip} ${login}`;
      const { untilMs, count } = current(key);
      if (!wrong.has(key) && wrong.size >= mostKnown) wrong.delete(wrong.keys().next().value ?? '');
      wrong.set(key, { untilMs, count: count + 1 });
      return count + 1 === most;
    },
    forget: (login) => {
      for (const key of wrong.keys()) if (key.endsWith(` ${login}`)) wrong.delete(key);
    },
  };
};
