import test, { type ExecutionContext } from 'ava';
import { CallbackForged, checkCallback } from '../../../client/index.ts';
import type { CallbackSettings } from '../../../simulator/domain/callback.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const token = 'top-secret';
const own = '/merchants/test_user/callbacks';

/** A paid order whose callback has been sent once. */
const paidShop = async (t: ExecutionContext, settings: Partial<CallbackSettings> = {}, ...answers: number[]) => {
  const shop = await receiverFor(t, ...(answers.length > 0 ? answers : [200]));
  const callbacks = { url: shop.url, token, parameters: ['amount'], ...settings };
  const simulator = await simulatorFor(t, { callbacks });
  const control = controlOf(t, simulator);
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();
  const [{ id }] = (await control(`GET ${own}`)).json['callbacks'];
  return {
    shop,
    simulator,
    control,
    orderId,
    id: id as string,
    resend: async (body: object) => (await control(`POST ${own}/${id}/resend`, body)).json,
    read: async (which: string = id) => (await control(`GET ${own}/${which}`)).json,
    advance: (by: string) => control('POST /merchants/test_user/clock/advance', { by }),
  };
};

test('a callback comes twice at once, as a copy that says so, and itself stays as it is', async (t) => {
  const { shop, simulator, resend, read, id, orderId } = await paidShop(t, { mostFailures: 1 }, 500, 200);
  const before = await read();

  const { isDelivered, callback } = await resend({ times: 2 });

  t.true(isDelivered);
  t.like(callback, { state: 'delivered', copyOf: id, orderId, fault: { sentence: 'comes twice' } });
  t.false('scenario' in callback.fault);
  t.deepEqual(
    callback.tries.map(({ httpStatus, byHand }: Json) => [httpStatus, byHand]),
    [
      [200, true],
      [200, true],
    ],
  );
  t.is(shop.received.length, 3);
  t.is(new Set(shop.received.map(({ url }) => url)).size, 1);
  t.deepEqual(await read(), before);
  t.is(before['state'], 'given-up');
  const timeline = (await simulator.order(orderId))?.timeline.map(({ what }) => what) ?? [];
  t.true(
    timeline.some((what) =>
      what.startsWith('By hand: a copy of the callback deposited with status 1, which comes twice'),
    ),
  );
});

test('it is sent as often as asked for, whatever the shop answers, and never again', async (t) => {
  const { shop, resend, advance } = await paidShop(t, {}, 200, 500, 503, 200, 500);

  const { isDelivered, try: last, callback } = await resend({ times: 4 });
  await advance('1d');

  t.false(isDelivered);
  t.is(last.httpStatus, 500);
  t.like(callback, { state: 'delivered', tries: { length: 4 } });
  t.is(shop.received.length, 5);
  const failed = await resend({ times: 2 });
  t.like(failed, { isDelivered: false, callback: { state: 'given-up', tries: { length: 2 } } });
});

test('a late copy comes at its moment, by the clock of the merchant, and nothing waits for it', async (t) => {
  const { shop, simulator, control, resend, read, orderId, advance } = await paidShop(t);

  const later = await resend({ delay: '10m' });
  t.false('try' in later);
  t.like(later, { isDelivered: false, callback: { state: 'waiting', dueAt: '2026-01-01T08:10:00.000Z', tries: [] } });
  await simulator.call('refund.do', { orderId, amount: '5' });
  await simulator.settled();
  t.deepEqual(shop.operations(), ['deposited=1', 'refunded=1']);
  await advance('9m');
  t.is(shop.received.length, 2);
  await advance('1m');

  t.deepEqual(shop.operations(), ['deposited=1', 'refunded=1', 'deposited=1']);
  t.like(await read(later['callback'].id), { state: 'delivered', tries: [{ at: '2026-01-01T08:10:00.000Z' }] });
  t.like((await control(`POST ${own}/settle`)).json, { waiting: 0 });
});

test('a copy does not wait for callbacks that wait, nor they for it', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  const orderId = await hold(simulator);
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  const id = (await control(`GET ${own}?operation=deposited`)).json['callbacks'][0].id;

  await control(`POST ${own}/${id}/resend`, { times: 2 });
  t.deepEqual(shop.operations(), ['approved=1', 'deposited=1', 'deposited=1']);
  await control('POST /merchants/test_user/clock/advance', { by: '30s' });

  t.deepEqual(shop.operations().slice(3), ['approved=1', 'deposited=1']);
});

test('a copy has a wrong checksum, or none, and its record shows the right one', async (t) => {
  for (const settings of [{}, { checksum: 'rsa' }] as const) {
    const { shop, control, resend, read } = await paidShop(t, settings);
    const certificate = (await control('GET /callback-certificate.pem')).text;
    const key = 'checksum' in settings ? { certificate } : { token };
    for (const [checksum, sentence] of [
      ['wrong', 'has a wrong checksum'],
      ['missing', 'has no checksum'],
    ] as const) {
      const { callback } = await resend({ checksum });

      const form = shop.received.at(-1)?.form ?? new URLSearchParams();
      t.throws(() => checkCallback(form, key), { instanceOf: CallbackForged });
      t.is(form.has('checksum'), checksum === 'wrong');
      t.is(callback.fault.sentence, sentence);
      t.like((await read(callback.id))['checksum'], {
        isRight: false,
        computed: shop.received[0]?.form.get('checksum'),
      });
    }
  }
});

test('a copy says another amount and status, with a checksum that holds', async (t) => {
  const { shop, resend, read, orderId } = await paidShop(t);

  const { callback } = await resend({ fields: { amount: 1, status: '0', approvalCode: '000000' } });

  const form = shop.received.at(-1)?.form ?? new URLSearchParams();
  t.deepEqual(
    ['mdOrder', 'amount', 'status', 'approvalCode'].map((name) => form.get(name)),
    [orderId, '1', '0', '000000'],
  );
  t.notThrows(() => checkCallback(form, { token }));
  t.like((await read(callback.id))['checksum'], { isRight: true });
  t.is(callback.fault.sentence, 'says status=0 and amount=1 and approvalCode=000000');
  const forged = await resend({ fields: { amount: 1 }, checksum: 'wrong', times: 2 });
  t.is(forged['callback'].fault.sentence, 'comes twice, says amount=1, has a wrong checksum');
});

test('a copy of a token is a token again', async (t) => {
  const key = Buffer.from('key').toString('base64');
  const { shop, resend, read } = await paidShop(t, { checksum: 'jwt', token: key });

  const { callback } = await resend({ fields: { status: 0 } });

  const payload = JSON.parse(Buffer.from(shop.received.at(-1)?.body.split('.')[1] ?? '', 'base64url').toString());
  t.is(payload.payload.status, '0');
  t.like((await read(callback.id))['checksum'], { kind: 'jwt', isRight: true });
});

test('a copy goes to another address, which is judged as every address of callbacks is', async (t) => {
  const other = await receiverFor(t, 404);
  const { shop, simulator, control, id, resend } = await paidShop(t);

  t.like(await resend({ to: other.url }), {
    isDelivered: false,
    try: { httpStatus: 404 },
    callback: { state: 'given-up' },
  });
  t.is(shop.received.length, 1);
  t.is(other.received[0]?.form.get('operation'), 'deposited');
  for (const to of [simulator.url, 'http://169.254.169.254/', 'mailto:a@shop.example']) {
    const { status, json } = await control(`POST ${own}/${id}/resend`, { to });
    t.like({ status, field: json['field'] }, { status: 422, field: 'to' }, to);
  }
  t.like(await simulator.callbacks('test_user'), { total: 2 }, 'nothing is kept of what is refused');
});

test('a callback without a checksum has none to spoil', async (t) => {
  const { control, id } = await paidShop(t, { checksum: 'none' });

  for (const checksum of ['wrong', 'missing']) {
    const { status, json } = await control(`POST ${own}/${id}/resend`, { checksum });
    t.is(status, 409);
    t.regex(json['detail'], /has no checksum/);
  }
});

test('who waits for a callback does not get its copy', async (t) => {
  const { simulator, resend, id, orderId } = await paidShop(t);
  await resend({ fields: { amount: 1 } });

  t.is((await simulator.waitForCallback(orderId, 'deposited')).id, id);
});

test('copies are sent during a pause, and lie in the state of a merchant', async (t) => {
  const { shop, simulator, control, resend, advance } = await paidShop(t);
  await control(`POST ${own}/pause`);

  t.like(await resend({ times: 2 }), { isDelivered: true });
  await resend({ delay: '1m' });
  const state = await simulator.state('test_user');
  await advance('1m');
  t.is(shop.received.length, 4);

  await simulator.setState('copy', state, { newIds: true });
  const { callbacks } = await simulator.callbacks('copy');
  const [waiting, sent, itself] = callbacks;
  t.deepEqual([waiting?.copyOf, sent?.copyOf, itself?.copyOf], [itself?.id, itself?.id, undefined]);
});

const wrong = [
  [{ times: 0 }, 'times', /./],
  [{ times: 101 }, 'times', /./],
  [{ tmes: 2 }, 'tmes', /did you mean times\?/],
  [{ delay: '10' }, 'delay', /did you mean 10s\?/],
  [{ delay: '31d' }, 'delay', /at most 30 days/],
  [{ checksum: 'wrng' }, 'checksum', /did you mean wrong\?/],
  [{ fields: { amout: 1 } }, 'fields.amout', /did you mean amount\?/],
  [{ fields: { amount: 1.5 } }, 'fields.amount', /./],
  [{ fields: {} }, 'fields', /expected fields with wrong values/],
] as const;
for (const [body, field, says] of wrong)
  test(`a callback is not resent with ${JSON.stringify(body)}, and ${field} is named`, async (t) => {
    const { control, id } = await paidShop(t);

    const { status, json } = await control(`POST ${own}/${id}/resend`, body);

    t.like({ status, field: json['field'] }, { status: 422, field });
    t.regex(json['detail'], says);
  });

test('copies are sent in process, too', async (t) => {
  const { shop, simulator, id } = await paidShop(t);

  const sent = await simulator.resendCallback('test_user', id, { times: 2, checksum: 'wrong' });
  t.like(sent, { isDelivered: true, callback: { copyOf: id } });
  t.like(await simulator.resendCallback('test_user', id, {}), { callback: { id } });
  t.is(await simulator.resendCallback('test_user', 'none', { times: 2 }), undefined);
  await t.throwsAsync(simulator.resendCallback('test_user', id, { tmes: 2 } as Json), {
    name: 'ConfigError',
    message: /did you mean times\?/,
  });
  t.is(shop.received.length, 4);
});
