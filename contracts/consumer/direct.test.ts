import { updateSSLCardList } from '../../client/gateway/endpoints/orders/update-ssl-card-list.ts';
import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals, type WrongCall } from './agree-on-refusals.ts';
import { example, number, text, uuid } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import * as answers from './payment-answers.ts';
import { byText, inPayment, inText, ofPayment } from './refusals.ts';
import * as wrongs from './wrong-calls.ts';

const { amount, orderId, orderNumber } = example;
const mayHandleCards: Given = ['the shop may handle card numbers'];
const free: Given = ['an order number is free'];
const registered: Given = ['a registered order exists', { amount }];
const paid: Given = ['an order paid in one phase exists', { amount }];
const returnUrl = 'https://shop.example/return';

const plain = { pan: '4444555511113333', expiry: '203412', cvc: '123', cardholderName: 'AIDA BEK' };
const wrong = { ...plain, pan: '4444555511113334' };
const poor = { ...plain, pan: '4000000000116006' };
const asking = { ...plain, pan: '5555555555555599' };

const byOrder = { mdOrder: fromState('orderId', orderId) };
const atOnce = { orderNumber, amountMinor: amount, returnUrl };
const atOnceForm = { orderNumber: fromState('orderNumber', orderNumber), amount: String(amount), returnUrl };
const { cvc: _, cardholderName: cardholder, ...told } = plain;

const rrn = text('^\\d{12}$', '600112345672');

type Call = Pick<Row, 'given' | 'path' | 'form' | 'ask'>;

const payOrder = (card: typeof plain): Call => ({
  given: [mayHandleCards, registered],
  path: 'paymentorder.do',
  form: {
    MDORDER: byOrder.mdOrder,
    $PAN: card.pan,
    $EXPIRY: card.expiry,
    $CVC: card.cvc,
    TEXT: card.cardholderName,
  },
  ask: (client) => client.direct.payOrder({ orderId, ...card }),
});

const instant = (card: typeof plain): Call => ({
  given: [mayHandleCards, free],
  path: 'instantPayment.do',
  form: { ...atOnceForm, ...card },
  ask: (client) => client.direct.instantPayment({ ...atOnce, ...card }),
});

const moto = (pan = told.pan): Call => ({
  given: [mayHandleCards, free],
  path: 'motoPayment.do',
  form: { ...atOnceForm, ...told, pan, cardholder },
  ask: (client) => client.direct.motoPayment({ ...atOnce, ...told, pan, cardholder }),
});

const verify = (card: typeof plain): Call => ({
  given: [mayHandleCards],
  path: 'verifyCard.do',
  form: { ...card, amount: '0' },
  ask: (client) => client.direct.verifyCard(card),
});

const payOut = (card = plain): Call => ({
  given: [mayHandleCards, free],
  path: 'instantRefund.do',
  form: { orderNumber: atOnceForm.orderNumber, amount: String(amount), ...card },
  ask: (client) => client.direct.instantRefund({ orderNumber, amountMinor: amount, ...card }),
});

const { authCode: __, ...checked } = answers.verified;
const declinedCheck = { ...checked, actionCode: 116 };

agreeOnCalls({
  'to pay an order with a card': { ...payOrder(plain), answer: answers.finished },
  'to pay an order with a card whose issuer wants to see the browser': {
    ...payOrder(asking),
    answer: { errorCode: 0, ...answers.browserCheck },
  },
  'to pay an order with a card that is declined': { ...payOrder(poor), answer: answers.declined },
  'to pay an order with a card with a wrong number': { ...payOrder(wrong), refusal: ofPayment(1) },
  'to pay with a card an order that does not exist': {
    ...payOrder(plain),
    given: [mayHandleCards, ['no order has this id']],
    refusal: ofPayment(6),
  },
  'to pay one order among others with a card': {
    ...payOrder(plain),
    given: [
      mayHandleCards,
      ['a registered order exists', { amount: 7_700 }],
      ['a registered order exists', { orderId, orderNumber, amount }],
    ],
    form: { ...payOrder(plain).form, MDORDER: orderId },
    answer: {
      errorCode: 0,
      redirect: text(
        `^https://shop\\.example/return\\?orderId=${orderId}&lang=(en|ru)$`,
        `${returnUrl}?orderId=${orderId}&lang=en`,
      ),
    },
  },
  'to pay with a card an order whose return address has a query of its own': {
    ...payOrder(plain),
    given: [mayHandleCards, ['a registered order exists', { amount, returnUrl: `${returnUrl}?from=bank&cart=77` }]],
    answer: {
      errorCode: 0,
      redirect: text(
        `^https://shop\\.example/return\\?from=bank&cart=77&orderId=${uuid}&lang=(en|ru)$`,
        `${returnUrl}?from=bank&cart=77&orderId=${orderId}&lang=en`,
      ),
    },
  },
  'to pay with a card an order that is paid': {
    ...payOrder(plain),
    given: [mayHandleCards, paid],
    refusal: ofPayment(7),
  },
  'in capital letters to pay an order with a card': {
    ...payOrder(plain),
    path: 'paymentOrder.do',
    ask: (client) => client.call(bare('paymentOrder.do'), { ...payOrder(plain).form, MDORDER: orderId }),
    answer: answers.finished,
  },
  'for the keys of the gateway': {
    given: [],
    path: '../se/keys.do',
    form: {},
    inQuery: 'POST',
    isOpen: true,
    ask: (client) => client.direct.publicKeys(),
    answer: {
      keys: [
        {
          keyValue: text('^-----BEGIN PUBLIC KEY-----[\\s\\S]+$', '-----BEGIN PUBLIC KEY-----\nMIIB'),
          protocolVersion: 'RSA',
          // Not before 2027.
          keyExpiration: number('^(1[89]|[2-9]\\d)\\d{11}$', 4_733_510_400_000),
        },
      ],
    },
  },
  'to update the cards of an order': {
    given: [paid],
    path: 'updateSSLCardList.do',
    form: { mdorder: byOrder.mdOrder },
    ask: (client) => client.call(updateSSLCardList, { orderId }),
    answer: answers.done,
  },
  'to update the cards of an order that nobody has paid': {
    given: [registered],
    path: 'updateSSLCardList.do',
    form: { mdorder: byOrder.mdOrder },
    ask: (client) => client.call(updateSSLCardList, { orderId }),
    refusal: byText('7'),
  },
  'to register and pay at once': {
    ...instant(plain),
    answer: {
      errorCode: '0',
      orderId: answers.orderId,
      redirect: answers.finished.redirect,
      orderStatus: answers.nestedLegacyStatus(amount, 2),
    },
  },
  'to register and pay at once with a card whose issuer wants to see the browser': {
    ...instant(asking),
    answer: {
      errorCode: '0',
      orderId: answers.orderId,
      ...answers.browserCheck,
      orderStatus: answers.nestedLegacyStatus(amount, 0),
    },
  },
  'to register and pay at once under a number that it has used': {
    ...instant(plain),
    given: [mayHandleCards, registered],
    refusal: byText('1', { error: answers.words }),
  },
  'to charge a card told by telephone': {
    ...moto(),
    answer: { errorCode: '0', success: true, mdOrder: answers.orderId, orderNumber: answers.orderNumber },
  },
  'to charge a card told by telephone under a number that it has used': {
    ...moto(),
    given: [mayHandleCards, registered],
    refusal: byText('1', { success: false }),
  },
  // Not refused: only its status shows the decline.
  'to charge a declined card told by telephone': {
    ...moto(poor.pan),
    answer: { errorCode: '0', success: true, mdOrder: answers.orderId, orderNumber: answers.orderNumber },
  },
  'to register and pay at once with a card that is declined': {
    ...instant(poor),
    answer: {
      errorCode: '0',
      error: answers.words,
      errorMessage: answers.words,
      orderId: answers.orderId,
      orderStatus: answers.nestedLegacyStatus(amount, 0),
    },
  },
  'whether a card is good': { ...verify(plain), answer: answers.verified },
  // Not refused, either: the action code shows it.
  'whether a card is good that is declined': { ...verify(poor), answer: declinedCheck },
  'whether a card with a wrong number is good': { ...verify(wrong), refusal: byText('1') },
  'to send money to a card': {
    ...payOut(),
    answer: {
      ...answers.done,
      orderId: answers.orderId,
      orderStatus: { ErrorCode: '0', ErrorMessage: answers.words, rrn, approvalCode: text('^\\w{6}$', '482913') },
    },
  },
  'to send money to a card that is declined': {
    ...payOut(poor),
    answer: {
      ...answers.done,
      orderId: answers.orderId,
      orderStatus: { ErrorCode: '2', ErrorMessage: answers.words, rrn },
    },
  },
  'to send money to a card under a number that it has used': {
    ...payOut(),
    given: [mayHandleCards, registered],
    refusal: byText('1'),
  },
});

const bareOrder = { orderNumber, amount: String(amount) };
const bareAtOnce = { ...bareOrder, returnUrl };
const onPage = { $PAN: plain.pan, $EXPIRY: plain.expiry, $CVC: plain.cvc, TEXT: plain.cardholderName };
const wrongFeature: WrongCall = { words: ' with a feature that it does not know', fields: { features: 'NONSENSE' } };
const ofRegistration = { 3: wrongs.currency, 8: wrongs.cart, 13: wrongs.contradiction, 14: wrongFeature };
const ofPaymentAtOnce = { ...ofRegistration, 4: wrongs.noReturnUrl };

agreeOnRefusals({
  'to pay with a card': {
    path: 'paymentorder.do',
    form: (id) => ({ MDORDER: id, ...onPage }),
    refuses: inPayment,
    empty: '1',
  },
  'in capital letters to pay with a card': {
    path: 'paymentOrder.do',
    form: (id) => ({ MDORDER: id, ...onPage }),
    refuses: inPayment,
    empty: '1',
    about: 'order',
    codes: {
      1: { words: ' with a wrong number', fields: { $PAN: wrong.pan }, given: registered, id: byOrder.mdOrder },
      7: { words: ' for an order that is paid', ...wrongs.paid },
    },
  },
  'to update the cards of an order': {
    path: 'updateSSLCardList.do',
    form: (mdorder) => ({ mdorder }),
    refuses: inText(),
    empty: '4',
    about: 'order',
  },
  'to register and pay at once': {
    path: 'instantPayment.do',
    form: () => ({ ...bareAtOnce, ...plain }),
    refuses: inText({ error: answers.words }),
    empty: wrongs.noAmount,
    codes: ofPaymentAtOnce,
  },
  'to charge a card told by telephone': {
    path: 'motoPayment.do',
    form: () => ({ ...bareAtOnce, ...told, cardholder }),
    refuses: inText({ success: false }),
    empty: wrongs.noAmount,
    codes: ofPaymentAtOnce,
  },
  'whether a card is good': {
    path: 'verifyCard.do',
    form: () => ({ ...plain, amount: '0' }),
    refuses: inText(),
    empty: '1',
    codes: ofRegistration,
  },
  'to send money to a card': {
    path: 'instantRefund.do',
    form: () => ({ ...bareOrder, ...plain }),
    refuses: inText(),
    empty: wrongs.noAmount,
    codes: { 3: wrongs.currency },
  },
});
