import test from 'ava';
import type { RecordedPact } from '../../../simulator/recording/record-pact.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** A shop that sells one thing: it registers, looks, has it paid, refunds a part, and asks for too much. */
const sell = async ({ register, call, status }: TestSimulator, orderNumber: string, own: Json = {}): Promise<void> => {
  const { orderId, formUrl } = await register({ orderNumber, amount: '150000', ...own });
  await status(orderId);
  await pay(formUrl, { card: challengeCard });
  await status(orderId);
  await call('refund.do', { orderId, amount: '50000' });
  await status(orderId);
  await call('refund.do', { orderId, amount: '150000' });
};

const statesOf = ({ interactions }: RecordedPact) =>
  interactions.map(({ description, providerStates }) => [
    description.replace(/^POST rest\/(\w+)\.do .*; /, '$1: '),
    providerStates
      .slice(1)
      .map(({ name, params: { amount, part, actionCode } = {} }) =>
        [name, amount, part, actionCode].filter((one) => one !== undefined).join(' '),
      ),
  ]);

test('a run becomes a pact: each call once, in the state that its order was in', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  await sell(simulator, 'n-1');
  await sell(simulator, 'n-2');

  const { json } = await controlOf(t, simulator)('GET /merchants/test_user/pact?consumer=coffee');

  const pact = json as unknown as RecordedPact;
  t.is(pact.consumer.name, 'coffee');
  t.like(pact.metadata.tillbox, {
    bank: 'bereke',
    recorded: '2026-01-01',
    calls: { seen: 12, withState: 12, leftOut: [] },
  });
  t.deepEqual(statesOf(pact), [
    [
      'getOrderStatusExtended: answered with errorCode 0, orderStatus 0, actionCode -100',
      ['a registered order exists 150000'],
    ],
    [
      'getOrderStatusExtended: answered with errorCode 0, orderStatus 2, actionCode 0',
      ['an order paid in one phase exists 150000'],
    ],
    [
      'getOrderStatusExtended: answered with errorCode 0, orderStatus 4, actionCode 0',
      ['an order refunded in part exists 150000 50000'],
    ],
    ['refund: answered with errorCode 0', ['an order paid in one phase exists 150000']],
    ['refund: answered with errorCode 7', ['an order refunded in part exists 150000 50000']],
    ['register: answered with success', ['an order number is free']],
  ]);
});
