import test from 'ava';
import * as client from '../../../client/index.ts';
import * as simulator from '../../../simulator/index.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

type Callable = (...args: readonly unknown[]) => unknown;

/** Calls with an option that no function has, by the name of the function. */
const withOptions: Readonly<Record<string, (options: unknown) => unknown>> = {
  startSimulator: (options) => simulator.startSimulator(options as object),
  createClock: (options) => simulator.createClock(options as object),
  startCallbackReceiver: (options) => client.startCallbackReceiver(options as object),
  checkCallback: (options) => client.checkCallback('a=1', options as never),
  checkJwtCallback: (options) => client.checkJwtCallback('a.b.c', options as never),
  Payer: (options) => new client.Payer(options as object),
  GatewayClient: (options) => new client.GatewayClient(options as never),
  SandboxClient: (options) => new client.SandboxClient(options as never),
  makeSeToken: (options) => client.makeSeToken(options as never),
  makeWalletToken: (options) => client.makeWalletToken(options as never),
  fillForm: (options) => client.fillForm({ fields: [], buttons: [] } as never, options as never),
  parseScenario: (options) => simulator.parseScenario('own', options),
};

/** They take a name, which is refused if it is unknown. */
const withNames = ['bankNamed', 'cardForActionCode', 'loadScenarios', 'openStore', 'readBank'];

/** They read an answer of the gateway, a page, or an order. */
const readers = ['instantPaymentState', 'outcomeOf', 'paymentStep', 'readPage', 'printExplanation'];

const functionsOf = (module: object): readonly string[] =>
  Object.entries(module).flatMap(([name, value]) => {
    const isError = typeof value === 'function' && value.prototype instanceof Error;
    return typeof value === 'function' && !isError ? [name] : [];
  });

test('of every function of the package it is decided whether it has options', (t) => {
  t.deepEqual(
    [...functionsOf(simulator), ...functionsOf(client)].toSorted(),
    [...Object.keys(withOptions), ...withNames, ...readers].toSorted(),
  );
});

for (const [name, call] of Object.entries(withOptions)) {
  test(`${name} refuses an option that it does not have`, async (t) => {
    await t.throwsAsync(async () => call({ xyzzy: 1 }), { message: /xyzzy/ });
  });
}

/** Calls of a simulator with an option that no call has. */
const callsWithOptions: Readonly<Record<string, readonly unknown[]>> = {
  makeMerchant: [],
  changeMerchant: ['test_user'],
  setCallbacks: ['test_user'],
  setScenario: ['test_user', 'approved'],
  explainScenario: ['test_user'],
  setState: ['test_user', {}],
  actAsBank: ['order-1', 'refund'],
  orders: ['test_user'],
  callbacks: ['test_user'],
  resendCallback: ['test_user', 'callback-1'],
  testCallback: ['test_user'],
  journal: ['test_user'],
  har: ['test_user'],
  verify: ['test_user'],
  waitForCallback: ['order-1', 'deposited'],
};

/** They take logins and ids only, a listener, or nothing. */
const callsWithoutOptions = [
  'callback',
  'breakOf',
  'breaks',
  'clockOf',
  'deleteMerchant',
  'merchants',
  'nextDue',
  'onEvent',
  'order',
  'pauseCallbacks',
  'readScenarios',
  'resetMerchant',
  'resetScenario',
  'setBreak',
  'runCallbacks',
  'scenarios',
  'settled',
  'state',
  'stop',
  'whyOf',
];

test('of every call of a simulator it is decided whether it has options', async (t) => {
  const started = await simulator.startSimulator();
  t.teardown(started.stop);

  t.deepEqual(functionsOf(started).toSorted(), [...Object.keys(callsWithOptions), ...callsWithoutOptions].toSorted());
});

for (const [name, args] of Object.entries(callsWithOptions)) {
  test(`the call ${name} of a simulator refuses an option that it does not have`, async (t) => {
    const started = await simulatorFor(t, { journalSize: 1 });
    const call = started[name as 'orders'] as unknown as Callable;

    await t.throwsAsync(async () => call(...args, { xyzzy: 1 }), { message: /xyzzy/ });
  });
}

test('every call of the client refuses a parameter that it does not have', async (t) => {
  const never = (): never => {
    throw new Error('sent');
  };
  const gateway = new client.GatewayClient({
    baseUrl: 'http://127.0.0.1:1',
    userName: 'a',
    password: 'b',
    fetch: never,
  });
  const groups: Readonly<Record<string, object>> = { ...gateway };
  const own = Object.getOwnPropertyNames(client.GatewayClient.prototype)
    .filter((name) => name !== 'constructor' && name !== 'call')
    .map((name) => [name, (gateway as unknown as Record<string, Callable>)[name]?.bind(gateway)] as const);
  const grouped = Object.entries(groups).flatMap(([group, calls]) =>
    Object.entries(calls as Record<string, Callable>).map(([name, call]) => [`${group}.${name}`, call] as const),
  );

  for (const [name, call] of [...own, ...grouped])
    await t.throwsAsync(async () => call?.({ xyzzy: 1 }), { instanceOf: client.WrongUse, message: /xyzzy/ }, name);
  t.true(own.length + grouped.length > 40);
});
