import test from 'ava';
import type { Merchant } from '../../../simulator/domain/merchant.ts';
import type { RecordedPact } from '../../../simulator/recording/pact-document.ts';
import type { RecordedThings } from '../../../simulator/recording/recorded-things.ts';
import { refuseSecrets } from '../../../simulator/recording/refuse-secrets.ts';

const merchant = { login: 'shop', password: 'own-password', token: 'own-token' } as Merchant;

const order = {
  email: 'aida@mail.kz',
  phone: '77017654321',
  clientId: 'c-1',
  attempts: [{ card: { holder: 'AIDA BEK' } }],
};

const things = { entries: [], orders: [order], bindings: [] } as unknown as RecordedThings;

/** A pact with this form, and this text in its answer. */
const pactWith = (form: string, answer: unknown): RecordedPact =>
  ({
    interactions: [
      {
        description: 'a call',
        providerStates: [{ name: 'a registered order exists', params: { amount: 500 } }],
        request: { body: { content: form } },
        response: { body: { content: { orderStatus: 2, said: answer } } },
      },
    ],
  }) as unknown as RecordedPact;

const secrets: readonly (readonly [what: string, form: string, answer: unknown, complaint: RegExp])[] = [
  ['a card number in a form', 'note=5555555555555599', '', /a card number/],
  ['a card number that is not published', 'pan=4916338506082832', '', /a card number/],
  ['a card number in an answer', 'a=b', 'card 4444555511113333', /a card number/],
  ['an e-mail address behind the encoding of a form', 'note=aida%40mail.kz', '', /an e-mail address/],
  ['the password', 'password=own-password', '', /the password or a token/],
  ['a token within a text', 'a=b', 'sent with own-token', /the password or a token/],
  ['the holder of a card', 'a=b', 'AIDA BEK', /the name, phone or id of a customer/],
  ['a phone', 'note=call+77017654321', '', /the name, phone or id of a customer/],
];
for (const [what, form, answer, complaint] of secrets)
  test(`a pact is refused that holds ${what}`, (t) => {
    t.throws(() => refuseSecrets(pactWith(form, answer), things, merchant), { message: complaint });
  });

test('a pact without them is given out, also if an encoded form looks like a card number', (t) => {
  const form = 'orderBundle=%7B%22phone%22%3A%2277010000000%22%7D&clientId=aida&email=customer%40shop.example';
  t.notThrows(() => refuseSecrets(pactWith(form, 'any'), things, merchant));
});
