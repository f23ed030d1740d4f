import { InvalidArgumentError } from 'commander';
import type { SandboxClock } from '../../../client/index.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode, Output } from '../command.ts';
import { asWritten, type Say } from '../say.ts';
import { shownTime } from './moment.ts';
import { type ReachOptions, type Sandbox, withSandbox } from './reach.ts';

/** Shows the clock of a merchant, or moves, stops or starts it. Resolves with 1 if it was to go to the next thing due, and nothing is. */
export const time = async (move: string | undefined, options: ReachOptions, output: Output): Promise<ExitCode> => {
  const act = readMove(move);
  const work = async (sandbox: Sandbox): Promise<ExitCode> => {
    const clock = await act(sandbox);
    if (clock === undefined) {
      output.err(`nothing is due for ${sandbox.login}: time alone will do nothing\n`);
      return 1;
    }
    output.out(options.json ? `${JSON.stringify(clock, null, 2)}\n` : clockText(clock, output.say));
    return 0;
  };
  return withSandbox(options, output, work, { by: `move ${move}`, to: `move ${move}` });
};

/** Resolves with the clock afterwards; undefined if there is nowhere to go. */
type Act = (sandbox: Sandbox) => Promise<SandboxClock | undefined>;

const words: Readonly<Record<string, Act>> = {
  next: async ({ client, login }) => {
    const { nextDue } = await client.clock.get(login);
    return nextDue ? client.clock.set(login, nextDue.at) : undefined;
  },
  freeze: ({ client, login }) => client.clock.freeze(login),
  run: ({ client, login }) => client.clock.run(login),
};

/** The words that `tillbox time` takes. */
export const moves = Object.keys(words);

/** @throws InvalidArgumentError for anything else than these words, a duration behind a plus sign, or a date */
const readMove = (move: string | undefined): Act => {
  if (move === undefined) return ({ client, login }) => client.clock.get(login);
  const act = Object.hasOwn(words, move) ? words[move] : undefined;
  if (act) return act;
  const [, by] = /^\+(\d\w*)$/.exec(move) ?? [];
  if (by !== undefined) return ({ client, login }) => client.clock.advance(login, by);
  if (/^\d{4}-/.test(move)) return ({ client, login }) => client.clock.set(login, move);
  const meant = /^\d+[a-z]/.test(move) ? `+${move}` : nearest(move, moves);
  throw new InvalidArgumentError(
    `move ${move}: expected +20m, a time such as 2030-01-01T00:00:00Z, ${moves.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
};

const clockText = ({ now, isFrozen, nextDue }: SandboxClock, say: Say = asWritten): string => {
  const state = `${shownTime(now)}Z  ${say(isFrozen ? 'the clock stands still' : 'the clock runs')}`;
  return `${state}\n${nextDue ? nextText(nextDue, say) : say('nothing is due')}\n`;
};

/** What time alone does to a merchant, by `what` of the control API. */
const dueTexts: Readonly<Record<NonNullable<SandboxClock['nextDue']>['what'], string>> = {
  expiry: 'an order expires',
  'bank-decision': 'the bank decides about a pending payment',
  capture: 'a hold is captured, at the date that was set',
  reversal: 'a hold is reversed, at the date that was set',
  act: 'the bank acts, as a scenario asks',
  'recurring-payment': 'a recurring task pays',
  callback: 'a callback is sent',
  'callback-retry': 'a callback is sent again',
  answer: 'an answer that a scenario delays is given',
};

const nextText = ({ at, what, orderId }: NonNullable<SandboxClock['nextDue']>, say: Say): string =>
  `${shownTime(at)}Z  ${say(dueTexts[what])}${orderId === undefined ? '' : `  orderId ${orderId}`}`;
