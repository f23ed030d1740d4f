import { type Fields, simulatorFor, startMs } from '../../../helpers/simulator/simulator.ts';
import { dateTime, order, registerWith, test, uuid } from './registration.ts';

const lifetimes: readonly (readonly [title: string, fields: Fields, lastsMs: number])[] = [
  ['without any word about time', {}, 1_200_000],
  ['with sessionTimeoutSecs=0', { sessionTimeoutSecs: '0' }, 1_200_000],
  ['with sessionTimeoutSecs=60', { sessionTimeoutSecs: '60' }, 60_000],
  ['with sessionTimeoutSecs=999999999', { sessionTimeoutSecs: '999999999' }, 999_999_999_000],
  ['with expirationDate', { expirationDate: dateTime(startMs + 90_000) }, 90_000],
  [
    'with expirationDate and a shorter sessionTimeoutSecs',
    { expirationDate: dateTime(startMs + 90_000), sessionTimeoutSecs: '5' },
    90_000,
  ],
  [
    'with expirationDate and a longer sessionTimeoutSecs',
    { expirationDate: dateTime(startMs + 90_000), sessionTimeoutSecs: '5000' },
    90_000,
  ],
];
for (const [title, fields, lastsMs] of lifetimes) {
  test(`keeps an order ${title} for ${lastsMs / 1000} seconds`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register(fields);

    await simulator.clock.advance(lastsMs - 1);
    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });

    await simulator.clock.advance(1);
    t.like(await simulator.status(orderId), {
      errorCode: '0',
      orderStatus: 6,
      actionCode: -2014,
      paymentAmountInfo: { paymentState: 'DECLINED' },
    });
  });
}

test('keeps orders as long as the simulator was told, unless they say otherwise', async (t) => {
  const simulator = await simulatorFor(t, { sessionTimeoutSecs: 30 });
  const usual = await simulator.register();
  const longer = await simulator.register({ sessionTimeoutSecs: '31' });

  await simulator.clock.advance(30_000);

  t.is((await simulator.status(usual.orderId))['orderStatus'], 6);
  t.is((await simulator.status(longer.orderId))['orderStatus'], 0);
});

test('holds the two automatic dates of a held payment against each other', async (t) => {
  const simulator = await simulatorFor(t);
  const preAuth = (fields: Fields) => simulator.call('registerPreAuth.do', { ...order, ...fields });
  const date = dateTime(startMs + 86_400_000);

  t.regex((await preAuth({ autocompletionDate: date }))['orderId'], uuid);
  t.regex((await preAuth({ autoReverseDate: date }))['orderId'], uuid);
  t.is((await preAuth({ autocompletionDate: date, autoReverseDate: date }))['errorCode'], '5');
  t.is((await preAuth({ autoReverseDate: 'tomorrow' }))['errorCode'], '5');
  t.regex((await registerWith(simulator, { autoReverseDate: 'tomorrow' }))['orderId'], uuid);
});
