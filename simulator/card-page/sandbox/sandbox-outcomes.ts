import type { Page } from '../../http/page/page.ts';
import { languageOf } from '../../http/read/languages.ts';
import { parameter } from '../../http/read/parameters.ts';
import { notFound } from '../../http/reply.ts';
import { outcomeOptions } from '../../scenario-engine/choice/outcomes.ts';

/** Below the bank's base path. */
export const outcomesPath = 'merchants/sandbox-outcomes.json';

/** Every outcome that the sandbox panel can ask for, in groups. They are many times the page itself, so its script asks for them. */
export const sendOutcomes: Page = {
  show: async ({ context: { options, allScenarios }, parameters }) =>
    options.sandboxPanel
      ? {
          status: 200,
          headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
          body: JSON.stringify(
            outcomeOptions(await allScenarios(), languageOf(parameter(parameters, 'language'), 'en')),
          ),
        }
      : notFound,
};
