import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example, text } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import { bindingId, browserCheck, declined, done, finished } from './payment-answers.ts';
import { byNumber, byText, inNumber, inPayment, inText, ofPayment } from './refusals.ts';

const { amount, bindingId: id } = example;
const clientId = 'aida';
const stored: Given = ['a customer has a stored card', { clientId }];
const off: Given = ['a customer has a stored card that is switched off', { clientId }];
const foreign: Given = ['a customer has a stored card', { clientId: 'somebody-else' }];
const nothingFound = { ...byText('2').answer, bindings: [] };
const registered: Given = ['a registered order exists', { amount, clientId }];
const byId = { bindingId: fromState('bindingId', id) };

const listedCard = {
  bindingId,
  maskedPan: text('^\\d{6}\\*\\*\\d{4}$', '555555**5599'),
  expiryDate: text('^\\d{4}(0[1-9]|1[0-2])$', '203412'),
  clientId,
};
const shownCard = {
  ...listedCard,
  paymentWay: 'CARD',
  paymentSystem: text('^[A-Z]+$', 'MASTERCARD'),
  displayLabel: text('^X+\\d{4}$', 'XXXXXXXXXXXX5599'),
  bindingCategory: 'COMMON',
};
const kept = { clientId, expiryDate: '203412', cardholderName: 'AIDA BEK' };
const newCard = { ...kept, pan: '4444555511113333' };
const mayHandleCards: Given = ['the shop may handle card numbers'];

type Call = Pick<Row, 'path' | 'form' | 'ask'>;

const create = (card: typeof newCard): Call => ({
  path: 'createBindingNoPayment.do',
  form: card,
  ask: (client) => client.bindings.create(card),
});
const unbind: Call = {
  path: 'unBindCard.do',
  form: byId,
  ask: (client) => client.bindings.unbind({ bindingId: id }),
};
const bind: Call = { path: 'bindCard.do', form: byId, ask: (client) => client.bindings.bind({ bindingId: id }) };
const extend = (newExpiry: string): Call => ({
  path: 'extendBinding.do',
  form: { ...byId, newExpiry },
  ask: (client) => client.bindings.extend({ bindingId: id, newExpiry }),
});
const payment: Call = {
  path: 'paymentOrderBinding.do',
  form: { ...byId, mdOrder: fromState('orderId', example.orderId), tii: 'F' },
  ask: (client) => client.bindings.payOrder({ orderId: example.orderId, bindingId: id }),
};

agreeOnCalls({
  'for the stored cards of a customer, among those of others': {
    given: [stored, ['another customer has a stored card']],
    path: 'getBindings.do',
    form: { clientId },
    ask: (client) => client.bindings.list({ clientId }),
    answer: { ...done, bindings: [shownCard] },
  },
  // Code 2 with an empty list: the client takes it for an answer.
  'for the stored cards of a customer who has none': {
    given: [['no customer has this id']],
    path: 'getBindings.do',
    form: { clientId: fromState('clientId', clientId) },
    ask: (client) => client.bindings.list({ clientId }),
    answer: nothingFound,
  },
  'for all stored cards of a customer': {
    given: [stored],
    path: 'getAllBindings.do',
    form: { clientId },
    ask: (client) => client.bindings.listAll({ clientId }),
    answer: { ...done, bindings: [shownCard] },
  },
  'whose a stored card is': {
    given: [stored],
    path: 'getBindingsByCardOrId.do',
    form: byId,
    ask: (client) => client.bindings.listByCardOrId({ bindingId: id }),
    answer: { ...done, bindings: [listedCard] },
  },
  'for the stored cards of a customer of whom one is switched off': {
    given: [['a customer has a stored card', { clientId, pan: '5555555555555599' }], off],
    path: 'getBindings.do',
    form: { clientId },
    ask: (client) => client.bindings.list({ clientId }),
    answer: { ...done, bindings: [{ ...shownCard, maskedPan: text('^555555\\*\\*5599$', '555555**5599') }] },
  },
  'for all stored cards of a customer who has switched off the only one': {
    given: [off],
    path: 'getAllBindings.do',
    form: { clientId },
    ask: (client) => client.bindings.listAll({ clientId }),
    answer: nothingFound,
  },
  'whose a stored card is that is switched off': {
    given: [off],
    path: 'getBindingsByCardOrId.do',
    form: byId,
    ask: (client) => client.bindings.listByCardOrId({ bindingId: id }),
    answer: nothingFound,
  },
  'to store a card without a payment': {
    ...create(newCard),
    given: [mayHandleCards],
    answer: { ...kept, maskedPan: listedCard.maskedPan, bindingId, errorCode: 0, error: false },
  },
  'to store a card with a wrong number': {
    ...create({ ...newCard, pan: '4444555511113334' }),
    given: [mayHandleCards],
    refusal: byNumber(1, { error: true }),
  },
  'to switch a stored card off': { ...unbind, given: [stored], answer: done },
  'to switch off a stored card that is off': { ...unbind, given: [off], refusal: byText('2') },
  'to switch off a stored card that does not exist': {
    ...unbind,
    given: [['no stored card has this id']],
    refusal: byText('2'),
  },
  'to switch a stored card on again': { ...bind, given: [off], answer: done },
  'to switch on a stored card that is on': { ...bind, given: [stored], refusal: byText('2') },
  'to give a stored card a new date': { ...extend('203512'), given: [stored], answer: done },
  'to give a stored card a date that is over': { ...extend('202001'), given: [stored], refusal: byText('1') },
  'to pay with a stored card': { ...payment, given: [stored, registered], answer: { ...finished, bindingId } },
  'to pay with a stored card whose issuer wants to see the browser': {
    ...payment,
    given: [['a customer has a stored card', { clientId, pan: '5555555555555599' }], registered],
    answer: { errorCode: 0, ...browserCheck, bindingId },
  },
  'to pay with a stored card that is declined': {
    ...payment,
    given: [['a customer has a stored card', { clientId, actionCode: 116 }], registered],
    answer: { ...declined, bindingId },
  },
  'to pay with a stored card an order of nobody': {
    ...payment,
    given: [stored, ['a registered order exists', { amount }]],
    refusal: ofPayment(5),
  },
  'to pay with a stored card of another customer': { ...payment, given: [foreign, registered], refusal: ofPayment(1) },
  'to pay with a stored card that is switched off': { ...payment, given: [off, registered], refusal: ofPayment(2) },
  'to pay with a stored card an order that is paid': {
    ...payment,
    given: [stored, ['an order paid in one phase exists', { amount, clientId }]],
    refusal: ofPayment(7),
  },
  'in small letters to switch a stored card off': {
    ...unbind,
    path: 'unbindCard.do',
    ask: (client) => client.call(bare('unbindCard.do'), { bindingId: id }),
    given: [stored],
    answer: done,
  },
  'to pay with a stored card that does not exist': {
    ...payment,
    given: [['no stored card has this id'], registered],
    refusal: ofPayment(2),
  },
  'to pay with a stored card an order that does not exist': {
    ...payment,
    given: [stored, ['no order has this id']],
    refusal: ofPayment(6),
  },
});

const bareCard = { form: (bindingId: unknown) => ({ bindingId }), refuses: inText(), empty: '1' } as const;
const ofClient = { ...bareCard, form: () => ({ clientId }) };

agreeOnRefusals({
  'for the stored cards of a customer': { ...ofClient, path: 'getBindings.do' },
  'for all stored cards of a customer': { ...ofClient, path: 'getAllBindings.do' },
  'whose a stored card is': { ...bareCard, path: 'getBindingsByCardOrId.do' },
  'to switch on a stored card': { ...bareCard, path: 'bindCard.do', about: 'card' },
  'to switch off a stored card': { ...bareCard, path: 'unBindCard.do' },
  'in small letters to switch off a stored card': { ...bareCard, path: 'unbindCard.do', about: 'card' },
  'to give a new date to a stored card': {
    ...bareCard,
    path: 'extendBinding.do',
    form: (bindingId) => ({ bindingId, newExpiry: '203512' }),
    about: 'card',
  },
  'to store a card': {
    path: 'createBindingNoPayment.do',
    form: () => newCard,
    refuses: inNumber({ error: true }),
    empty: '1',
  },
  'to pay with a stored card': {
    path: 'paymentOrderBinding.do',
    form: (bindingId) => ({ bindingId, mdOrder: example.orderId, tii: 'F' }),
    refuses: inPayment,
    empty: '1',
  },
});
