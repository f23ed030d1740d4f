import test, { type ExecutionContext } from 'ava';
import { pactOf } from '../helpers/broker/publish-pact.ts';
import { type StubBroker, stubBroker } from '../helpers/broker/stub-broker.ts';
import type { Json } from '../helpers/simulator/simulator.ts';
import { runTillboxVerify } from './run-tillbox.ts';
import { fileOf, runTool } from './tools.ts';

/*
 * From end to end: the real client of Pact publishes a pact, `tillbox verify` fetches and verifies it and publishes the results,
 * and the real can-i-deploy answers. The broker is a stub of its API, because none can be installed where these tests run.
 */

const token = 'sesame';

const request = {
  method: 'POST',
  path: '/payment/rest/getOrderStatusExtended.do',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: 'userName=test_user&password=test_user_password&orderId=019b6f10-3c2a-7c41-9f6e-5a1200b4e001',
};

const status = (description: string, providerState: string, body: Json): Json => ({
  description,
  providerState,
  request,
  response: { status: 200, body },
});

const unknown = status('an unknown order', 'no order has this id', { errorCode: '6' });
const paid = status('a paid order', 'an order paid in one phase exists', { orderStatus: 2 });
const wrong = status('a paid order with a text', 'an order paid in one phase exists', { orderStatus: '2' });
const notTried = status('a full moon', 'the moon is full', { errorCode: '6' });

/** Publishes a pact with the real client; the answers of can-i-deploy, and `tillbox verify` with the broker. */
const setUp = async (t: ExecutionContext, interactions: readonly Json[], provider = 'tillbox-bereke') => {
  const broker = await stubBroker(t, { token });
  const file = fileOf(t, { ...pactOf('shop', provider, []), interactions });
  const published = await runTool(
    'pact-broker',
    ...['publish', file, '--consumer-app-version', '1.0.0', '--branch', 'main', '-b', broker.url, '-k', token],
  );
  t.is(published.code, 0, published.output);
  return { broker, ...clientsOf(t, broker, provider) };
};

const clientsOf = (t: ExecutionContext, { url }: StubBroker, provider: string) => ({
  verify: (...more: readonly string[]) =>
    runTillboxVerify(
      t,
      '--broker-url',
      url,
      '--token',
      token,
      '--consumer-version-selectors',
      '{"mainBranch":true}',
      ...more,
    ),
  canDeploy: async (version: string): Promise<'yes' | 'no'> => {
    const versions = ['--pacticipant', 'shop', '--version', '1.0.0', '--pacticipant', provider, '--version', version];
    const { code, output } = await runTool('pact-broker', 'can-i-deploy', ...versions, '-b', url, '-k', token);
    t.regex(output, code === 0 ? /Computer says yes/ : /Computer says no/, output);
    return code === 0 ? 'yes' : 'no';
  },
});

const asVersion = (version: string) => ['--publish', '--provider-version', version, '--provider-branch', 'main'];

const cases = [
  { name: 'a pact that holds', interactions: [unknown, paid], options: [], code: 0, answer: 'yes' },
  { name: 'a pact that does not hold', interactions: [unknown, wrong], options: [], code: 1, answer: 'no' },
  {
    name: 'a pending pact that does not hold',
    interactions: [unknown, wrong],
    options: ['--enable-pending'],
    code: 0,
    answer: 'no',
  },
  { name: 'a state that tillbox does not know', interactions: [unknown, notTried], options: [], code: 2, answer: 'no' },
  {
    name: 'a state that tillbox does not know, ignored',
    interactions: [unknown, notTried],
    options: ['--ignore-missing-states'],
    code: 0,
    answer: 'no',
  },
] as const;
for (const { name, interactions, options, code, answer } of cases) {
  test(`tillbox verify exits with ${code} and can-i-deploy says ${answer}: ${name}`, async (t) => {
    const { verify, canDeploy, broker } = await setUp(t, interactions);

    const run = await verify(...asVersion('0.1.0'), ...options);

    t.is(run.code, code, run.output);
    t.is(await canDeploy('0.1.0'), answer);
    t.deepEqual(
      broker.records.results.map(({ provider, document }) => [provider, document['testResults'].length]),
      [['tillbox-bereke', interactions.length]],
    );
    t.notRegex(run.output, new RegExp(token));
  });
}

test('without --publish, nothing is published', async (t) => {
  const { verify, broker, canDeploy } = await setUp(t, [paid]);

  t.is((await verify()).code, 0);

  t.deepEqual(broker.records.results, []);
  t.is(await canDeploy('0.1.0'), 'no');
});

test('each bank has its own pacts and results at the broker', async (t) => {
  const { verify, broker, canDeploy } = await setUp(t, [paid], 'tillbox-dsk');

  const run = await verify('--bank', 'dsk', ...asVersion('0.1.0'));

  t.is(run.code, 0, run.output);
  t.is(await canDeploy('0.1.0'), 'yes');
  t.deepEqual(
    broker.records.results.map(({ provider }) => provider),
    ['tillbox-dsk'],
  );
});
