import { createHmac, createVerify } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { bt } from '../../../simulator/banks/bt.ts';
import type { CallbackSettings } from '../../../simulator/domain/callback.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { orderFor } from '../banks/bank-orders.ts';

const base64Key = Buffer.from('a key of the merchant').toString('base64');

/** A paid order's callback, as `callbacks/{id}` shows it. */
const paidCallback = async (
  t: ExecutionContext,
  settings: Partial<CallbackSettings>,
  scenario: object = {},
  bank: Bank = bereke,
) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, ...settings }, bank });
  const control = controlOf(t, simulator);
  await simulator.setScenario('test_user', { attempts: [{ approve: true }], ...scenario });
  const orderId = await payWith(simulator, plainCard.pan, { ...orderFor(bank), orderNumber: 'A-1' });
  await simulator.settled();
  const [{ id }] = (await control('GET /merchants/test_user/callbacks')).json['callbacks'];
  const read = async () => control(`GET /merchants/test_user/callbacks/${id}`);
  return { simulator, control, shop, orderId, id: id as string, read, ...(await read()) };
};

const wrongChecksum = { callbacks: [{ on: 'any', do: { wrongChecksum: true } }] };

test('the text that an HMAC was made of is shown, with the checksum that was sent and the right one', async (t) => {
  const { json, text, orderId, shop } = await paidCallback(t, { token: 'top-secret' });

  const { signedText, checksum } = json;
  t.is(signedText, `mdOrder;${orderId};operation;deposited;orderNumber;A-1;status;1;`);
  const right = createHmac('sha256', 'top-secret').update(signedText).digest('hex').toUpperCase();
  t.deepEqual(checksum, { kind: 'hmac', computed: right, sent: right, isRight: true });
  t.is(shop.received[0]?.form.get('checksum'), right);
  t.false(text.includes('top-secret'));
});

test('a checksum that a scenario spoilt is not right, of each kind', async (t) => {
  for (const settings of [
    { checksum: 'hmac', token: 'top-secret' },
    { checksum: 'rsa' },
    { checksum: 'jwt', token: base64Key },
  ] as const) {
    const { json, text } = await paidCallback(t, settings, wrongChecksum);

    t.like(json['checksum'], { kind: settings.checksum, isRight: false });
    t.not(json['checksum'].sent, json['checksum'].computed);
    t.false(text.includes('top-secret'));
    t.false(text.includes(base64Key));
  }
});

test('a checksum that a scenario leaves out is not right, and the one that it should have had is shown', async (t) => {
  const noChecksum = { callbacks: [{ on: 'any', do: { noChecksum: true } }] };
  for (const settings of [{ token: 'top-secret' }, { checksum: 'rsa' }] as const) {
    const { json } = await paidCallback(t, settings, noChecksum);

    t.like(json['checksum'], { isRight: false });
    t.false('sent' in json['checksum']);
    t.regex(json['checksum'].computed, /^[0-9A-F]+$/);
  }
  const { json } = await paidCallback(t, { checksum: 'jwt', token: base64Key }, noChecksum);
  t.like(json['checksum'], { sent: '', isRight: false });
});

test('an RSA checksum is checked with the key of the gateway, and the text can be verified with its certificate', async (t) => {
  const { json, control } = await paidCallback(t, { checksum: 'rsa' });

  t.like(json['checksum'], { kind: 'rsa', isRight: true });
  const certificate = (await control('GET /callback-certificate.pem')).text;
  const verifier = createVerify('sha512').update(json['signedText']);
  t.true(verifier.verify(certificate, json['checksum'].sent, 'hex'));
});

test('of a token the signed part is shown, and a merchant without a key has an empty signature', async (t) => {
  const { json, shop } = await paidCallback(t, { checksum: 'jwt', token: base64Key });
  const [body = ''] = shop.received.map((one) => one.body);
  t.is(json['signedText'], body.split('.').slice(0, 2).join('.'));
  t.deepEqual(json['checksum'], {
    kind: 'jwt',
    computed: body.split('.')[2],
    sent: body.split('.')[2],
    isRight: true,
  });

  const unsecured = await paidCallback(t, {}, {}, bt);
  t.like(unsecured.json['checksum'], { kind: 'jwt', computed: '', sent: '', isRight: true });
});

test('the checksum is judged by the token of today: another one makes it wrong, none leaves nothing to compare', async (t) => {
  const { control, read, json } = await paidCallback(t, { token: 'first' });
  const { sent } = json['checksum'];

  await control('PATCH /merchants/test_user', { callbacks: { token: 'second' } });
  const second = (await read()).json['checksum'];
  t.like(second, { sent, isRight: false });
  t.not(second.computed, sent);

  await control('PATCH /merchants/test_user', { callbacks: { token: null } });
  t.deepEqual((await read()).json['checksum'], { kind: 'hmac', sent, isRight: false });
});

test('a callback without a checksum shows none, and lists show no checksums', async (t) => {
  const { json, control } = await paidCallback(t, {});
  t.false('checksum' in json);
  t.false('signedText' in json);

  const signed = await paidCallback(t, { token: 'top-secret' });
  const { callbacks } = (await signed.control('GET /merchants/test_user/callbacks')).json;
  t.false(callbacks.some((one: Json) => 'checksum' in one || 'signedText' in one));
  t.is((await control('GET /merchants/test_user/callbacks')).json['total'], 1);
});

test('one callback is shown in process, too', async (t) => {
  const { simulator, id, json } = await paidCallback(t, { token: 'top-secret' });

  t.deepEqual(JSON.parse(JSON.stringify(await simulator.callback('test_user', id))), json);
  t.is(await simulator.callback('test_user', 'none'), undefined);
  await t.throwsAsync(simulator.callback('nobody', id), { message: /no merchant has the login nobody/ });
});
