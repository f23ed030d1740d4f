import test from 'ava';
import { seTokenOf } from '../../../helpers/payments/sent-card.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { payInstantly, plain } from './pay-instantly.ts';

for (const [preAuth, orderStatus] of [
  ['1', 1],
  ['on', 1],
  ['Yes', 1],
  ['TRUE', 1],
  ['0', 2],
  ['off', 2],
  ['no', 2],
] as const) {
  test(`takes ${preAuth} for a flag`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await payInstantly(simulator, { ...plain, preAuth });
    t.is((await simulator.status(orderId))['orderStatus'], orderStatus);
  });
}

test('a card of the mobile SDK may write July 2034 without a zero', async (t) => {
  const simulator = await simulatorFor(t);
  const { pan: _, expiry: __, cvc: ___, ...order } = plain;
  const pay = async (expiry: string) =>
    payInstantly(simulator, { ...order, seToken: await seTokenOf(simulator, '4300000000000777', '123', expiry, '') });

  const { orderId } = await pay('20347');

  t.like(await simulator.status(orderId), { orderStatus: 2, cardAuthInfo: { expiration: '203407' } });
  t.like(await pay('203'), { errorCode: '1' });
});
