import test from 'ava';
import { register } from '../../client/gateway/endpoints/orders/register.ts';
import { type Agreement, agree, fromState, refusalCode } from './agree.ts';
import { example, missingAmount, refused, registered, registeredWithoutError } from './answers.ts';

const { orderId, orderNumber, amount, formUrl } = example;
const returnUrl = 'https://shop.example/return?from=bank&cart=77';

const order = {
  orderNumber,
  amountMinor: amount,
  currency: '398',
  returnUrl,
  description: 'Two cups of coffee',
  jsonParams: { cart: 'C-77' },
};

const registration: Pick<Agreement, 'given' | 'path' | 'form'> = {
  given: [['an order number is free']],
  path: 'register.do',
  form: {
    orderNumber: fromState('orderNumber', orderNumber),
    amount: String(amount),
    currency: '398',
    returnUrl,
    description: 'Two cups of coffee',
    jsonParams: '{"cart":"C-77"}',
  },
};

test('an order is registered: its id and its payment page come back', async (t) => {
  const shopAsks = 'to register an order';
  const answer = await agree({ ...registration, shopAsks, answer: registered }, (client) => client.register(order));

  t.deepEqual(answer, { orderId, formUrl });
});

test('nothing about errors comes with an order that was registered', async (t) => {
  const shopAsks = 'to register an order, and wants to hear of no error';
  const agreement = { ...registration, shopAsks, answer: registeredWithoutError };
  const answer = await agree(agreement, (client) => client.register(order));

  t.deepEqual(answer, { orderId, formUrl });
});

test('an order of two phases is registered like one of one phase', async (t) => {
  const twoPhase = { ...registration, path: 'registerPreAuth.do' };
  const shopAsks = 'to register an order of two phases';
  const answer = await agree({ ...twoPhase, shopAsks, answer: registered }, (client) => client.registerPreAuth(order));
  const quiet = { ...twoPhase, shopAsks: `${shopAsks}, and wants to hear of no error`, answer: registeredWithoutError };
  const sameAnswer = await agree(quiet, (client) => client.registerPreAuth(order));

  t.deepEqual(answer, { orderId, formUrl });
  t.deepEqual(sameAnswer, answer);
});

const refusals: Readonly<Record<string, Agreement & { readonly errorCode: string }>> = {
  'an order number is refused when it was used before': {
    ...registration,
    given: [['a registered order exists']],
    shopAsks: 'to register an order under a number that it has used',
    answer: refused('1', 'Order number is duplicated, order with given order number is processed already'),
    errorCode: '1',
  },
  'a wrong password is refused': {
    ...registration,
    shopAsks: 'to register an order with a wrong password',
    password: 'not-the-password',
    answer: refused('5', 'Access denied'),
    errorCode: '5',
  },
};

for (const [title, { errorCode, ...agreement }] of Object.entries(refusals)) {
  test(title, async (t) => {
    t.is(
      await refusalCode(
        t,
        agree(agreement, (client) => client.register(order)),
      ),
      errorCode,
    );
  });
}

test('an order without an amount is refused', async (t) => {
  // The typed call would not send this: the same endpoint, with its fields as a careless shop would give them.
  const { input: _, ...unchecked } = register;
  const careless = { ...unchecked, repeat: 'never' as const, fields: (fields: object) => ({ ...fields }) };
  const agreement: Agreement = {
    ...registration,
    form: { orderNumber: fromState('orderNumber', orderNumber), returnUrl },
    shopAsks: 'to register an order without an amount',
    answer: missingAmount,
  };
  const call = agree(agreement, (client) => client.call<object, unknown>(careless, { orderNumber, returnUrl }));

  t.is(await refusalCode(t, call), '12');
});
