import test from 'ava';
import { addressOf } from '../../../simulator/data/endpoint-facts.ts';
import { permissions } from '../../../simulator/domain/permissions.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';
import { isOfMerchant } from '../../../simulator/http/call/endpoint.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const login = { login: 'test_user', password: 'test_user_password' } as const;
const merchantCalls = gatewayEndpoints.filter(isOfMerchant);

/** The code with which a call that says nothing but the login is refused. */
const codeOf = async ({ url, bank }: TestSimulator, endpoint: (typeof merchantCalls)[number]): Promise<string> => {
  const fields = { userName: login.login, password: login.password };
  const isJson = endpoint.body === 'json';
  const answer = await fetch(url + addressOf(endpoint, bank.basePath), {
    method: 'POST',
    headers: { 'Content-Type': isJson ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: isJson ? JSON.stringify({ ...fields, username: login.login }) : String(new URLSearchParams(fields)),
  });
  const { errorCode, errorMessage, error } = (await answer.json()) as Json;
  return `${errorCode ?? error?.code} ${errorMessage ?? error?.message}`;
};

for (const permission of permissions)
  for (const bank of ['bereke', 'sber'])
    test(`BANK=${bank}: without the permission for ${permission} its calls are refused with 5, and no others`, async (t) => {
      const merchants = [{ ...login, bank, withoutPermissions: [permission] }];
      const simulator = await simulatorFor(t, { bank, merchants, logLevel: 'silent' });
      // recurrentPayment.do has a code of its own.
      const denied = bank === 'sber' ? /^(?:5|10) Доступ запрещ/ : /^(?:5|10) Access denied/;
      let refused = 0;

      for (const endpoint of merchantCalls) {
        const code = await codeOf(simulator, endpoint);
        if (endpoint.permission === permission) refused++;
        t.is(denied.test(code), endpoint.permission === permission, `${endpoint.path}: ${code}`);
      }

      t.true(refused > 0);
    });

test('the control API takes a permission away and gives it back', async (t) => {
  const simulator = await simulatorFor(t, { logLevel: 'silent', journalSize: 10 });
  const order = { amount: '1000', returnUrl: 'https://shop.example/' };

  await simulator.changeMerchant('test_user', { withoutPermissions: ['pre-authorisation'] });
  t.like(await simulator.call('registerPreAuth.do', order), { errorCode: '5' });
  t.truthy((await simulator.register())['orderId']);
  await simulator.changeMerchant('test_user', { withoutPermissions: null });
  t.truthy((await simulator.call('registerPreAuth.do', order))['orderId']);

  const { entries } = (await (await fetch(`${simulator.controlUrl}/merchants/test_user/journal`)).json()) as Json;
  t.like(entries[0], { isNotAccepted: undefined, errorCode: 5 });
  t.like(entries[0].hints[0], { kind: 'no-permission', word: 'pre-authorisation' });
});

test('without the permission for stored cards, an order is registered, and no card is stored or offered', async (t) => {
  const simulator = await simulatorFor(t, { logLevel: 'silent' });
  const order = { amount: '1000', returnUrl: 'https://shop.example/', clientId: 'client-1' };
  const bindingId = await storedCard(simulator, plainCard, { clientId: 'client-1' });
  await simulator.changeMerchant('test_user', { withoutPermissions: ['stored-cards'] });

  const { orderId, formUrl } = await simulator.call('register.do', order);
  t.false((await (await fetch(formUrl)).text()).includes(bindingId));
  await pay(formUrl);
  t.like(await simulator.status(orderId), { orderStatus: 2, bindingInfo: undefined });
  t.like(await simulator.call('register.do', { ...order, bindingId }), { errorCode: '5' });

  await simulator.changeMerchant('test_user', { withoutPermissions: null });
  const { bindings } = await simulator.call('getBindings.do', { clientId: 'client-1' });
  t.is(bindings.length, 1);
});
