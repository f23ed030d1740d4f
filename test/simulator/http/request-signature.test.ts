import { createHash, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { type Endpoint, GatewayClient } from '../../../client/index.ts';
import { readGatewayKeys } from '../../../simulator/callbacks/keys/gateway-keys.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

/** Any pair of keys will do for a merchant; this one has a certificate. */
const { privateKey, certificate } = readGatewayKeys();

const vector: Readonly<Record<'body' | 'hash' | 'signature' | 'publicKey', string>> = JSON.parse(
  readFileSync(new URL('../../fixtures/signature-vector.json', import.meta.url), 'utf8'),
);

type Headers = Readonly<Record<string, string>>;

const signed = (body: string): Headers => {
  const hash = createHash('sha256').update(body).digest();
  return { 'X-Hash': hash.toString('base64'), 'X-Signature': sign('sha256', hash, privateKey).toString('base64') };
};

const merchants = [
  { login: 'signing', password: 'secret', certificate },
  { login: 'plain', password: 'secret' },
];

const gatewayFor = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, { merchants });
  const post = async (body: string, headers: Headers, path = 'register.do'): Promise<Json> => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(simulator.restUrl + path, { method: 'POST', body, headers: { ...type, ...headers } });
    t.is(answer.status, 200);
    return (await answer.json()) as Json;
  };
  return { simulator, post };
};

const formOf = (login: string): string =>
  String(
    new URLSearchParams({
      userName: login,
      password: 'secret',
      amount: '100',
      returnUrl: 'https://shop.example/',
      description: 'Шай',
    }),
  );

const refusal = { errorCode: '5', errorMessage: 'Access denied' };

test('agrees with the published example', async (t) => {
  const { body, hash, signature, publicKey } = vector;
  const merchant = { login: 'signature-api', password: 'gcjgcW1', certificate: publicKey };
  const simulator = await simulatorFor(t, { merchants: [merchant] });
  const post = async (headers: Headers) => {
    const answer = await fetch(`${simulator.restUrl}register.do`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    return (await answer.json()) as Json;
  };

  t.notDeepEqual(await post({ 'X-Hash': hash, 'X-Signature': signature }), refusal);
  t.deepEqual(await post({ 'X-Hash': hash, 'X-Signature': signature.replace('pJ', 'pK') }), refusal);
});

test('a merchant with a certificate is heard only with a signature that holds', async (t) => {
  const { post } = await gatewayFor(t);
  const body = formOf('signing');
  const good = signed(body);
  const { 'X-Hash': hash = '', 'X-Signature': signature = '' } = good;
  const direct = sign('sha256', Buffer.from(body), privateKey).toString('base64');

  t.is((await post(body, good))['errorCode'], undefined);
  const wrong: readonly (readonly [string, Headers])[] = [
    ['no headers', {}],
    ['no signature', { 'X-Hash': hash }],
    ['no hash', { 'X-Signature': signature }],
    ['another hash', { ...good, 'X-Hash': signed('another')['X-Hash'] ?? '' }],
    ['a signature of another body', { ...good, 'X-Signature': signed('another')['X-Signature'] ?? '' }],
    ['a signature of the body itself', { ...good, 'X-Signature': direct }],
    ['no base64', { 'X-Hash': '!', 'X-Signature': '!' }],
  ];
  for (const [name, headers] of wrong) t.deepEqual(await post(body, headers), refusal, name);
});

test('what is not in the signed body is refused: parameters of the query, a multipart form', async (t) => {
  const { simulator, post } = await gatewayFor(t);
  const body = formOf('signing');
  const multipart = new FormData();
  for (const [name, value] of new URLSearchParams(body)) multipart.append(name, value);

  t.deepEqual(await post(body, signed(body), 'register.do?amount=1'), refusal);
  const inQuery = await fetch(`${simulator.restUrl}register.do?${body}`, { headers: signed('') });
  t.deepEqual(await inQuery.json(), refusal);
  const parts = await fetch(`${simulator.restUrl}register.do`, {
    method: 'POST',
    body: multipart,
    headers: signed(body),
  });
  t.deepEqual(await parts.json(), refusal);
});

test('a wrong password is told before a wrong signature, in the same words', async (t) => {
  const { post } = await gatewayFor(t);
  const body = formOf('signing').replace('secret', 'wrong');

  t.deepEqual(await post(body, signed(body)), refusal);
});

test('a merchant without a certificate may sign or not, rightly or not', async (t) => {
  const { post } = await gatewayFor(t);
  const body = formOf('plain');

  for (const headers of [{}, signed(body), { 'X-Hash': 'wrong', 'X-Signature': 'wrong' }]) {
    t.is((await post(body, headers))['errorCode'], undefined);
  }
});

test('the client signs every call with a key that may have a passphrase', async (t) => {
  const { simulator } = await gatewayFor(t);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' }).toString();
  const login = { baseUrl: simulator.restUrl, userName: 'signing', password: 'secret' };
  const signing = new GatewayClient({ ...login, signingKey: { key: pem, passphrase: 'open' } });
  const plain = new GatewayClient(login);

  const order = { amountMinor: 100, returnUrl: 'https://shop.example/', description: 'Шай & нан' };
  const { orderId } = await signing.register(order);

  t.is((await signing.getOrderStatus({ orderId })).orderStatus, 0);
  await t.throwsAsync(plain.register(order), { name: 'GatewayRefused', message: /Access denied/ });
});

test('the client signs JSON as it is sent', async (t) => {
  const stub = await stubServer(t, () => ({ body: { errorCode: '0' } }));
  const signingKey = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const client = new GatewayClient({ baseUrl: stub.origin, userName: 'shop', password: 'secret', signingKey });
  const endpoint: Endpoint<{ readonly text: string }, object> = {
    path: 'json.do',
    repeat: 'safe',
    body: 'json',
    fields: (input) => input,
    read: (answer) => answer,
  };

  await client.call(endpoint, { text: 'Шай' });

  const { body = '', headers = {} } = stub.received[0] ?? {};
  t.regex(body, /"text":"Шай"/);
  const { 'X-Hash': hash, 'X-Signature': signature } = signed(body);
  t.like(headers, { 'x-hash': hash, 'x-signature': signature, 'content-type': 'application/json' });
});

test('the client refuses a key that is none', (t) => {
  const login = { baseUrl: 'https://pay.example/', userName: 'shop', password: 'secret' };

  for (const signingKey of ['not a key', certificate]) {
    t.throws(() => new GatewayClient({ ...login, signingKey }), { name: 'WrongUse' });
  }
});

test('does not start with a certificate that is none', async (t) => {
  const options = { merchants: [{ login: 'shop', password: 'secret', certificate: 'MII' }] };

  await t.throwsAsync(startSimulator(options), {
    name: 'ConfigError',
    message: 'certificate of shop: expected an X.509 certificate in PEM',
  });
});
