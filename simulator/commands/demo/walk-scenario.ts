import {
  GatewayHttpError,
  GatewayTimeout,
  GatewayUnreachable,
  type PayerOptions,
  type PaymentWalk,
  type RegisteredOrder,
} from '../../../client/index.ts';
import { rehearsedOrder as order } from '../../scenario-engine/definition/rehearsed-order.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { plainCard, type Stage } from './stage.ts';

/** The longest order number that every bank accepts. */
const longestNumber = 32;

/** Likewise of a description. */
const longestDescription = 500;

/** Registers the order, and tries again after an HTTP error. The shop's order number prevents a second order. */
export const registerFor = async ({ client }: Stage, { name, about, phases }: Scenario): Promise<RegisteredOrder> => {
  const asked = {
    ...order,
    orderNumber: name.slice(-longestNumber),
    description: about.replaceAll('<', '').slice(0, longestDescription),
    jsonParams: { scenario: name },
  };
  const register = () => (phases === 2 ? client.registerPreAuth(asked) : client.register(asked));
  try {
    return await register();
  } catch (error) {
    if (!(error instanceof GatewayHttpError)) throw error;
    return register();
  }
};

/** Pays as the scenario's payer; undefined if a page does not load and the payer sees an error. */
export const walkFor = async (stage: Stage, scenario: Scenario, formUrl: string): Promise<PaymentWalk | undefined> => {
  try {
    return await stage.payer.pay(formUrl, payerOptions(stage, scenario));
  } catch (error) {
    if (error instanceof GatewayUnreachable || error instanceof GatewayTimeout) return undefined;
    throw error;
  }
};

const payerOptions = ({ simulator: { clock } }: Stage, { payer }: Scenario): PayerOptions => ({
  ...plainCard,
  ...payer,
  wait: (ms) => clock.advance(ms),
});
