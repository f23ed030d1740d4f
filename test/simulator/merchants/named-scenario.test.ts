import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { GatewayClient, SandboxClient } from '../../../client/index.ts';
import { runProgram } from '../../../simulator/commands/program.ts';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import { StateError } from '../../../simulator/domain/errors/state-error.ts';
import { bundledScenarios } from '../../../simulator/index.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { ownProcessFor } from '../../helpers/process/own-process.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** The state of the merchant, with another scenario. */
const stateWith = async (simulator: TestSimulator, scenario: string): Promise<Json> => {
  const state = JSON.parse(JSON.stringify(await simulator.state('test_user')));
  return { ...state, settings: { ...state.settings, scenario } };
};

const messageOf = async (act: Promise<unknown>, error: new (...args: never[]) => Error): Promise<string> => {
  const thrown: unknown = await act.then(
    () => undefined,
    (reason) => reason,
  );
  return thrown instanceof error ? thrown.message : `no ${error.name}: ${String(thrown)}`;
};

/** The answer to a problem of a command. */
const written = async (...args: readonly string[]): Promise<string> => {
  const lines: string[] = [];
  const exitCode = await runProgram(args, { out: () => {}, err: (text) => lines.push(text) });
  return `${exitCode} ${lines.join('')}`;
};

interface Tools {
  readonly t: ExecutionContext;
  readonly simulator: TestSimulator;
}

/** Every way to name a scenario; each resolves with the refusal. */
const ways: Readonly<Record<string, (tools: Tools, name: string) => Promise<string>>> = {
  'setScenario in process': ({ simulator }, name) => messageOf(simulator.setScenario('test_user', name), ConfigError),
  'a merchant of the start': ({ t }, scenario) =>
    messageOf(simulatorFor(t, { merchants: [{ login: 'a', password: 'b', scenario }] }), ConfigError),
  'makeMerchant in process': ({ simulator }, scenario) => messageOf(simulator.makeMerchant({ scenario }), ConfigError),
  'changeMerchant in process': ({ simulator }, scenario) =>
    messageOf(simulator.changeMerchant('test_user', { scenario }), ConfigError),
  'resetScenario in process': ({ simulator }, name) =>
    messageOf(simulator.resetScenario('test_user', name), ConfigError),
  'setState in process': async ({ simulator }, name) =>
    messageOf(simulator.setState('test_user', await stateWith(simulator, name)), StateError),
  'PUT of a scenario': async ({ t, simulator }, name) =>
    (await controlOf(t, simulator)('PUT /merchants/test_user/scenario', { name })).json['detail'],
  'POST of a reset': async ({ t, simulator }, name) =>
    (await controlOf(t, simulator)(`POST /merchants/test_user/scenarios/${name}/reset`)).json['detail'],
  'PUT of a state': async ({ t, simulator }, name) =>
    (await controlOf(t, simulator)('PUT /merchants/test_user/state', await stateWith(simulator, name))).json['detail'],
  'register.do': async ({ simulator }, scenario) =>
    ((await simulator.register({ jsonParams: JSON.stringify({ scenario }) })) as Json)['errorMessage'],
  'paymentorder.do': async ({ simulator }, scenario) => {
    const { orderId } = await simulator.register();
    const fields = { MDORDER: orderId, $PAN: plainCard.pan, $CVC: '123', YYYY: '2034', MM: '12', TEXT: 'T C' };
    return (await simulator.call('paymentorder.do', { ...fields, jsonParams: JSON.stringify({ scenario }) }))[
      'errorMessage'
    ];
  },
  'tillbox scenarios try': (_, name) => written('scenarios', 'try', name),
  'tillbox scenarios explain': (_, name) => written('scenarios', 'explain', '--scenario', name),
};

for (const [way, refusalOf] of Object.entries(ways)) {
  test(`${way}: a name that no scenario has is refused, with the name that was meant`, async (t) => {
    const simulator = await simulatorFor(t);

    for (const name of ['declined-card-lots', 'by-card-stole']) {
      const refusal = await refusalOf({ t, simulator }, name);
      t.true(refusal.includes(name), refusal);
      t.regex(
        refusal,
        new RegExp(`; did you mean ${name === 'by-card-stole' ? 'by-card-stolen' : 'declined-card-lost'}\\?`),
      );
    }
    const unlike = await refusalOf({ t, simulator }, 'no-such-scenario');
    t.true(unlike.includes('no-such-scenario'), unlike);
    t.notRegex(unlike, /did you mean/);
    t.is((await simulator.store.merchants.find('test_user'))?.scenario, undefined, 'nothing is set');
  });
}

test('a part of a name is enough for the hint', async (t) => {
  const simulator = await simulatorFor(t);

  await t.throwsAsync(simulator.setScenario('test_user', 'insufficient-funds'), {
    message:
      'scenario of test_user: no scenario is called insufficient-funds; did you mean declined-insufficient-funds?',
  });
});

test('a scenario of the merchant itself is checked wherever it is set', async (t) => {
  const simulator = await simulatorFor(t);
  const ownScenario = { attempts: [{ decline: 'card-lots' }] };
  const settings = { login: 'a', password: 'b', ownScenario };

  for (const act of [
    () => simulator.setScenario('test_user', ownScenario),
    () => simulatorFor(t, { merchants: [settings] }),
    () => simulator.makeMerchant(settings),
    () => simulator.changeMerchant('test_user', { ownScenario }),
  ])
    await t.throwsAsync(act, {
      instanceOf: ScenarioError,
      message: /attempts\[0\]\.decline: .*did you mean card-lost\?/,
    });
  // biome-ignore lint/suspicious/noExplicitAny: a caller without types
  await t.throwsAsync(simulator.setScenario('test_user', null as any), { instanceOf: ScenarioError });
});

test('a scenario by name replaces one of its own, and the other way round; both at once are refused', async (t) => {
  const simulator = await simulatorFor(t);
  const ownScenario = { attempts: [{ decline: 'card-stolen' }] };
  const followed = async () => {
    const { scenario, ownScenario: own } = (await simulator.store.merchants.find('test_user')) ?? {};
    return [scenario, own];
  };

  await simulator.changeMerchant('test_user', { ownScenario });
  await simulator.changeMerchant('test_user', { scenario: 'approved' });
  t.deepEqual(await followed(), ['approved', undefined]);
  await simulator.changeMerchant('test_user', { name: 'Shop', ownScenario });
  t.deepEqual(await followed(), [undefined, ownScenario]);
  await simulator.changeMerchant('test_user', { name: 'Other' });
  t.deepEqual(await followed(), [undefined, ownScenario]);

  await t.throwsAsync(simulator.changeMerchant('test_user', { scenario: 'approved', ownScenario }), {
    instanceOf: ConfigError,
  });
});

for (const endpoint of ['paymentorder.do', 'processform.do']) {
  test(`${endpoint}: an outcome is a name or a number, and anything else is refused`, async (t) => {
    const simulator = await simulatorFor(t);
    const payWith = async (scenario: unknown): Promise<Json> => {
      const { orderId } = await simulator.register();
      const fields = { MDORDER: orderId, $PAN: plainCard.pan, $CVC: '123', YYYY: '2034', MM: '12', TEXT: 'T C' };
      const answer = await simulator.call(endpoint, { ...fields, jsonParams: JSON.stringify({ scenario }) });
      return { ...(await simulator.status(orderId)), errorCode: String(answer['errorCode']) };
    };

    t.is((await payWith('116'))['actionCode'], 116);
    t.is((await payWith(116))['actionCode'], 116);
    for (const wrong of [true, null, ['approve'], { approve: true }, '']) {
      t.like(await payWith(wrong), { orderStatus: 0, errorCode: '5', actionCode: -100 }, JSON.stringify(wrong));
    }
  });
}

/** The action code of a new payment. */
const paid = async (simulator: TestSimulator): Promise<unknown> => {
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });
  return (await simulator.status(orderId))['actionCode'];
};

test('a bundled scenario is known by its name without a setting: for a merchant, an order and a payment', async (t) => {
  const merchants = [
    { login: login['userName'] ?? '', password: login['password'] ?? '', scenario: 'declined-card-lost' },
  ];
  const simulator = await simulatorFor(t, { merchants });
  t.is(await paid(simulator), 208);

  const httpStatus = async (endpoint: string, fields: Readonly<Record<string, string>>): Promise<number> => {
    const body = new URLSearchParams({ ...login, ...fields });
    return (await fetch(simulator.restUrl + endpoint, { method: 'POST', body })).status;
  };
  const registers = () => httpStatus('register.do', { amount: '100', returnUrl: 'https://shop.example/return' });
  await simulator.setScenario('test_user', 'register-answers-429-once');
  t.deepEqual([await registers(), await registers()], [429, 200]);
  await simulator.resetScenario('test_user', 'register-answers-429-once');
  t.deepEqual([await registers(), await registers()], [429, 200]);

  await simulator.setScenario('test_user', undefined);
  const { orderId } = await simulator.register({ jsonParams: '{"scenario":"refund-done-but-answer-lost"}' });
  await t.throwsAsync(httpStatus('refund.do', { orderId, amount: '100' }), { message: 'fetch failed' });
  t.is(await httpStatus('refund.do', { orderId, amount: '100' }), 200);
});

test('as the setting, bundled scenarios apply by their conditions, too', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: bundledScenarios, watchesScenarios: true });
  const paidAs = async (fields: Readonly<Record<string, string>>): Promise<unknown> => {
    const { orderId, formUrl } = await simulator.register(fields);
    await pay(formUrl, { card: plainCard });
    return (await simulator.status(orderId))['actionCode'];
  };

  t.is(await paidAs({ orderNumber: 'decline-1' }), 116);
  t.is(await paidAs({ orderNumber: 'other-1' }), 0);
  t.is(await paidAs({ orderNumber: 'decline-2', jsonParams: '{"scenario":"declined-card-lost"}' }), 208);
  const all = await simulator.scenarios();
  t.is(await simulator.readScenarios(), all.length);
  t.true(all.filter(({ when }) => when).length > 5);
});

test('the conditions of bundled scenarios do not hold beside own ones, and own ones take their names', async (t) => {
  const folder = await folderWith(t, {
    'declined-card-lost.yaml': 'attempts: [{ decline: 116 }]',
    'mine.yaml': 'attempts: [{ decline: 101 }]',
  });
  const simulator = await simulatorFor(t, { scenarios: folder });
  const codeOf = async (fields: Readonly<Record<string, string>>): Promise<unknown> => {
    const { orderId, formUrl } = await simulator.register(fields);
    await pay(formUrl, { card: plainCard });
    return (await simulator.status(orderId))['actionCode'];
  };

  t.is(await codeOf({ orderNumber: 'decline-1' }), 0);
  t.is(await codeOf({ jsonParams: '{"scenario":"by-order-number-declined"}' }), 116);
  t.is(await codeOf({ jsonParams: '{"scenario":"declined-card-lost"}' }), 116);
  t.is(await codeOf({ jsonParams: '{"scenario":"mine"}' }), 101);
  const all = await simulator.scenarios();
  t.deepEqual(
    all.filter(({ when }) => when),
    [],
  );
  t.deepEqual(
    all.map(({ name }) => name),
    all.map(({ name }) => name).toSorted(),
  );
  t.is(all.filter(({ name }) => name === 'declined-card-lost').length, 1);
});

test("a merchant whose scenario's file is deleted pays as without it, and each payment says so", async (t) => {
  const folder = await folderWith(t, {
    'mine.yaml': 'attempts: [{ decline: 101 }]',
    'other.yaml': 'about: x\nattempts: [{ approve: true }]',
  });
  const { url, restUrl, output } = await ownProcessFor(t, { SCENARIOS: folder, LOG_LEVEL: 'warn' });
  const sandbox = new SandboxClient({ url });
  const gateway = new GatewayClient({ baseUrl: restUrl, userName: 'test_user', password: 'test_user_password' });
  const payOnce = async () => {
    const { orderId, formUrl } = await gateway.register({ amountMinor: 100, returnUrl: 'https://shop.example/return' });
    await pay(formUrl, { card: plainCard });
    return sandbox.orders.get('test_user', orderId);
  };
  await sandbox.setScenario('test_user', 'mine');
  t.is((await payOnce()).actionCode, 101);
  t.false(output.out.includes('no longer exists'));

  await rm(join(folder, 'mine.yaml'));
  let order = await payOnce();
  await eventually(
    t,
    async () => {
      order = await payOnce();
      return order.actionCode;
    },
    (code) => code === 0,
  );

  t.regex(order.explanation, /has scenario mine set, but nothing is called so/);
  await eventually(
    t,
    () =>
      output.out.split('\n').find((line) => line.includes('no longer exists') && line.includes(order.orderId)) ?? '{}',
    (line) => {
      const { merchant, scenario, level } = JSON.parse(line) as Json;
      return merchant === 'test_user' && scenario === 'mine' && level === 40;
    },
  );
  await sandbox.changeMerchant('test_user', { name: 'another setting can still be changed' });
});
