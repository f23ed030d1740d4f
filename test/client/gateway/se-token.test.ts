import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import test from 'ava';
import { makeSeToken, WrongUse } from '../../../client/index.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const nowMs = Date.UTC(2026, 0, 1, 8);

const open = (token: string): readonly string[] =>
  privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(token, 'base64'))
    .toString()
    .split('/');

test('encrypts a card for one order, with the time and an id of its own', (t) => {
  const card = { publicKey: pem, pan: '4111111111111111', expiry: '203412', cvc: '123', orderId: 'order-1', nowMs };

  const [time, id = '', ...parts] = open(makeSeToken(card));

  t.is(time, '2026-01-01T08:00:00+00:00');
  t.regex(id, /^[0-9a-f-]{36}$/);
  t.deepEqual(parts, ['4111111111111111', '123', '203412', 'order-1']);
  t.not(open(makeSeToken(card))[1], id);
});

test('encrypts a stored card with nothing but its code', (t) => {
  const [, , ...parts] = open(makeSeToken({ publicKey: pem, bindingId: 'card-1', cvc: '123', nowMs }));

  t.deepEqual(parts, ['', '123', '', '', 'card-1']);
});

test('encrypts nothing that is no card', (t) => {
  t.throws(() => makeSeToken({ publicKey: pem, cvc: '123' }), { instanceOf: WrongUse });
  t.throws(() => makeSeToken({ publicKey: pem, pan: '4111111111111111', expiry: '12/34' }), { instanceOf: WrongUse });
});
