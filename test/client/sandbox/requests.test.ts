import test from 'ava';
import { SandboxClient } from '../../../client/index.ts';
import { sandboxFor } from './sandbox.ts';

const state = {
  format: 1,
  clock: { nowMs: 0, isFrozen: true },
  settings: { password: 'p', name: 'Shop' },
  orders: [],
  callbacks: [],
  storedCards: [],
  tasks: [],
  templates: [],
  counters: {},
} as const;

/** What a method asks for, with its body. */
const requests: readonly (readonly [
  asks: string,
  body: object | undefined,
  ask: (client: SandboxClient) => unknown,
])[] = [
  ['GET /merchants/own/state', undefined, ({ state }) => state.get('own')],
  ['PUT /merchants/own/state', state, (client) => client.state.put({ login: 'own' }, state)],
  ['PUT /merchants/own/state?ids=new', state, (client) => client.state.put('own', state, { ids: 'new' })],
  ['GET /provider-states', undefined, ({ providerStates }) => providerStates.list()],
  [
    'POST /provider-states?login=own',
    { state: 'a registered order exists', params: { amount: 5 }, action: 'setup' },
    ({ providerStates }) => providerStates.setUp('own', 'a registered order exists', { amount: 5 }),
  ],
  [
    'POST /provider-states?login=own',
    { state: '', action: 'teardown' },
    ({ providerStates }) => providerStates.tearDown('own'),
  ],
  ['POST /merchants/own/scenarios/a%2Fb/reset', undefined, (client) => client.resetScenario('own', 'a/b')],
  [
    'POST /wallet-tokens',
    { wallet: 'google', amount: 5, currency: '398', authMethod: 'PAN_ONLY', pan: '4', broken: true, decrypted: false },
    (client) =>
      client.makeWalletToken({
        wallet: 'google',
        amountMinor: 5,
        currency: '398',
        authMethod: 'PAN_ONLY',
        card: { pan: '4' },
        isBroken: true,
        isDecrypted: false,
      }),
  ],
  ['GET /cards', undefined, ({ reference }) => reference.cards()],
  ['GET /action-codes', undefined, ({ reference }) => reference.actionCodes()],
  ['GET /error-codes', undefined, ({ reference }) => reference.errorCodes()],
  ['GET /scenarios', undefined, ({ reference }) => reference.scenarios()],
  ['GET /scenarios/schema.json', undefined, ({ reference }) => reference.scenarioSchema()],
  ['GET /banks', undefined, ({ reference }) => reference.banks()],
  ['GET /openapi/control.json', undefined, ({ reference }) => reference.controlApi()],
  ['GET /openapi/merchant.json', undefined, ({ reference }) => reference.merchantApi()],
  ['GET /openapi/merchant.json?bank=dsk', undefined, ({ reference }) => reference.merchantApi('dsk')],
  ['GET /metrics', undefined, (client) => client.metrics()],
  ['GET /log', undefined, (client) => client.log()],
  ['PUT /log/level', { level: 'debug' }, (client) => client.setLogLevel('debug')],
];
for (const [asks, body, ask] of requests) {
  test(`${asks} is asked for${body ? ` with ${JSON.stringify(body)}` : ''}`, async (t) => {
    const asked: unknown[] = [];
    const record: typeof fetch = async (url, { method, body: text } = {}) => {
      const { pathname, search } = new URL(String(url));
      asked.push([`${method} ${pathname.replace('/sandbox', '')}${search}`, text && JSON.parse(String(text))]);
      return Response.json({});
    };

    await ask(new SandboxClient({ url: 'http://gateway.example', fetch: record }));

    t.deepEqual(asked, [[asks, body]]);
  });
}

test('the token of a wallet pays', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);

  const paymentToken = await sandbox.makeWalletToken({ wallet: 'apple', amountMinor: 1500 });
  const { orderId } = await gateway.wallets.applePay({ merchant: merchant.login, orderNumber: 'A-1', paymentToken });

  t.is((await gateway.waitForPayment({ orderId })).outcome, 'paid');
});
