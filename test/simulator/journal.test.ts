import test from 'ava';
import { controlOf } from '../helpers/control.ts';
import { pay, plainCard } from '../helpers/pay.ts';
import { payForm } from '../helpers/pay-form.ts';
import { simulatorFor } from '../helpers/simulator.ts';

test('the journal shows the calls of a merchant and the pages of its payers, and no secret of either', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const { orderId, formUrl } = await simulator.register({ description: `card ${plainCard.pan}` });
  await pay(formUrl, { card: plainCard });
  await simulator.call('refund.do', { orderId, amount: '500' });
  const other = await simulator.register();
  await payForm(simulator, other.orderId, plainCard);

  const { json } = await control('GET /merchants/test_user/journal');
  const refunds = (await control('GET /merchants/test_user/journal?path=refund.do')).json['entries'];

  t.like(json, { isOn: true, dropped: 0 });
  t.like(refunds, [
    { surface: 'api', method: 'POST', httpStatus: 200, parameters: { orderId, amount: '500', password: '***' } },
  ]);
  t.deepEqual(JSON.parse(refunds[0].answer), { errorCode: '0', errorMessage: 'Success' });
  t.true(json['entries'].some(({ surface }: { surface: string }) => surface === 'page'));
  const { text } = await control('GET /merchants/test_user/journal?path=processform.do');
  t.true(text.includes('444455**3333'));
  t.false(text.includes(plainCard.pan));
  for (const { parameters, path } of json['entries']) {
    if (!/register\.do$/.test(path)) t.false(JSON.stringify(parameters).includes(plainCard.pan), path);
    t.not(parameters['$CVC'], '123');
    t.not(parameters['newCardCvc'], '123');
  }
});

test('the journal keeps the last requests, and says how many made room; without a size there is none', async (t) => {
  const small = await simulatorFor(t, { journalSize: 3 });
  for (const orderNumber of ['1', '2', '3', '4', '5']) await small.register({ orderNumber });
  const { json } = await controlOf(t, small)('GET /merchants/test_user/journal');
  t.is(json['dropped'], 2);
  t.deepEqual(
    json['entries'].map(({ parameters }: { parameters: Record<string, string> }) => parameters['orderNumber']),
    ['3', '4', '5'],
  );
  const since = json['entries'][1].number;
  t.is((await controlOf(t, small)(`GET /merchants/test_user/journal?since=${since}`)).json['entries'].length, 1);

  const none = await simulatorFor(t);
  await none.register();
  t.deepEqual((await controlOf(t, none)('GET /merchants/test_user/journal')).json, {
    isOn: false,
    dropped: 0,
    entries: [],
  });
});
