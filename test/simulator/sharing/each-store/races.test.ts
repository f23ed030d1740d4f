import { plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { startMs, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { slowPairFor, test, twentyMinutesMs } from './simulator-pair.ts';

/** What became of the same thing, done many times at once, by turns at one and at the other. */
const manyTimes = <T>(
  { one, other }: { one: TestSimulator; other: TestSimulator },
  act: (at: TestSimulator, turn: number) => Promise<T>,
) => Promise.allSettled(Array.from({ length: 20 }, async (_, turn) => act(turn % 2 === 0 ? one : other, turn)));

const isDone = ({ status }: PromiseSettledResult<unknown>): boolean => status === 'fulfilled';

test('of many merchants that are made with one login at both, one is kept', async (t, join) => {
  const pair = await slowPairFor(t, join);

  const made = await manyTimes(pair, (at, turn) => at.makeMerchant({ login: 'aida', password: `secret-${turn}` }));

  t.is(made.filter(isDone).length, 1);
  for (const result of made)
    if (result.status === 'rejected')
      t.is(result.reason.message, 'login: expected a new one, but there is a merchant aida');
  const password = `secret-${made.findIndex(isDone)}`;
  t.is(
    (await pair.other.callBare('getBindings.do', { userName: 'aida', password, clientId: 'none' }))['errorCode'],
    '2',
  );
});

test('of many merchants that get one token at both, one has it', async (t, join) => {
  const pair = await slowPairFor(t, join);
  const settings = { token: 'public' };
  for (let turn = 10; turn < 20; turn++) await pair.one.makeMerchant({ login: `shop-${turn}` });

  const made = await manyTimes(pair, (at, turn) =>
    turn < 10 ? at.makeMerchant({ login: `shop-${turn}`, ...settings }) : at.changeMerchant(`shop-${turn}`, settings),
  );

  t.is(made.filter(isDone).length, 1);
  for (const result of made)
    if (result.status === 'rejected') t.is(result.reason.message, 'token: expected one that no other merchant has');
  t.deepEqual(
    (await pair.one.merchants()).filter(({ token }) => token !== undefined).map(({ login }) => login),
    [`shop-${made.findIndex(isDone)}`],
  );
});

test('a newcomer that calls both at once is one merchant, with the password that was kept', async (t, join) => {
  const pair = await slowPairFor(t, join, { merchants: [{ login: '*', password: '' }] });
  const register = (at: TestSimulator, turn: number) =>
    at.callBare('register.do', {
      userName: 'newcomer',
      password: turn < 10 ? 'first' : 'second',
      amount: '100',
      returnUrl: 'https://shop.example/return',
    });

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => register(turn % 2 === 0 ? pair.one : pair.other, turn)),
  );

  const kept = await pair.one.store.merchants.find('newcomer');
  t.deepEqual(
    answers.map((answer, turn) => ('orderId' in answer ? (turn < 10 ? 'first' : 'second') : answer['errorCode'])),
    answers.map((_, turn) => ((turn < 10 ? 'first' : 'second') === kept?.password ? kept.password : '5')),
  );
});

test("of many tasks that are made with one id of the merchant's own at both, one is kept", async (t, join) => {
  const pair = await slowPairFor(t, join);
  const bindingId = await storedCard(pair.one, plainCard);
  const task = {
    ...{ merchantTaskUuid: 'gold', clientId: 'aida', bindingId, amount: 100, currency: 398, params: {} },
    scheduleData: {
      ...{ value: '1', timeUnit: 'DAYS' },
      ...{ scheduledSince: '2026-01-02T00:00:00.000+0500', scheduledTill: '2026-01-06T00:00:00.000+0500' },
    },
  };

  const made = await manyTimes(pair, async (at) => at.json('/recurrent/v1/task/create', { task }));

  const answers = made.map((result) => (result.status === 'fulfilled' ? result.value['status'] : result.reason));
  t.is(answers.filter((status) => status === 'SUCCESS').length, 1);
  t.is((await pair.one.store.tasks.ofMerchant('test_user')).length, 1);
});

/** Templates of the merchant at a simulator. */
const templatesAt = (at: TestSimulator) => ({
  put: async (call: string, template: object) => (await at.json(`templates/${call}.do`, { template }))['template'],
  register: (templateId: string, fields: object = {}) =>
    at.json('registerByTemplate.do', { userName: undefined, password: undefined, templateId, ...fields }),
});

test('a template for one order makes one, though both are asked at once', async (t, join) => {
  const pair = await slowPairFor(t, join);
  const template = { name: 'Tea', amount: 5000, singlePayment: true };
  const { templateId } = await templatesAt(pair.one).put('create', template);

  await manyTimes(pair, (at) => templatesAt(at).register(templateId));

  t.is((await pair.one.store.orders.ofMerchant('test_user')).length, 1);
});

test('what is changed of a template at both is all kept', async (t, join) => {
  const pair = await slowPairFor(t, join);
  const { templateId } = await templatesAt(pair.one).put('create', { name: 'Tea', amount: 5000 });

  await manyTimes(pair, (at, turn) => {
    const additionalParams = [{ name: `param-${turn}`, value: 'x' }];
    return templatesAt(at).put('update', { templateId, additionalParams });
  });

  const { additionalParams } = await templatesAt(pair.one).put('get', { templateId });
  t.is(additionalParams.length, 20);
});

test('each of many moves of a clock counts, wherever it is made', async (t, join) => {
  const pair = await slowPairFor(t, join);

  await manyTimes(pair, (at) => at.clockOf('test_user').advance(60_000));

  for (const at of [pair.one, pair.other]) {
    await at.call('getOrderStatusExtended.do', { orderId: 'none' });
    t.is(at.clockOf('test_user').now(), startMs + twentyMinutesMs);
  }
});
