import test from 'ava';
import { curlOf } from '../../../simulator/text/curl.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

test('the journal tells what a shop may have got wrong in a call', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const hintsOf = async (query: string): Promise<readonly string[] | undefined> =>
    (await control(`GET /merchants/test_user/journal?${query}`)).json['entries']
      .at(-1)
      .hints?.map(({ says }: Json) => says);
  const returnUrl = 'https://shop.example/';

  await simulator.register({ orderNumber: 'A-1' });
  t.is(await hintsOf('path=register.do'), undefined);

  await simulator.call('register.do', { ammount: '100', returnUrl, foo: 'bar' });
  t.deepEqual(await hintsOf('path=register.do'), [
    'the gateway ignores ammount, which it does not know; did you mean amount?',
    'the gateway ignores foo, which it does not know',
  ]);

  await simulator.call('register.do', { amount: '12.50', currency: 'KZT' });
  t.deepEqual(await hintsOf('refused=true'), [
    'amount: expected minor units in at most 12 digits: 1050 for 10.50',
    'returnUrl is missing',
    'currency: expected three digits of ISO 4217, such as 398',
  ]);

  await simulator.call('getOrderStatusExtended.do', { orderId: 'A-1' });
  t.deepEqual(await hintsOf('path=getOrderStatusExtended.do'), [
    "A-1 is the shop's own number of an order: it goes into orderNumber, not orderId",
  ]);
});

test('calls of no known merchant are in the journal of the merchant that they name, and are asked for by themselves', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  await simulator.call('register.do', { userName: 'live-api', amount: '1' });
  await simulator.call('register.do', { password: 'live', amount: '1' });

  const own = (await control('GET /merchants/test_user/journal')).json['entries'];
  t.deepEqual(
    own.map(({ isNotAccepted, hints }: Json) => [isNotAccepted, hints[0].kind]),
    [[true, 'wrong-password']],
  );
  const { entries } = (await control('GET /merchants/test_user/journal?caller=unknown')).json;
  t.deepEqual(
    entries.map(({ hints }: Json) => [hints[0].kind, hints[0].word]),
    [
      ['unknown-login', 'live-api'],
      ['wrong-password', 'test_user'],
    ],
  );
});

test('in a curl command no name of a parameter can run anything', (t) => {
  t.is(curlOf('http://a/', [{ '$(id)': '1', b: '2' }]), "curl http://a/ \\\n    --data-urlencode '$(id)=1' -d b=2");
});
