import { GatewayError, GatewayHttpError, Payer, type RegisteredOrder } from '../../../../client/index.ts';
import type { Scenario } from '../../../scenario-engine/scenario.ts';
import type { Done, Form, Visit } from '../../page.ts';
import { knownScenarios } from './known-scenarios.ts';
import { timeWords } from './time-words.ts';

type Act = (visit: Visit, form: Form) => Promise<Done>;

const good = (text: string): Done => ({ notice: { kind: 'good', text } });

/** The amount of a played order, in minor units. */
export const playedAmountMinor = 1_500_000;

const returnUrl = 'https://shop.example/return';

/** Without 3-D Secure, and approved unless a scenario decides otherwise. */
const plainCard = { pan: '4444555511113333', expiry: '12/34', cvc: '123' };

/** What the page of scenarios does. A name that no scenario has is refused by the call itself. */
export const scenarioActs: Readonly<Record<string, Act>> = {
  play: async (visit, { scenario: name = '' }) => {
    const { say, link } = visit;
    const scenario = (await knownScenarios(visit.context)).find((one) => one.name === name);
    const { orderId, formUrl } = await register(visit, name, scenario?.phases);
    const movedMs = await payAs(visit, scenario, formUrl);
    const text = say('{scenario} was played.', { scenario: name });
    const moved = say('The clock went on by {time}, because the payer waited.', { time: timeWords(say, movedMs) });
    return { ...good(movedMs > 0 ? `${text} ${moved}` : text), to: link(`/orders/${orderId}`) };
  },
  set: async ({ sandbox, context, say }, { scenario = '' }) => {
    await sandbox.setScenario(context.merchant.login, scenario);
    return good(say('Every payment of this merchant follows {scenario} now.', { scenario }));
  },
  'set-next': async ({ sandbox, context, say }, { scenario = '' }) => {
    await sandbox.setScenario(context.merchant.login, scenario, { orders: 1 });
    return good(say('The next order follows {scenario}.', { scenario }));
  },
};

/** Once more after an HTTP error, as a shop would. */
const register = async ({ gateway }: Visit, scenario: string, phases: 1 | 2 = 1): Promise<RegisteredOrder> => {
  const order = { amountMinor: playedAmountMinor, returnUrl, jsonParams: { scenario } };
  const send = () => (phases === 2 ? gateway.registerPreAuth(order) : gateway.register(order));
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof GatewayHttpError)) throw error;
    return send();
  }
};

/** Pays as the payer of the scenario, who lets the merchant's clock go on while waiting; by how much it did. */
const payAs = async ({ sandbox, context }: Visit, scenario: Scenario | undefined, formUrl: string): Promise<number> => {
  let movedMs = 0;
  const wait = async (ms: number): Promise<void> => {
    await sandbox.clock.advance(context.merchant.login, ms);
    movedMs += ms;
  };
  try {
    await new Payer().pay(formUrl, { card: plainCard, ...scenario?.payer, wait });
  } catch (error) {
    // A page that does not come is what some scenarios are about: the story of the order tells it.
    if (!(error instanceof GatewayError)) throw error;
  }
  return movedMs;
};
