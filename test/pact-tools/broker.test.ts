import test, { type ExecutionContext } from 'ava';
import { fetchPacts } from '../../contracts/verify/broker/fetch-pacts.ts';
import { publishResults } from '../../contracts/verify/broker/publish-results.ts';
import type { InteractionResult } from '../../contracts/verify/pact/pact-result.ts';
import type { PactSource } from '../../contracts/verify/pact/pact-source.ts';
import { pactOf } from '../helpers/broker/publish-pact.ts';
import { type StubBroker, stubBroker } from '../helpers/broker/stub-broker.ts';
import { type Json, login, simulatorFor } from '../helpers/simulator/simulator.ts';
import { fileOf, runTool } from './tools.ts';

/*
 * No Pact Broker can be installed where these tests run. `stubBroker` imitates its published API, and here the real clients
 * of Pact show that the imitation is one that they take for a broker.
 */

const providerName = 'tillbox-bereke';
const token = 'sesame';

const setUp = async (
  t: ExecutionContext,
  pact: Json = pactOf('shop', providerName, ['the shop pays', 'the shop asks']),
) => {
  const broker = await stubBroker(t, { token });
  const access = ['--broker-base-url', broker.url, '--broker-token', token];
  const published = await runTool(
    'pact-broker',
    ...['publish', fileOf(t, pact), '--consumer-app-version', '1.0.0', '--branch', 'main', '--tag', 'dev', ...access],
  );
  t.is(published.code, 0, published.output);
  t.regex(published.output, /Pact successfully published for shop version 1\.0\.0/);
  /** The answer of can-i-deploy. */
  const canDeploy = async (...args: readonly string[]): Promise<'yes' | 'no'> => {
    const { code, output } = await runTool('pact-broker', 'can-i-deploy', ...args, ...access);
    t.regex(output, code === 0 ? /Computer says yes/ : /Computer says no/, output);
    return code === 0 ? 'yes' : 'no';
  };
  const deploy = async (pacticipant: string, version: string) => {
    const place = ['--pacticipant', pacticipant, '--version', version, '--environment', 'production'];
    const { code, output } = await runTool('pact-broker', 'record-deployment', ...place, ...access);
    t.is(code, 0, output);
  };
  return { broker, access, canDeploy, deploy };
};

const shopToProduction = ['--pacticipant', 'shop', '--version', '1.0.0', '--to-environment', 'production'];

/** Fetches the pact and publishes these outcomes, with the client of tillbox. */
const publish = async (
  { url }: StubBroker,
  providerVersion: string,
  outcomes: readonly InteractionResult['outcome'][],
) => {
  const access = { url, token, providerName };
  const [source] = (await fetchPacts({ ...access, consumerVersionSelectors: [{ branch: 'main' }] })) as readonly [
    PactSource,
  ];
  const { interactions } = source.pact as { interactions: readonly { _id: string; description: string }[] };
  const results = interactions.map(({ _id, description }, place): InteractionResult => {
    const outcome = outcomes[place] ?? 'holds';
    const mismatches = outcome === 'fails' ? [{ path: '$.errorCode', says: 'expected 0 but was "0"' }] : [];
    return { id: _id, description, states: [], outcome, mismatches };
  });
  await publishResults(
    { source, bank: 'bereke', interactions: results },
    { ...access, providerVersion, providerBranch: 'main', buildUrl: 'https://ci.example/1' },
  );
};

test('a pact that the real client publishes to the stub arrives as it was', async (t) => {
  const { broker } = await setUp(t);

  const [source, ...more] = await fetchPacts({ url: broker.url, token, providerName });

  t.deepEqual(more, []);
  t.like(source?.pact, {
    consumer: { name: 'shop' },
    interactions: { length: 2, 0: { description: 'the shop pays' } },
  });
  t.like(broker.records.versions[0], { pacticipant: 'shop', number: '1.0.0', branches: ['main'], tags: ['dev'] });
});

test('can-i-deploy of the real client says yes only after results in which everything holds', async (t) => {
  const { broker, canDeploy, deploy } = await setUp(t);
  t.is(await canDeploy(...shopToProduction), 'no', 'nothing was verified');

  const steps = [
    ['0.1.0', ['holds', 'fails'], 'no'],
    ['0.1.1', ['holds', 'not tried'], 'no'],
    ['0.1.2', ['pending', 'holds'], 'no'],
    ['0.1.3', ['holds', 'holds'], 'yes'],
  ] as const;
  for (const [version, outcomes, answer] of steps) {
    await publish(broker, version, outcomes);
    await deploy(providerName, version);
    t.is(await canDeploy(...shopToProduction), answer, outcomes.join(', '));
  }
  t.is(
    await canDeploy('--pacticipant', 'shop', '--version', '1.0.0', '--pacticipant', providerName, '--version', '0.1.0'),
    'no',
  );
  t.is(
    await canDeploy('--pacticipant', 'shop', '--version', '1.0.0', '--pacticipant', providerName, '--latest'),
    'yes',
  );
});

test('can-i-deploy says yes for the gateway too, if the shop that is in production was verified', async (t) => {
  const { broker, canDeploy, deploy } = await setUp(t);
  await deploy('shop', '1.0.0');
  await publish(broker, '0.1.0', ['holds', 'holds']);
  const gateway = (version: string) => [
    '--pacticipant',
    providerName,
    '--version',
    version,
    '--to-environment',
    'production',
  ];

  t.is(await canDeploy(...gateway('0.1.0')), 'yes');
  t.is(await canDeploy(...gateway('0.2.0')), 'no');
});

/** A pact that a running tillbox keeps, and one that it does not. */
const pactOfShop = (answer: Json): Json => ({
  ...pactOf('shop', providerName, []),
  interactions: [
    {
      description: 'the shop asks for an order that does not exist',
      providerState: 'the shop has a login',
      request: {
        method: 'POST',
        path: '/payment/rest/getOrderStatusExtended.do',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...login, orderId: '00000000-0000-7000-8000-000000000000' }).toString(),
      },
      response: { status: 200, body: answer },
    },
  ],
});

const verifierFor = async (t: ExecutionContext, broker: StubBroker) => {
  const gateway = await simulatorFor(t);
  const { hostname, port } = new URL(gateway.url);
  return (...more: readonly string[]) =>
    runTool(
      'pact-verifier',
      ...['--broker-url', broker.url, '--token', token, '--provider-name', providerName],
      ...['--hostname', hostname, '--port', port],
      ...['--state-change-url', `${gateway.controlUrl}/provider-states`, '--state-change-teardown', ...more],
    );
};

for (const [name, answer, code] of [
  ['keeps', { errorCode: '6' }, 0],
  ['breaks', { errorCode: 6 }, 1],
] as const) {
  test(`pact-verifier with the stub: a pact that a running tillbox ${name}, its results, and can-i-deploy`, async (t) => {
    const { broker, canDeploy, deploy } = await setUp(t, pactOfShop(answer));
    const verify = await verifierFor(t, broker);

    const run = await verify('--publish', '--provider-version', '0.1.0', '--provider-branch', 'main');

    t.is(run.code, code, run.output);
    await deploy(providerName, '0.1.0');
    t.is(await canDeploy(...shopToProduction), code === 0 ? 'yes' : 'no');
    t.is(broker.records.results.length, 1);
  });
}

test('our client asks and publishes in the same words as pact-verifier', async (t) => {
  const { broker } = await setUp(t, pactOfShop({ errorCode: '6' }));
  const verify = await verifierFor(t, broker);
  const questions = () =>
    broker.received.filter(({ method, path }) => method === 'POST' && path.endsWith('for-verification'));

  const run = await verify(
    ...[
      '--enable-pending',
      '--include-wip-pacts-since',
      '2026-01-01',
      '--consumer-version-selectors',
      '{"mainBranch":true}',
    ],
    ...['--publish', '--provider-version', '0.1.0', '--provider-branch', 'main', '--build-url', 'https://ci.example/1'],
  );
  t.is(run.code, 0, run.output);
  const [source] = await fetchPacts({
    ...{ url: broker.url, token, providerName, providerBranch: 'main' },
    ...{ enablePending: true, includeWipSince: '2026-01-01', consumerVersionSelectors: [{ mainBranch: true }] },
  });
  await publish(broker, '0.1.0', ['holds']);

  const [theirs, ours] = questions().map(({ body }) => JSON.parse(body));
  t.deepEqual(ours, theirs);
  t.true(source?.broker?.isPending === false, 'the results of pact-verifier count');
  const [{ document: theirResults }, { document: ourResults }] = broker.records.results as never as [
    { document: Json },
    { document: Json },
  ];
  t.like(theirResults, { success: true, providerApplicationVersion: '0.1.0' });
  t.deepEqual(Object.keys(ourResults).sort(), Object.keys(theirResults).sort());
  t.is(ourResults['testResults'][0].interactionId, theirResults['testResults'][0].interactionId);
  t.is(ourResults['testResults'][0].success, theirResults['testResults'][0].success);
});

test('what was not selected is not verified, and what is pending does not fail, in pact-verifier as in our client', async (t) => {
  const { broker } = await setUp(t, pactOfShop({ errorCode: 6 }));
  const verify = await verifierFor(t, broker);

  const nowhere = await verify('--consumer-version-selectors', '{"branch":"nowhere"}');
  const pending = await verify('--enable-pending', '--consumer-version-selectors', '{"mainBranch":true}');

  t.is(nowhere.code, 1, nowhere.output);
  t.is(pending.code, 0, pending.output);
  t.regex(pending.output, /This pact is in pending state/);
  await t.throwsAsync(
    fetchPacts({ url: broker.url, token, providerName, consumerVersionSelectors: [{ branch: 'nowhere' }] }),
    { message: /the broker has no such pact/ },
  );
  const [source] = await fetchPacts({
    url: broker.url,
    token,
    providerName,
    enablePending: true,
    providerBranch: 'main',
  });
  t.true(source?.broker?.isPending);
});

test('a wrong token is refused to the real client and to ours', async (t) => {
  const { broker } = await setUp(t);

  const { code } = await runTool('pact-broker', 'can-i-deploy', ...shopToProduction, '-b', broker.url, '-k', 'wrong');

  t.not(code, 0);
  await t.throwsAsync(fetchPacts({ url: broker.url, token: 'wrong', providerName }), { message: /answered 401/ });
});

test('a user name and a password open the stub to the real client and to ours', async (t) => {
  const broker = await stubBroker(t, { username: 'merchant', password: 'öffne' });
  const file = fileOf(t, pactOf('shop', providerName, ['the shop pays']));

  const { code, output } = await runTool(
    'pact-broker',
    ...['publish', file, '--consumer-app-version', '1', '-b', broker.url, '-u', 'merchant', '-p', 'öffne'],
  );

  t.is(code, 0, output);
  t.is((await fetchPacts({ url: broker.url, username: 'merchant', password: 'öffne', providerName })).length, 1);
});
