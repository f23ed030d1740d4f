import { parseScenario } from '../../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { hold } from '../../../helpers/payments/paid-order.ts';
import { simulatorFor, startMs } from '../../../helpers/simulator/simulator.ts';
import { behaviour } from './behaviour.ts';

behaviour('an order keeps what a scenario asked for in vain', async (t, store) => {
  const wish = parseScenario('wish', {
    later: [{ after: '1m', do: 'refund' }],
    callbacks: [{ on: 'any', do: 'lost' }],
  });
  const simulator = await simulatorFor(t, { store, scenarios: [wish] });
  const orderId = await hold(simulator, { jsonParams: '{"scenario":"wish"}' });
  await simulator.clock.advance(60_000);

  t.deepEqual((await store.orders.find(orderId))?.missedSteps, [
    {
      atMs: startMs,
      scenario: 'wish',
      asked: 'a fault of the callback approved (any is lost)',
      because: 'the merchant has no address for callbacks',
    },
    {
      atMs: startMs + 60_000,
      scenario: 'wish',
      asked: 'a refund',
      because: 'no money of the order is captured (approved: the money is held and not captured yet)',
    },
  ]);
});
