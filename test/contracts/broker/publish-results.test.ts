import test, { type ExecutionContext } from 'ava';
import type { PublishOptions } from '../../../contracts/verify/broker/broker-options.ts';
import { fetchPacts } from '../../../contracts/verify/broker/fetch-pacts.ts';
import { publishResults } from '../../../contracts/verify/broker/publish-results.ts';
import type { InteractionResult } from '../../../contracts/verify/pact/pact-result.ts';
import type { PactSource } from '../../../contracts/verify/pact/pact-source.ts';
import type { PublishedResult } from '../../helpers/broker/broker-records.ts';
import { publishPact } from '../../helpers/broker/publish-pact.ts';
import { type StubBroker, stubBroker } from '../../helpers/broker/stub-broker.ts';

const providerName = 'tillbox-bereke';
const descriptions = ['the shop pays', 'the shop asks', 'the shop waits'];

const holds = (description: string): InteractionResult => ({
  description,
  states: [],
  outcome: 'holds',
  mismatches: [],
});

/** A broker with a pact of three interactions, fetched. */
const setUp = async (t: ExecutionContext) => {
  const broker = await stubBroker(t);
  publishPact(broker, { interactions: descriptions });
  const [source] = (await fetchPacts({ url: broker.url, providerName })) as readonly [PactSource];
  const { interactions } = source.pact as { interactions: readonly { _id: string; description: string }[] };
  const ids = interactions.map(({ _id }) => _id);
  const results = interactions.map(({ _id, description }): InteractionResult => ({ ...holds(description), id: _id }));
  const options: PublishOptions = { url: broker.url, providerName, providerVersion: '0.1.0' };
  const publish = (
    changed: readonly Partial<InteractionResult>[] = [],
    more: Partial<PublishOptions> = {},
    bank = 'bereke',
  ) => {
    const all = results.map((result, place) => ({ ...result, ...changed[place] }));
    return publishResults({ source, bank, interactions: all }, { ...options, ...more });
  };
  return { broker, source, ids, results, options, publish };
};

/** The only published results. */
const only = ({ records: { results } }: StubBroker): PublishedResult => {
  const [result] = results;
  if (!result || results.length > 1) throw new Error(`expected one publication, not ${results.length}`);
  return result;
};

test('a pact that holds is published as a success, with each interaction under its id', async (t) => {
  const { broker, ids, publish } = await setUp(t);

  await publish([], { buildUrl: 'https://ci.example/builds/7' });

  const { document, ...rest } = only(broker);
  t.like(rest, { consumer: 'shop', provider: providerName, providerVersion: '0.1.0', success: true });
  t.like(document, { buildUrl: 'https://ci.example/builds/7', verifiedBy: { implementation: 'tillbox' } });
  t.deepEqual(
    document['testResults'],
    ids.map((interactionId, place) => ({
      interactionId,
      interactionDescription: descriptions[place],
      success: true,
    })),
  );
});

test('differences are told by their kind: status, header, body, state, no answer', async (t) => {
  const { broker, ids, publish } = await setUp(t);
  const mismatches = [
    { path: 'status', says: 'expected 400 but was 200' },
    { path: 'content-type', says: 'expected text/plain' },
    { path: '$.amount', says: 'expected "1500000" (String) to be 1500000 (Integer)' },
    { path: 'body', says: 'has a whole card number, which begins with 411111' },
    { path: 'state', says: 'the gateway does not decline' },
    { path: 'answer', says: 'error sending request' },
  ];

  await publish([{ outcome: 'fails', mismatches }]);

  const { document, success } = only(broker);
  t.false(success);
  t.deepEqual(document['testResults'][0], {
    interactionId: ids[0],
    interactionDescription: 'the shop pays',
    success: false,
    mismatches: [
      { attribute: 'status', description: 'expected 400 but was 200' },
      { attribute: 'header', identifier: 'content-type', description: 'expected text/plain' },
      {
        attribute: 'body',
        identifier: '$.amount',
        description: 'expected "1500000" (String) to be 1500000 (Integer)',
      },
      { attribute: 'body', identifier: '$', description: 'has a whole card number, which begins with 411111' },
    ],
    exceptions: [{ message: 'the gateway does not decline' }, { message: 'error sending request' }],
  });
  t.true(document['testResults'][1].success);
});

for (const outcome of ['fails', 'pending', 'not tried'] as const) {
  test(`one interaction that ${outcome === 'fails' ? '' : 'is '}${outcome} makes the results a failure`, async (t) => {
    const { broker, publish } = await setUp(t);

    await publish([{}, {}, { outcome, mismatches: [], ...(outcome === 'not tried' && { reason: 'unknown state' }) }]);

    const { document, success } = only(broker);
    t.false(success);
    t.deepEqual(
      document['testResults'].map((one: { success: boolean }) => one.success),
      [true, true, false],
    );
    t.deepEqual(
      document['testResults'][2].exceptions,
      outcome === 'not tried' ? [{ message: 'not tried: unknown state' }] : undefined,
    );
  });
}

test('the branch of the version is told before the results', async (t) => {
  const { broker, publish } = await setUp(t);
  const before = broker.received.length;

  await publish([], { providerBranch: 'feature/новая', providerVersion: '0.1.0+7/a' });

  const asked = broker.received.slice(before).map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
  t.is(asked[1], 'PUT /pacticipants/tillbox-bereke/branches/feature/новая/versions/0.1.0+7/a');
  t.regex(asked[2] ?? '', /^POST .*\/verification-results$/);
  const version = broker.records.versions.find(({ pacticipant }) => pacticipant === providerName);
  t.like(version, { number: '0.1.0+7/a', branches: ['feature/новая'] });
});

test('if the branch is refused, no results are published', async (t) => {
  const { broker, source, options, results } = await setUp(t);
  const strict = await stubBroker(t, { token: 'secret' });

  await t.throwsAsync(
    publishResults(
      { source, bank: 'bereke', interactions: results },
      { ...options, url: strict.url, token: 'wrong', providerBranch: 'main' },
    ),
    { message: /401/ },
  );
  t.deepEqual(broker.records.results, []);
  t.deepEqual(strict.records.results, []);
});

test('results are published only as the provider of the bank that was verified', async (t) => {
  const { broker, source, results, options, publish } = await setUp(t);
  const asTillboxBank = /published as the provider tillbox-<bank> of the bank that was verified/;

  await t.throwsAsync(publish([], {}, 'dsk'), { message: asTillboxBank });
  await t.throwsAsync(publish([], { providerName: 'bereke' }), { message: asTillboxBank });
  await t.throwsAsync(publishResults({ source, interactions: results }, options), {
    message: /another gateway was/,
  });
  t.deepEqual(broker.records.results, []);
});

test('results of a part of the interactions are not published', async (t) => {
  const { broker, source, results, options } = await setUp(t);

  await t.throwsAsync(publishResults({ source, bank: 'bereke', interactions: results.slice(1) }, options), {
    message: /^Pact between shop \(1\.0\.0\) and tillbox-bereke: the results of 2 of 3 interactions are not published/,
  });
  t.deepEqual(broker.records.results, []);
});

test('nothing is published without a version, or of a pact that no broker gave', async (t) => {
  const { broker, source, results, options, publish } = await setUp(t);
  const { broker: _notes, ...fromFile } = source;

  await t.throwsAsync(publish([], { providerVersion: ' ' }), { message: '--publish needs --provider-version' });
  await t.throwsAsync(publishResults({ source: fromFile, bank: 'bereke', interactions: results }, options), {
    message: /the broker gives no address for results/,
  });
  t.deepEqual(broker.records.results, []);
});

test('a refusal of the broker is told in its words', async (t) => {
  const { publish } = await setUp(t);

  await t.throwsAsync(publish([], { buildUrl: 'build 7' }), {
    message: /^POST http:.*\/verification-results: answered 400, buildUrl: Build URL must be a valid URL$/,
  });
});
