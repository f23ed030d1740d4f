import type { ExecutionContext } from 'ava';
import type { Callback, CallbackSettings } from '../../../simulator/domain/callback.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

export const token = 'callback-token';
/** Fields of an order that asks for the scenario `faulty`. */
export const faulty = { jsonParams: '{"scenario":"faulty"}' };

/** A shop that answers 200, and a gateway whose scenario `faulty` has these steps. */
export const stageFor = async (
  t: ExecutionContext,
  callbacks: readonly object[],
  settings: Partial<CallbackSettings> = {},
  answers: Parameters<typeof receiverFor>[1][] = [200],
) => {
  const shop = await receiverFor(t, ...answers);
  const simulator = await simulatorFor(t, {
    scenarios: [parseScenario('faulty', { callbacks })],
    callbacks: { url: shop.url, token, ...settings },
  });
  return { shop, simulator, payFaulty: () => payWith(simulator, plainCard.pan, faulty) };
};

/** The callbacks about an order, as they are kept. */
export const recordOf = async ({ store }: TestSimulator, orderId: string): Promise<readonly Callback[]> =>
  store.callbacks.about(orderId);

/** Moves the clock and waits for the callbacks that this brings. */
export const advance = async (simulator: TestSimulator, ms: number): Promise<void> => {
  await simulator.clock.advance(ms);
  await simulator.settled();
};
