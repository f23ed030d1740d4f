import test from 'ava';
import type { BrokerOptions } from '../../../contracts/verify/broker/broker-options.ts';
import type { ConsumerVersionSelector } from '../../../contracts/verify/broker/consumer-version-selectors.ts';
import { fetchPacts } from '../../../contracts/verify/broker/fetch-pacts.ts';
import { publishResults } from '../../../contracts/verify/broker/publish-results.ts';
import type { PactSource } from '../../../contracts/verify/pact/pact-source.ts';
import { recordDeployment } from '../../helpers/broker/can-i-deploy.ts';
import { publishPact } from '../../helpers/broker/publish-pact.ts';
import { type StubBroker, stubBroker } from '../../helpers/broker/stub-broker.ts';

const providerName = 'tillbox-bereke';

const fetchFrom = ({ url }: StubBroker, options: Partial<BrokerOptions> = {}) =>
  fetchPacts({ url, providerName, ...options });

const namesOf = (sources: readonly PactSource[]) => sources.map(({ name }) => name);

test('a pact comes with its name, its content and the address of its results', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { interactions: ['the shop pays'] });
  publishPact(broker, { provider: 'tillbox-dsk', version: '2.0.0' });

  const [source, ...more] = await fetchFrom(broker);

  t.deepEqual(more, []);
  t.is(source?.name, 'Pact between shop (1.0.0) and tillbox-bereke');
  t.like(source?.pact, {
    consumer: { name: 'shop' },
    interactions: { 0: { description: 'the shop pays', response: { status: 200 } } },
  });
  t.regex(source?.broker?.resultsUrl ?? '', /^http:\/\/127\.0\.0\.1:\d+\/pacts\/.*\/verification-results$/);
});

test('notices are those from before the verification', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker);

  const [plain] = await fetchFrom(broker);
  const [pending] = await fetchFrom(broker, { enablePending: true });

  t.regex(plain?.broker?.notices.join('\n') ?? '', /^The pact at http.* is being verified because .*latest/);
  t.false(plain?.broker?.isPending);
  t.is(pending?.broker?.notices.length, 2);
  t.is(pending?.broker?.notices[1], 'This pact is in pending state');
  t.true(pending?.broker?.isPending);
  t.false(pending?.broker?.isWip);
});

test('a pact that held once on the branch is not pending', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { interactions: ['the shop pays'] });
  const [source] = await fetchFrom(broker);
  const result = { description: 'the shop pays', states: [], outcome: 'holds', mismatches: [] } as const;
  const publish = { url: broker.url, providerName, providerVersion: '0.1.0', providerBranch: 'main' };
  await publishResults({ source: source as PactSource, bank: 'bereke', interactions: [result] }, publish);

  const [onMain] = await fetchFrom(broker, { enablePending: true, providerBranch: 'main' });
  const [onFeature] = await fetchFrom(broker, { enablePending: true, providerBranch: 'feature' });

  t.false(onMain?.broker?.isPending);
  t.true(onFeature?.broker?.isPending);
});

test('work in progress comes since a day, and is pending', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { version: '1', publishedAt: '2026-01-01' });
  publishPact(broker, { version: '2', branch: 'old-idea', publishedAt: '2026-01-05' });
  publishPact(broker, { version: '3', branch: 'new-idea', publishedAt: '2026-02-05' });
  const options = { consumerVersionSelectors: [{ branch: 'main' }], enablePending: true, providerBranch: 'main' };

  const sources = await fetchFrom(broker, { ...options, includeWipSince: '2026-01-31' });

  t.deepEqual(
    sources.map(({ name, broker: notes }) => [name, notes?.isWip, notes?.isPending]),
    [
      ['Pact between shop (1) and tillbox-bereke', false, true],
      ['Pact between shop (3) and tillbox-bereke', true, true],
    ],
  );
});

/** Selectors, and the versions that they mean of those below. */
const selections: readonly (readonly [readonly ConsumerVersionSelector[], readonly string[]])[] = [
  [[], ['shop 4', 'kiosk 9']],
  [[{ latest: true }], ['shop 4', 'kiosk 9']],
  [[{ latest: true, consumer: 'kiosk' }], ['kiosk 9']],
  [[{ mainBranch: true }], ['shop 2']],
  [[{ branch: 'feature' }], ['shop 3']],
  [[{ branch: 'nowhere', fallbackBranch: 'feature' }], ['shop 3']],
  [[{ matchingBranch: true }], ['shop 3']],
  [[{ tag: 'prod' }], ['shop 1', 'shop 2']],
  [[{ tag: 'prod', latest: true }], ['shop 2']],
  [[{ tag: 'none', latest: true, fallbackTag: 'prod' }], ['shop 2']],
  [[{ deployedOrReleased: true }], ['shop 1', 'kiosk 9']],
  [[{ deployed: true, environment: 'production' }], ['shop 1']],
  [[{ environment: 'test', consumer: 'kiosk' }], ['kiosk 9']],
  [
    [{ mainBranch: true }, { branch: 'feature' }, { tag: 'prod', latest: true }],
    ['shop 2', 'shop 3'],
  ],
];
for (const [consumerVersionSelectors, versions] of selections) {
  test(`selectors arrive as they are: ${JSON.stringify(consumerVersionSelectors)}`, async (t) => {
    const broker = await stubBroker(t);
    broker.records.mainBranches.set('kiosk', 'trunk');
    publishPact(broker, { version: '1', tags: ['prod'] });
    publishPact(broker, { version: '2', tags: ['prod'] });
    publishPact(broker, { version: '3', branch: 'feature' });
    publishPact(broker, { version: '4', branch: 'idea' });
    publishPact(broker, { consumer: 'kiosk', version: '9', branch: 'idea' });
    for (const [pacticipant, version, environment] of [
      ['shop', '1', 'production'],
      ['kiosk', '9', 'test'],
    ] as const)
      recordDeployment(broker.records, { pacticipant, version, environment });

    const sources = await fetchFrom(broker, { consumerVersionSelectors, providerBranch: 'feature' });

    t.deepEqual(
      namesOf(sources).sort(),
      versions.map((version) => `Pact between ${version.replace(' ', ' (')}) and tillbox-bereke`).sort(),
    );
  });
}

test('a name with spaces, slashes and letters of any alphabet reaches the broker', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { consumer: 'магазин / kiosk', provider: 'tillbox-банк & co', version: '1/2' });

  const sources = await fetchFrom(broker, { providerName: 'tillbox-банк & co' });

  t.deepEqual(namesOf(sources), ['Pact between магазин / kiosk (1/2) and tillbox-банк & co']);
});

test('a broker below a path is asked below the path, with and without a slash at the end', async (t) => {
  const broker = await stubBroker(t, { prefix: '/pact/broker' });
  publishPact(broker);

  t.is((await fetchFrom(broker)).length, 1);
  t.is((await fetchPacts({ url: `${broker.url}/`, providerName })).length, 1);
});

for (const path of ['/broker', '']) {
  test(`a broker that names itself by another host and "${path}" is still asked at its own address`, async (t) => {
    const elsewhere = await stubBroker(t);
    const namesItself = elsewhere.url + path;
    const broker = await stubBroker(t, { prefix: '/broker', token: 'secret', namesItself });
    publishPact(broker);

    const [source] = await fetchFrom(broker, { token: 'secret' });

    t.is(source?.name, 'Pact between shop (1.0.0) and tillbox-bereke');
    t.deepEqual(elsewhere.received, []);
  });
}
