import test from 'ava';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const paid = 'an order paid in one phase exists';
const refunded = 'an order refunded in part exists';
const stored = 'a customer has a stored card';

const refused: readonly (readonly [state: string, params: object, says: string])[] = [
  [paid, { amuont: 5000 }, 'amuont: unknown parameter; did you mean amount?'],
  [paid, { amountMinor: 5000 }, 'amountMinor: unknown parameter; did you mean amount?'],
  [paid, { order_number: 'A-1' }, 'order_number: unknown parameter; did you mean orderNumber?'],
  [stored, { clientID: 'aida' }, 'clientID: unknown parameter; did you mean clientId?'],
  [paid, { amount: 'ten' }, 'amount: expected a whole number of minor units, such as 1500, got "ten"'],
  [paid, { amount: 10.5 }, 'amount: expected a whole number of minor units, such as 1500, got 10.5'],
  [refunded, { part: 0 }, 'part: expected a whole number of minor units from 1, such as 500, got 0'],
];

for (const [state, params, says] of refused)
  test(`${state} with ${JSON.stringify(params)} is refused`, async (t) => {
    const control = controlOf(t, await simulatorFor(t));

    const { status, json } = await control('POST /provider-states', { state, params });

    t.is(status, 409);
    t.is(json['detail'], `"${state}" was not reached: ${says}`);
  });

test('other parameters stay: fields of register.do, and what a verifier adds', async (t) => {
  const control = controlOf(t, await simulatorFor(t));
  const reached = async (state: string, params: object) =>
    (await control('POST /provider-states', { state, params })).status;

  t.is(await reached(paid, { email: 'aida@example.com', clientId: 'aida', amount: '5000' }), 200);
  t.is(await reached('the shop has a login', { note: 'of the verifier' }), 200);
  t.is(await reached('no order has this id', { orderId: '42' }), 200);
});
