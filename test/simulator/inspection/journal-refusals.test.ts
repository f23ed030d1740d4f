import test, { type ExecutionContext } from 'ava';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const plainOrder = { amount: '1000', returnUrl: 'https://shop.example/' };

const nameOf = ({ path }: { readonly path: string }): string => path.split('/').at(-1) ?? '';

/** A shop with calls that go well, calls that are refused, and a payment that is declined. */
const shopFor = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const shown = async (query: string): Promise<readonly string[]> =>
    (await control(`GET /merchants/test_user/journal?${query}`)).json['entries'].map(
      (entry: Json) => `${nameOf(entry as { path: string })} ${entry['errorCode'] ?? 'none'}`,
    );
  return { simulator, control, shown };
};

test('calls are filtered by their errorCode, however the answer writes it, and by whether they were refused', async (t) => {
  const { simulator, shown } = await shopFor(t);
  const { orderId } = await simulator.register({ orderNumber: 'A-1' });
  await simulator.call('register.do', { ...plainOrder, orderNumber: 'A-1' });
  await simulator.call('register.do', { ...plainOrder, amount: 'ten' });
  await simulator.status(orderId);
  await simulator.call('refund.do', { orderId, amount: '5' });
  await simulator.call('getOrderStatus.do', { orderId: 'none' });
  await simulator.call('paymentOrderBinding.do', { mdOrder: orderId, bindingId: 'none' });
  await fetch(`${simulator.restUrl}register.do`, { method: 'PUT' });

  const refused = ['register.do 1', 'register.do 5', 'refund.do 7', 'getOrderStatus.do 6', 'paymentOrderBinding.do 5'];
  t.deepEqual(await shown('refused=true'), refused);
  t.deepEqual(await shown('refused=false'), ['register.do none', 'getOrderStatusExtended.do 0']);
  t.deepEqual(await shown('errorCode=7'), ['refund.do 7']);
  t.deepEqual(await shown('errorCode=6'), ['getOrderStatus.do 6']);
  t.deepEqual(await shown('errorCode=0'), ['getOrderStatusExtended.do 0']);
  t.deepEqual(await shown('refused=true&path=register.do&limit=1'), ['register.do 5']);
  t.deepEqual(await shown('refused=true&order=A-1'), ['register.do 1', 'refund.do 7', 'paymentOrderBinding.do 5']);
  const entries = (await simulator.journal('test_user', { refused: true, errorCode: 5 })).entries;
  t.like(entries, [{ errorCode: 5, isRefused: true, parameters: { amount: 'ten' } }]);
});

test('a declined payment is no refused call, neither on the page nor by a wallet', async (t) => {
  const { simulator, control, shown } = await shopFor(t);
  await control('PUT /merchants/test_user/scenario', { name: 'declined-card-lost' });
  const { formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });
  const token = await control('POST /wallet-tokens', { wallet: 'google', amount: 1000 });
  const { paymentToken } = token.json;
  const declined = await simulator.json('../google/payment.do', {
    merchant: 'test_user',
    orderNumber: 'W-1',
    paymentToken,
    amount: 1000,
    returnUrl: 'https://shop.example/',
  });
  const broken = await simulator.json('../google/payment.do', { merchant: 'test_user', orderNumber: 'W-2' });

  t.like(declined, { success: false, error: { code: 1 } });
  t.like(broken, { success: false });
  t.deepEqual(await shown('refused=true'), ['payment.do 1']);
  t.is((await simulator.journal('test_user', { refused: true })).entries[0]?.parameters['orderNumber'], 'W-2');
  t.deepEqual(await shown('path=payment.do&refused=false'), ['payment.do 1']);
});

test('an errorCode that a scenario gives is a refusal, and a page that is not there is one too', async (t) => {
  const { simulator, control, shown } = await shopFor(t);
  const scenario = { gateway: [{ on: 'register', times: 1, do: { errorCode: 7 } }] };
  await control('PUT /merchants/test_user/scenario', { scenario });
  await simulator.call('register.do', plainOrder);
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: challengeCard });
  await fetch(`${simulator.url}/payment/merchants/nothing.html?mdOrder=${orderId}`);

  t.deepEqual(await shown('refused=true'), ['register.do 7', 'nothing.html none']);
});

test('the same filters hold for the HAR', async (t) => {
  const { simulator } = await shopFor(t);
  await simulator.register();
  await simulator.call('register.do', { ...plainOrder, amount: 'ten' });

  const har = await fetch(`${simulator.controlUrl}/merchants/test_user/journal.har?refused=true`);

  t.is(((await har.json()) as Json)['log'].entries.length, 1);
});

const wrong = [
  ['refused=yes', 'refused', /"true"\|"false"/],
  ['refused=flase', 'refused', /did you mean false\?/],
  ['errorCode=five', 'errorCode', /./],
  ['errorcode=5', 'errorcode', /did you mean errorCode\?/],
] as const;
for (const [query, field, says] of wrong)
  test(`a journal with ${query} is refused, and ${field} is named`, async (t) => {
    const { control } = await shopFor(t);

    const { status, json } = await control(`GET /merchants/test_user/journal?${query}`);

    t.like({ status, field: json['field'] }, { status: 422, field });
    t.regex(json['detail'], says);
  });
