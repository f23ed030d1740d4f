import test from 'ava';
import { publishPact } from '../../test/helpers/broker/publish-pact.ts';
import { stubBroker } from '../../test/helpers/broker/stub-broker.ts';
import { runVerify } from '../../test/helpers/contracts/verify-command.ts';

/** The stub's pacts ask for a page by their description. */
const holds = 'sandbox/health';
const fails = 'nothing here';

test('the pacts of a broker are verified, and their results published for the bank', async (t) => {
  const broker = await stubBroker(t, { token: 'secret' });
  publishPact(broker, { provider: 'tillbox-dsk', interactions: [holds, fails] });
  const environment = { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_TOKEN: 'secret' };

  const { code, out } = await runVerify([], { bank: 'dsk', publish: true, providerVersion: '1.2.3' }, environment);

  t.is(code, 1, out);
  t.regex(out, /^Pact between shop \(1\.0\.0\) and tillbox-dsk \(shop\) at dsk$/m);
  t.regex(out, /^ {2}holds {6}sandbox\/health$/m);
  t.regex(out, /^Published the results of Pact between shop \(1\.0\.0\) and tillbox-dsk as tillbox-dsk 1\.2\.3\.$/m);
  t.deepEqual(
    broker.records.results.map(({ provider, providerVersion, success }) => ({ provider, providerVersion, success })),
    [{ provider: 'tillbox-dsk', providerVersion: '1.2.3', success: false }],
  );
  t.notRegex(out, /secret/);
});

test('of all banks, those without a pact at the broker are named, and the others verified', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { provider: 'tillbox-dsk', interactions: [holds] });

  const { code, out } = await runVerify([], { brokerUrl: broker.url, allBanks: true, require: 'dsk' });

  t.is(code, 0, out);
  t.regex(out, /^sber: .*has no such pact with the provider tillbox-sber$/m);
  t.regex(out, /^dsk +interaction\nok +sandbox\/health$/m);
});

test('of all banks, a broker that refuses ends the run with one line', async (t) => {
  const { url } = await stubBroker(t, { token: 'right' });

  const { code, out, err } = await runVerify([], { brokerUrl: url, token: 'wrong', allBanks: true });

  t.is(code, 2);
  t.is(out, '');
  t.is(err, `error: GET ${url}/: answered 401, the broker does not accept the token\n`);
});

test('without --publish nothing is published, and files that are named keep the environment out', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { interactions: [holds] });

  t.is((await runVerify([], { brokerUrl: broker.url })).code, 0);
  t.is(broker.records.results.length, 0);
  const asked = broker.received.length;
  await runVerify(['/no/such.json'], {}, { PACT_BROKER_BASE_URL: broker.url });
  t.is(broker.received.length, asked);
});

test('a pact that is pending at the broker is told, and does not fail', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { interactions: [fails] });

  const { code, out } = await runVerify([], { brokerUrl: broker.url, enablePending: true, providerBranch: 'main' });

  t.is(code, 0, out);
  t.regex(out, /^ {2}pending {4}nothing here$/m);
  t.is((await runVerify([], { brokerUrl: broker.url })).code, 1);
});

test('the pact of an address at the broker is read with its credentials', async (t) => {
  const broker = await stubBroker(t, { token: 'secret' });
  publishPact(broker, { interactions: [holds] });
  await runVerify([], { brokerUrl: broker.url, token: 'secret' });
  const address = broker.received.filter(({ method }) => method === 'GET').at(-1)?.path ?? '';

  const given = await runVerify([broker.url + address], { token: 'secret' });
  const known = await runVerify(
    [broker.url + address],
    {},
    { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_TOKEN: 'secret' },
  );
  const unknown = await runVerify([broker.url + address], {}, { PACT_BROKER_TOKEN: 'secret' });

  t.is(given.code, 0, given.err);
  t.is(known.code, 0, known.err);
  t.is(unknown.code, 2, 'a token of the environment goes to its broker only');
  t.regex(unknown.err, /expected a pact, but it answers HTTP 401/);
});

test('a broker that does not answer, and one without such pacts, end with exit code 2', async (t) => {
  const broker = await stubBroker(t);

  for (const [options, says] of [
    [{ brokerUrl: broker.url }, /^error: .*has no such pact with the provider tillbox-bereke/],
    [{ brokerUrl: 'http://127.0.0.1:9' }, /^error: /],
  ] as const) {
    const { code, err } = await runVerify([], options);
    t.is(code, 2);
    t.regex(err, says);
    t.notRegex(err, /\n {4}at /);
  }
});
