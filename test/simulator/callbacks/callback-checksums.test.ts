import { createHmac, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { checkJwtCallback } from '../../../client/callbacks/check-jwt-callback.ts';
import { checkCallback } from '../../../client/index.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { callbackJwt } from '../../../simulator/callbacks/write/callback-jwt.ts';
import { hmacChecksum, signedText } from '../../../simulator/callbacks/write/sign-callback.ts';
import { checksumOf, defaultCallbackSettings } from '../../../simulator/domain/callback.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { frictionlessCard, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

interface Vector {
  readonly id: string;
  readonly key?: string;
  readonly publicKey?: string;
  readonly params: Fields;
  readonly canonical: string;
  readonly expectedChecksum: string;
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../../fixtures/callback-vectors.json', import.meta.url), 'utf8'),
);

for (const { id, key, publicKey, params, canonical, expectedChecksum } of vectors) {
  test(`agrees with the published vector ${id}`, (t) => {
    const fields = Object.entries(params);
    const form = new URLSearchParams({ ...params, checksum: expectedChecksum, sign_alias: 'any' });

    t.is(signedText(fields), canonical);
    if (key !== undefined) {
      t.is(hmacChecksum(fields, key), expectedChecksum);
      t.is(checkCallback(form, { token: key }).mdOrder, params['mdOrder'] ?? '');
      form.set('status', '0');
      t.throws(() => checkCallback(form, { token: key }), { name: 'CallbackForged' });
    }
    if (publicKey !== undefined) {
      t.true(checkCallback(form, { certificate: publicKey }).isSuccessful);
      form.set('amount', '1');
      t.throws(() => checkCallback(form, { certificate: publicKey }), { name: 'CallbackForged' });
    }
  });
}

test('hands out the certificate that RSA checksums are checked with, as PEM and as DER', async (t) => {
  const simulator = await simulatorFor(t);

  const pem = await fetch(`${simulator.url}/sandbox/callback-certificate.pem`);
  const der = await fetch(`${simulator.url}/sandbox/callback-certificate.cer`);

  t.is(pem.headers.get('content-type'), 'application/pem-certificate-chain');
  t.is(der.headers.get('content-type'), 'application/pkix-cert');
  const text = await pem.text();
  t.regex(text, /^-----BEGIN CERTIFICATE-----\n/);
  t.deepEqual(Buffer.from(await der.arrayBuffer()), new X509Certificate(text).raw);
});

test('signs with the gateway`s key where RSA is asked for, and names the key', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, checksum: 'rsa' } });
  const certificate = await (await fetch(`${simulator.url}/sandbox/callback-certificate.pem`)).text();

  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const form = shop.received[0]?.form ?? new URLSearchParams();
  t.is(form.get('sign_alias'), 'SHA-256 with RSA');
  t.regex(form.get('checksum') ?? '', /^[0-9A-F]{512}$/);
  t.like(checkCallback(form, { certificate }), { mdOrder: orderId, isSuccessful: true });
  form.set('sign_alias', 'another');
  t.notThrows(() => checkCallback(form, { certificate }));
  form.set('mdOrder', 'another');
  t.throws(() => checkCallback(form, { certificate }), { name: 'CallbackForged' });
});

test('sends no checksum where none is asked for, even with a token', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, token: 'secret', checksum: 'none' } });

  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const { orderNumber } = await simulator.status(orderId);
  const expected = { mdOrder: orderId, orderNumber, operation: 'deposited', status: '1' };
  t.deepEqual(Object.fromEntries(shop.received[0]?.form ?? []), expected);
});

const jwtKey = Buffer.from('a key in base64').toString('base64');

const jwtFor = async (t: ExecutionContext, pan: string) => {
  const shop = await receiverFor(t, 200);
  const callbacks = { url: shop.url, method: 'GET', checksum: 'jwt', token: jwtKey, parameters: ['amount'] } as const;
  const simulator = await simulatorFor(t, { callbacks });
  const orderId = await payWith(simulator, pan, { language: 'en' });
  await simulator.settled();
  const { body = '', method, url } = shop.received[0] ?? {};
  const [header = '', claims = '', signature = ''] = body.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const status = await simulator.status(orderId);
  return { orderId, body, method, url, status, header: read(header), claims: read(claims), signature };
};

test('sends a bare JSON Web Token by POST where that is asked for, in the form that BT iPay sends', async (t) => {
  const { orderId, body, method, url, status, header, claims, signature } = await jwtFor(t, frictionlessCard.pan);

  t.is(method, 'POST');
  t.is(url, '/callback');
  t.deepEqual(header, { alg: 'HS256' });
  const iat = startMs / 1000;
  const { approvalCode } = status['cardAuthInfo'];
  t.deepEqual(claims, {
    sub: 'callback_service',
    iss: 'bereke',
    iat,
    nbf: iat - 2,
    payload: {
      mdOrder: orderId,
      orderNumber: status['orderNumber'],
      eci: '05',
      actionCode: '0',
      approvalCode,
      refNum: status['authRefNum'],
      actionCodeDescription: 'Request is processed successfully',
      status: '1',
      operation: 'deposited',
    },
    exp: iat + 300,
  });
  const signed = body.slice(0, body.lastIndexOf('.'));
  t.is(signature, createHmac('sha256', Buffer.from(jwtKey, 'base64')).update(signed).digest('base64url'));
});

test('leaves out of a token what does not apply', async (t) => {
  const { claims } = await jwtFor(t, cardForActionCode(116));

  t.like(claims.payload, { actionCode: '116', status: '0', operation: 'deposited' });
  t.false('approvalCode' in claims.payload);
  t.true(Object.values(claims.payload).every((value) => typeof value === 'string'));
});

test('the client checks tokens: key, algorithm, time and form', async (t) => {
  const { orderId, body, status } = await jwtFor(t, plainCard.pan);
  const check = (text: string, token = jwtKey, nowMs = startMs) => checkJwtCallback(text, { token, nowMs });
  const refused = { name: 'CallbackForged' };
  const [header = '', claims = '', signature = ''] = body.split('.');
  const unsecured = Buffer.from('{"alg":"none"}').toString('base64url');
  const changed = Buffer.from(claims, 'base64url').toString().replace('deposited', 'reversed');

  t.like(check(body), {
    mdOrder: orderId,
    orderNumber: status['orderNumber'],
    operation: 'deposited',
    isSuccessful: true,
  });
  t.is(check(body).parameters['actionCode'], '0');
  t.throws(() => check(body, Buffer.from('another key').toString('base64')), refused);
  t.throws(() => check(`${unsecured}.${claims}.`), refused);
  t.throws(() => check(`${header}.${Buffer.from(changed).toString('base64url')}.${signature}`), refused);
  t.throws(() => check(body, jwtKey, startMs + 300_000), refused);
  t.throws(() => check(body, jwtKey, startMs - 3_000), refused);
  t.throws(() => check(`${body}.x`), refused);
  for (const text of ['', 'a.b.c', 'mdOrder=1&checksum=2']) t.throws(() => check(text), refused);
});

test('sends what the bank sends, unless the merchant asks for something else', (t) => {
  const btLike = { name: 'token-bank', callbackKind: 'jwt' };
  const settings = { ...defaultCallbackSettings, token: jwtKey };

  t.is(checksumOf(settings, btLike), 'jwt');
  t.is(checksumOf(defaultCallbackSettings, btLike), 'jwt');
  t.is(checksumOf({ ...settings, checksum: 'rsa' }, btLike), 'rsa');
  t.is(checksumOf(settings, bereke), 'hmac');
  t.is(checksumOf(defaultCallbackSettings, bereke), 'none');
});

test('a token that nobody has a key for is unsecured, and the client does not take it', (t) => {
  const body = callbackJwt({ mdOrder: 'md-1' }, { token: undefined, issuer: 'bank', nowMs: startMs });

  t.deepEqual(JSON.parse(Buffer.from(body.split('.')[0] ?? '', 'base64url').toString()), { alg: 'none' });
  t.regex(body, /^[\w-]+\.[\w-]+\.$/);
  t.throws(() => checkJwtCallback(body, { token: '', nowMs: startMs }), { name: 'CallbackForged' });
});

for (const checksum of ['hmac', 'jwt'] as const) {
  test(`does not start where ${checksum} has no token to sign with`, async (t) => {
    await t.throwsAsync(startSimulator({ callbacks: { checksum } }), {
      name: 'ConfigError',
      message: `callbacks.checksum=${checksum} of test_user: expected callbacks.token to sign with`,
    });
  });
}
