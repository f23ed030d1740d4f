import type { Done, Form, Visit } from '../page.ts';

/** What the header does: it moves the clock, switches the scenario off, and repairs the gateway. */
export const frameActs = {
  clock: async ({ sandbox, context, ui, say }: Visit, { move = '' }: Form): Promise<Done> => {
    const { login } = context.merchant;
    const stand = await moved(sandbox, login, move);
    return { notice: { kind: 'good', text: say('The clock stands at {time}.', { time: ui.clockTime(stand) }) } };
  },
  'scenario-off': async ({ sandbox, context, say }: Visit): Promise<Done> => {
    await sandbox.unsetScenario(context.merchant.login);
    return { notice: { kind: 'good', text: say('The scenario is switched off.') } };
  },
  'break-off': async ({ sandbox, context, say }: Visit): Promise<Done> => {
    await sandbox.breaks.unset(context.merchant.login);
    return { notice: { kind: 'good', text: say('The gateway is right again.') } };
  },
};

/** The time of the clock after the move, in milliseconds since 1970. */
const moved = async ({ clock }: Visit['sandbox'], login: string, move: string): Promise<number> => {
  if (move === 'freeze') return Date.parse((await clock.freeze(login)).now);
  if (move === 'run') return Date.parse((await clock.run(login)).now);
  if (/^\d+[smhd]$/.test(move)) return Date.parse((await clock.advance(login, move)).now);
  return Date.parse((await clock.set(login, move)).now);
};
