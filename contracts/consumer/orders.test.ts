import test from 'ava';
import { register } from '../../client/gateway/endpoints/orders/register.ts';
import { type Agreement, agree, fromState, refusalCode } from './agree.ts';
import { agreeOnCodes, agreeOnRefusals, type BareCall } from './agree-on-refusals.ts';
import { example, missingAmount, refused, registered, registeredWithoutError } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import { inText } from './refusals.ts';
import { cart, contradiction, noAmount, noReturnUrl, unknownCard } from './wrong-calls.ts';

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

/** Orders that the gateway has to refuse: a field that differs, and the code. The keys continue "to register an order". */
const wrongOrders: Readonly<Record<string, readonly [fields: Readonly<Record<string, string>>, errorCode: string]>> = {
  'in a currency that it does not know': [{ currency: '999' }, '3'],
  'with an amount that is a fraction': [{ amount: '15.00' }, '5'],
  'with a feature that it does not know': [{ features: 'NONSENSE' }, '14'],
};

for (const path of ['register.do', 'registerPreAuth.do']) {
  const phases = path === 'register.do' ? '' : ' of two phases';
  for (const [words, [field, errorCode]] of Object.entries(wrongOrders)) {
    test(`an order${phases} ${words} is refused`, async (t) => {
      const agreement: Agreement = {
        ...registration,
        path,
        form: { ...registration.form, ...field },
        shopAsks: `to register an order${phases} ${words}, refused with the text ${errorCode}`,
        answer: refused(errorCode, 'The gateway says no'),
      };
      const sent = { ...registration.form, ...field, orderNumber };
      const call = agree(agreement, (client) => client.call(bare(path), sent));

      t.is(await refusalCode(t, call), errorCode);
    });
  }
}

test('an order of two phases is refused under a number that was used before', async (t) => {
  const agreement: Agreement = {
    ...registration,
    path: 'registerPreAuth.do',
    given: [['a registered order exists']],
    shopAsks: 'to register an order of two phases under a number that it has used, refused with the text 1',
    answer: refused('1', 'Order number is duplicated, order with given order number is processed already'),
  };
  const call = agree(agreement, (client) => client.registerPreAuth(order));

  t.is(await refusalCode(t, call), '1');
});

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

const preAuth: BareCall = {
  path: 'registerPreAuth.do',
  form: () => ({ orderNumber, amount: String(amount), returnUrl: 'https://shop.example/return' }),
  refuses: inText(),
  empty: noAmount,
  codes: { 2: unknownCard, 4: noReturnUrl, 8: cart, 13: contradiction },
};

agreeOnRefusals({ 'to register an order of two phases': preAuth });
agreeOnCodes({ 'to register an order': { ...preAuth, path: 'register.do' } });
