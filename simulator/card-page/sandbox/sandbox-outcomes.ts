import type { Context } from '../../context.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { outcomeOptions } from '../../scenario-engine/choice/outcomes.ts';

/** Below the bank's base path. */
export const outcomesPath = 'merchants/sandbox-outcomes.json';

/** Every outcome that the sandbox panel can ask for, in groups. They are many times the page itself, so its script asks for them. */
export const sendOutcomes =
  ({ scenarios, options }: Context) =>
  async (ctx: Visit): Promise<void> => {
    if (!options.sandboxPanel) return;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = outcomeOptions(await scenarios());
  };
