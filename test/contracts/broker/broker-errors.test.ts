import { inspect } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { listen } from '../../../contracts/pact/listen.ts';
import { BrokerError, NoSuchPacts } from '../../../contracts/verify/broker/broker-error.ts';
import type { BrokerOptions } from '../../../contracts/verify/broker/broker-options.ts';
import { fetchPacts } from '../../../contracts/verify/broker/fetch-pacts.ts';
import { publishPact } from '../../helpers/broker/publish-pact.ts';
import { stubBroker } from '../../helpers/broker/stub-broker.ts';
import { type StubReply, stubServer } from '../../helpers/http/stub-server.ts';

const providerName = 'tillbox-bereke';
const secret = 'sesame-öffne-dich';

/** The message of a failed fetch. */
const messageOf = async (t: ExecutionContext, options: Partial<BrokerOptions> & { url: string }): Promise<string> => {
  const error = await t.throwsAsync(fetchPacts({ providerName, waitsMs: [], ...options }), { instanceOf: BrokerError });
  t.false(inspect(error).includes(secret), 'the error shows a secret');
  t.false(inspect(error).includes(Buffer.from(`merchant:${secret}`).toString('base64')));
  return error?.message ?? '';
};

test('a token, or a user name with a password, opens the broker', async (t) => {
  const byToken = await stubBroker(t, { token: secret });
  const byPassword = await stubBroker(t, { username: 'merchant', password: secret });
  for (const broker of [byToken, byPassword]) publishPact(broker);
  const { url } = byPassword;

  t.is((await fetchPacts({ providerName, url: byToken.url, token: secret, username: '', password: '' })).length, 1);
  t.is((await fetchPacts({ providerName, url, username: 'merchant', password: secret, token: '' })).length, 1);
  const withUser = url.replace('//', `//merchant:${encodeURIComponent(secret)}@`);
  t.is((await fetchPacts({ providerName, url: withUser, username: '', password: '' })).length, 1);
});

test('without credentials, and with wrong ones, the error says what is missing', async (t) => {
  const { url } = await stubBroker(t, { token: 'right' });

  t.is(
    await messageOf(t, { url }),
    `GET ${url}/: answered 401, the broker wants a token, or a user name and a password`,
  );
  t.is(await messageOf(t, { url, token: secret }), `GET ${url}/: answered 401, the broker does not accept the token`);
  t.is(
    await messageOf(t, { url, username: 'merchant', password: secret }),
    `GET ${url}/: answered 401, the broker does not accept the user name and password`,
  );
  t.is(
    await messageOf(t, { url: url.replace('//', `//merchant:${encodeURIComponent(secret)}@`) }),
    `GET ${url}/: answered 401, the broker does not accept the user name and password`,
  );
});

test('credentials of two kinds, and a password without a name, are refused before anything is sent', async (t) => {
  const { url, received } = await stubBroker(t);

  t.regex(await messageOf(t, { url, token: secret, username: 'merchant', password: secret }), /but there are both$/);
  t.regex(await messageOf(t, { url, password: secret }), /there is a password, but no user name$/);
  t.deepEqual(received, []);
});

test('nobody listens', async (t) => {
  const { origin, stop } = await stubServer(t, () => ({}));
  await stop();

  t.is(await messageOf(t, { url: origin, token: secret }), `GET ${origin}/: no answer (ECONNREFUSED)`);
});

test('no answer comes in time, and a connection that breaks', async (t) => {
  const silent = await stubServer(t, () => 'hang');
  const broken = await stubServer(t, () => 'drop');

  t.is(await messageOf(t, { url: silent.origin, timeoutMs: 1 }), `GET ${silent.origin}/: no answer within 0.001 s`);
  t.regex(await messageOf(t, { url: broken.origin }), /: no answer \(.+\)$/);
});

test('an answer breaks off', async (t) => {
  const { url, stop } = await listen((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"_links":', () => response.destroy());
  });
  t.teardown(stop);

  t.regex(await messageOf(t, { url }), /^GET http:.*: no answer \(.+\)$/);
});

const addresses = ['', 'broker.example', 'ftp://broker.example', `//merchant:${secret}@broker`, 'file:///etc/passwd'];
for (const url of addresses) {
  test(`an address that is none is refused: ${url.replace(secret, '...')}`, async (t) => {
    t.is(await messageOf(t, { url }), 'the address of the broker: expected one such as https://broker.example');
  });
}

const strangers: readonly (readonly [string, Exclude<StubReply, string>, RegExp])[] = [
  [
    'a web page',
    { body: '<html>' },
    /: answered 200 with text\/html; charset=utf-8 instead of JSON, so this is no Pact/,
  ],
  ['JSON without links', { body: { status: 'ok' } }, /has no link pb:provider-pacts-for-verification, so this is no/],
  ['half a document', { headers: { 'content-type': 'application/hal+json' }, body: '{"_links":' }, /no Pact Broker$/],
  ['JSON that is no object', { headers: { 'content-type': 'application/json' }, body: '1' }, /no Pact Broker$/],
  ['nothing', { status: 204, headers: { 'content-type': '' } }, /has no link pb:provider-pacts-for-verification/],
  ['not found', { status: 404, body: 'no' }, /: answered 404$/],
  ['forbidden', { status: 403 }, /: answered 403, the token may not do this$/],
  [
    'a broken server',
    { status: 500, body: { error: { message: `boom ${secret}\n at x` } } },
    /answered 500, boom \*\*\* at x$/,
  ],
  [
    'a redirect',
    { status: 301, headers: { location: `https://user:${encodeURIComponent('x')}@broker.example/` } },
    /: answered 301, the broker is at https:\/\/broker\.example\/: give this address$/,
  ],
];
for (const [name, reply, message] of strangers) {
  test(`the address answers as no broker does: ${name}`, async (t) => {
    const { origin } = await stubServer(t, () => reply);

    t.regex(await messageOf(t, { url: origin, token: secret }), message);
  });
}

test('a provider that the broker does not know', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker, { provider: 'tillbox-dsk' });

  t.is(
    await messageOf(t, { url: broker.url }),
    `POST ${broker.url}/pacts/provider/tillbox-bereke/for-verification: answered 404, No such resource: the broker has no such pact with the provider tillbox-bereke`,
  );
});

test('selectors that no pact meets, and selectors that the broker refuses', async (t) => {
  const broker = await stubBroker(t);
  publishPact(broker);
  const { url } = broker;

  t.regex(
    await messageOf(t, { url, consumerVersionSelectors: [{ branch: 'nowhere' }] }),
    /for-verification: the broker has no such pact with the provider tillbox-bereke$/,
  );
  t.regex(
    await messageOf(t, {
      url,
      consumerVersionSelectors: [{ mainBranch: true }, { deployed: true, environment: 'moon' }],
    }),
    /answered 400, consumerVersionSelectors: environment with name 'moon' does not exist \(at index 1\)$/,
  );
});

test('what needs the branch is refused without it', async (t) => {
  const { url, received } = await stubBroker(t);

  t.is(
    await messageOf(t, { url, consumerVersionSelectors: [{ matchingBranch: true }] }),
    'the selector matchingBranch needs --provider-branch',
  );
  t.is(
    await messageOf(t, { url, includeWipSince: '2026-01-31', providerBranch: '' }),
    '--include-wip-pacts-since needs --provider-branch',
  );
  t.is(
    await messageOf(t, { url, includeWipSince: 'last week', providerBranch: 'main' }),
    '--include-wip-pacts-since: expected a day such as 2026-01-31, but it is last week',
  );
  t.deepEqual(received, []);
});

test('that there are no pacts can be told from every other error', async (t) => {
  const empty = await stubBroker(t);
  const strict = await stubBroker(t, { token: 'right' });
  const known = await stubBroker(t);
  publishPact(known);

  for (const { url } of [empty, known])
    await t.throwsAsync(fetchPacts({ url, providerName, consumerVersionSelectors: [{ branch: 'nowhere' }] }), {
      instanceOf: NoSuchPacts,
    });
  const error = await t.throwsAsync(fetchPacts({ url: strict.url, providerName }));
  t.false(error instanceof NoSuchPacts);
});

for (const status of [408, 429, 500, 503]) {
  test(`a request that a broker answers with ${status} is sent again`, async (t) => {
    const broker = await stubBroker(t);
    publishPact(broker);
    const busy = await stubServer(t, async ({ method, path, body }, count) => {
      if (count % 3 !== 0) return { status, body: { error: 'busy' } };
      const answered = await fetch(broker.url + path, { method, ...(body !== '' && { body }) });
      return { status: answered.status, body: (await answered.json()) as object };
    });

    const [source] = await fetchPacts({ url: busy.origin, providerName, waitsMs: [0, 0] });

    t.is(source?.name, 'Pact between shop (1.0.0) and tillbox-bereke');
    t.is(busy.received.length, 9);
  });
}

test('a request is not sent again for ever, and not after an answer that will stay the same', async (t) => {
  const busy = await stubServer(t, () => ({ status: 503 }));
  const strict = await stubBroker(t, { token: 'right' });

  t.regex(await messageOf(t, { url: busy.origin, waitsMs: [0, 0] }), /: answered 503$/);
  t.regex(await messageOf(t, { url: strict.url, waitsMs: [0, 0] }), /answered 401/);
  t.is(busy.received.length, 3);
  t.is(strict.received.length, 1);
});
