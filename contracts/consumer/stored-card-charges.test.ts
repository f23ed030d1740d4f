import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example, success } from './answers.ts';
import { nestedStatus, orderId } from './payment-answers.ts';
import { byNumber, inNumber, ofCharge } from './refusals.ts';

const { amount, bindingId: id, orderNumber } = example;
const clientId = 'aida';
const stored: Given = ['a customer has a stored card', { clientId }];
const poor: Given = ['a customer has a stored card', { clientId, actionCode: 116 }];
const off: Given = ['a customer has a stored card that is switched off', { clientId }];
const free: Given = ['an order number is free'];
const used: Given = ['a registered order exists', { amount }];
const byCard = { paymentWay: 'CARD_BINDING', clientId };

const charge = { orderNumber, bindingId: id, amountMinor: amount };
const chargeForm = {
  orderNumber: fromState('orderNumber', orderNumber),
  bindingId: fromState('bindingId', id),
  amount,
  preAuth: false,
};

const recurrent: Pick<Row, 'given' | 'path' | 'form' | 'isJson' | 'ask'> = {
  given: [stored, free],
  path: '../recurrentPayment.do',
  form: chargeForm,
  isJson: true,
  ask: (client) => client.bindings.payRecurrent(charge),
};
const instalment: typeof recurrent = {
  ...recurrent,
  path: '../installmentPayment.do',
  ask: (client) => client.bindings.payInstallment(charge),
};

agreeOnCalls({
  'for one more payment of a subscription': {
    ...recurrent,
    answer: { success: true, data: { orderId }, orderStatus: nestedStatus(amount, byCard) },
  },
  'for one more payment of a subscription under a number that it has used': {
    ...recurrent,
    given: [stored, used],
    refusal: ofCharge('10'),
  },
  'for one more payment of a subscription with a card that is declined': {
    ...recurrent,
    given: [poor, free],
    refusal: ofCharge('1'),
  },
  'for one more payment of a subscription with a card that does not exist': {
    ...recurrent,
    given: [['no stored card has this id'], free],
    refusal: ofCharge('1'),
  },
  'for one more payment of a subscription with a card that is switched off': {
    ...recurrent,
    given: [off, free],
    refusal: ofCharge('1'),
  },
  'for one more instalment with a card that is switched off': {
    ...instalment,
    given: [off, free],
    refusal: byNumber(2, { error: true }),
  },
  'for one more instalment': {
    ...instalment,
    answer: { errorCode: 0, errorMessage: success, error: false, orderId, orderStatus: nestedStatus(amount, byCard) },
  },
  // Not refused: only the status shows the decline.
  'for one more instalment with a card that is declined': {
    ...instalment,
    given: [poor, free],
    answer: {
      errorCode: 0,
      error: false,
      orderId,
      orderStatus: nestedStatus(amount, { ...byCard, orderStatus: 6, actionCode: 116 }),
    },
  },
  'for one more instalment under a number that it has used': {
    ...instalment,
    given: [stored, used],
    refusal: byNumber(1, { error: true }),
  },
});

const bareCharge = (bindingId: unknown) => ({ bindingId, orderNumber, amount, preAuth: false });

agreeOnRefusals({
  'for one more payment of a subscription': {
    path: '../recurrentPayment.do',
    form: bareCharge,
    isJson: true,
    refuses: ofCharge,
    wrongPassword: '10',
    empty: '1',
  },
  'for one more instalment': {
    path: '../installmentPayment.do',
    form: bareCharge,
    isJson: true,
    refuses: inNumber({ error: true }),
    empty: '4',
    about: 'card',
    codes: { 12: { words: ' without an amount', fields: { amount: undefined }, or: ['4', '5'] } },
  },
});
