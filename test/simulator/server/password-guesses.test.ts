import test from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { type Answer, ask } from '../../helpers/simulator/ask.ts';
import { type Fields, login, simulatorFor, startMs, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const basic = (password: string): Fields => ({
  authorization: `Basic ${Buffer.from(`test_user:${password}`).toString('base64')}`,
});

test('after too many wrong passwords the right one is refused, too, until a minute has gone', async (t) => {
  const clock = createClock({ startMs });
  const simulator = await simulatorFor(t, { loginTries: 3, clock });
  const status = async (fields: Fields) =>
    (await simulator.callBare('getOrderStatusExtended.do', { orderNumber: '1', ...fields }))['errorCode'];
  const known = await status(login);
  for (const password of ['a', 'test_user_passwor', 'test_user_password1'])
    t.is(await status({ ...login, password }), '5');
  t.is(await status(login), '5');

  const portal = `${simulator.url}/mportal/mvc/public/merchant/update/test_user`;
  t.is((await ask(portal, { method: 'POST', headers: basic('test_user_password'), body: '{}' })).status, 401);

  await clock.advance(59_000);
  t.is(await status(login), '5');
  await clock.advance(2_000);
  t.is(await status(login), known);
});

test('the portal counts wrong passwords with the calls', async (t) => {
  const simulator = await simulatorFor(t, { loginTries: 2 });
  const portal = `${simulator.url}/mportal/mvc/public/merchant/update/test_user`;
  for (const password of ['a', 'b']) await ask(portal, { method: 'POST', headers: basic(password), body: '{}' });
  t.is((await simulator.call('register.do', { amount: '1', returnUrl: 'https://a.example' }))['errorCode'], '5');
});

test('wrong passwords of one login, and for an unknown one, leave the others alone', async (t) => {
  const simulator = await simulatorFor(t, { loginTries: 1 });
  for (const userName of ['nobody', 'other'])
    await simulator.callBare('register.do', { userName, password: 'a', amount: '1', returnUrl: 'https://a.example' });
  t.is((await simulator.register()).orderId.length, 36);
});

test('right passwords between wrong ones do not make room for more', async (t) => {
  const simulator = await simulatorFor(t, { loginTries: 2 });
  const order = { amount: '1', returnUrl: 'https://a.example' };
  await simulator.callBare('register.do', { ...login, ...order, password: 'a' });
  await simulator.register();
  await simulator.callBare('register.do', { ...login, ...order, password: 'b' });
  t.is((await simulator.call('register.do', order))['errorCode'], '5');
});

test('a control token is not guessed', async (t) => {
  const simulator = await simulatorFor(t, { loginTries: 2, controlToken: 'made-up' });
  const statusWith = async (token: string) =>
    (await ask(`${simulator.controlUrl}/merchants`, { method: 'GET', headers: { authorization: `Bearer ${token}` } }))
      .status;
  t.is(await statusWith('made-up'), 200);
  for (const token of ['made', 'made-uq']) t.is(await statusWith(token), 401);
  t.is(await statusWith('made-up'), 401);
});

test('without a limit any number of wrong passwords is answered', async (t) => {
  const simulator = await simulatorFor(t);
  const order = { amount: '1', returnUrl: 'https://a.example' };
  for (let count = 0; count < 100; count++)
    await simulator.callBare('register.do', { ...login, ...order, password: 'a' });
  t.is((await simulator.register()).orderId.length, 36);
});

test('a reset of the merchant, as after each interaction of a contract, forgets its wrong passwords', async (t) => {
  const simulator = await simulatorFor(t, { loginTries: 2 });
  const wrong = () => simulator.callBare('refund.do', { ...login, password: 'a', orderNumber: '1' });
  const reset = { method: 'POST', body: JSON.stringify({ state: '', action: 'teardown' }) };
  for (let interaction = 0; interaction < 3; interaction += 1) {
    await wrong();
    await ask(`${simulator.controlUrl}/provider-states`, reset);
  }

  t.is((await simulator.register()).orderId.length, 36);
});

const inForm = { 'content-type': 'application/x-www-form-urlencoded' };
const inJson = { 'content-type': 'application/json' };

/** Places that take a password of the merchant, each with a call that needs nothing else to get past it. */
const places: Readonly<Record<string, (simulator: TestSimulator, password: string) => Promise<Answer>>> = {
  ...Object.fromEntries(
    [
      'register.do',
      'registerPreAuth.do',
      'getOrderStatus.do',
      'getOrderStatusExtended.do',
      'deposit.do',
      'refund.do',
      'getBindings.do',
      'paymentorder.do',
      'instantPayment.do',
      'verifyEnrollment.do',
    ].map((name) => [
      `a form of ${name}`,
      ({ restUrl }: TestSimulator, password: string) =>
        ask(restUrl + name, {
          method: 'POST',
          headers: inForm,
          body: `${new URLSearchParams({ ...login, password })}`,
        }),
    ]),
  ),
  'the address of register.do': ({ restUrl }, password) =>
    ask(`${restUrl}register.do?${new URLSearchParams({ ...login, password })}`, { method: 'GET' }),
  ...Object.fromEntries(
    ['templates/getList.do', '../token/payment.do', '../recurrentPayment.do', '/recurrent/v1/task/get'].map((path) => [
      `JSON for ${path}`,
      ({ restUrl }: TestSimulator, password: string) =>
        ask(new URL(path, restUrl), { method: 'POST', headers: inJson, body: JSON.stringify({ ...login, password }) }),
    ]),
  ),
  ...Object.fromEntries(
    ['mportal', 'mportal-uat'].map((portal) => [
      `the portal, ${portal}`,
      ({ url }: TestSimulator, password: string) =>
        ask(`${url}/${portal}/mvc/public/merchant/update/test_user`, {
          method: 'POST',
          headers: basic(password),
          body: '{}',
        }),
    ]),
  ),
};

const right = 'test_user_password';

for (const [place, send] of Object.entries(places))
  test(`wrong passwords count in ${place}, and are counted there`, async (t) => {
    const [open, counting, told] = await Promise.all(
      [{}, { loginTries: 2 }, { loginTries: 2 }].map((options) => simulatorFor(t, options)),
    );
    if (!open || !counting || !told) return t.fail();
    const denied = await send(open, 'wrong');
    t.not((await send(open, right)).text, denied.text, 'the right password leads further');

    for (const password of ['a', 'b']) await send(counting, password);
    t.is((await counting.call('register.do', { amount: '1', returnUrl: 'https://a.example' }))['errorCode'], '5');

    for (const password of ['a', 'b'])
      await told.callBare('register.do', { ...login, password, amount: '1', returnUrl: 'https://a.example' });
    const { status, text } = await send(told, right);
    t.deepEqual({ status, text }, { status: denied.status, text: denied.text });
  });
