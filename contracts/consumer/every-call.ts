import { example } from './answers.ts';
import { words } from './payment-answers.ts';
import {
  byNumber,
  byNumberOf,
  byOneOf,
  byStatus,
  byText,
  inLegacySpelling,
  ofCharge,
  ofPayment,
  ofWallet,
  type Refusal,
} from './refusals.ts';

/** What a call names, and the refusal of one that does not exist. */
export const named = {
  order: { state: 'no order has this id', value: 'orderId', sample: example.orderId, words: 'of an order' },
  card: {
    state: 'no stored card has this id',
    value: 'bindingId',
    sample: example.bindingId,
    words: 'of a stored card',
  },
  task: { state: 'no recurring task has this id', value: 'merchantTaskUuid', sample: 'task-1001', words: 'of a task' },
  template: { state: 'no template has this id', value: 'templateId', sample: example.orderId, words: 'of a template' },
} as const;

/** A call in its shortest form, with a card number or an amount only if it cannot be without. */
export interface BareCall {
  readonly path: string;
  /** The fields, with the id of the order, card, task or template that the call is about. */
  readonly form: (id: unknown) => Readonly<Record<string, unknown>>;
  readonly isJson?: true;
  readonly wrongPassword: Refusal;
  /** Of a call with nothing but the login; absent if that is enough, or refused for something else at some banks. */
  readonly empty?: Refusal;
  /** Absent if the call is about nothing that exists, or if another file agrees on it. */
  readonly unknown?: readonly [kind: keyof typeof named, refusal: Refusal];
}

const card = { pan: '4444555511113333', expiry: '203412', cvc: '123', cardholderName: 'AIDA BEK' };
const onPage = { $PAN: card.pan, $EXPIRY: card.expiry, $CVC: card.cvc, TEXT: card.cardholderName };
const newOrder = { orderNumber: example.orderNumber, amount: String(example.amount) };
const atOnce = { ...newOrder, returnUrl: 'https://shop.example/return' };
const { cvc: _, cardholderName: cardholder, ...told } = card;
const stored = { orderNumber: example.orderNumber, amount: example.amount, preAuth: false };
const token = { orderNumber: example.orderNumber, paymentToken: 'cGF5bWVudC10b2tlbg==' };
const google = { amount: example.amount, currencyCode: '398', returnUrl: 'https://shop.example/return' };
const dates = { scheduledSince: '2026-02-01T00:00:00.000+0000', scheduledTill: '2026-06-01T00:00:00.000+0000' };
const template = { name: 'Two cups of coffee', amount: example.amount, currency: '398' };

const byOrderId =
  (more: object = {}) =>
  (orderId: unknown) => ({ orderId, ...more });
const byMdOrder =
  (more: object = {}) =>
  (mdOrder: unknown) => ({ mdOrder, ...more });
const byBinding =
  (more: object = {}) =>
  (bindingId: unknown) => ({ bindingId, ...more });
const byTask =
  (more: object = {}) =>
  (id: unknown) => ({ taskIdentifier: { merchantTaskUuid: id }, ...more });
const fixed = (form: Readonly<Record<string, unknown>>) => () => form;

type Kind = keyof typeof named;
type Codes = readonly [string, ...string[]];

/** What banks answer if the order or the amount is missing; source of the amount: BPC 4, ArCa 5, Bereke 12. */
const noOrder = ['1', '4'] as const;
const noAmount = ['12', '4', '5'] as const;

const text = (path: string, form: BareCall['form'], empty: string | Codes, kind?: Kind): BareCall => ({
  path,
  form,
  wrongPassword: byText('5'),
  empty: typeof empty === 'string' ? byText(empty) : byOneOf(empty),
  ...(kind && { unknown: [kind, byText(kind === 'card' ? '2' : '6')] }),
});
const paying = (path: string, form: BareCall['form'], kind?: Kind): BareCall => ({
  path,
  form,
  wrongPassword: ofPayment(5),
  empty: ofPayment(4),
  ...(kind && { unknown: [kind, ofPayment(6)] }),
});
const numbered = (
  path: string,
  form: BareCall['form'],
  empty: number | 'amount',
  kind?: Kind,
  more: object = {},
): BareCall => ({
  path,
  form,
  wrongPassword: byNumber(5, more),
  empty: empty === 'amount' ? byNumberOf([12, 4, 5]) : byNumber(empty, more),
  ...(kind && { unknown: [kind, byNumber(6)] }),
});
const inJson = (path: string, form: BareCall['form'], kind?: Kind): BareCall => ({
  path,
  form,
  isJson: true,
  wrongPassword: byStatus('5'),
  empty: byStatus('4'),
  ...(kind && { unknown: [kind, byStatus(kind === 'card' ? '2' : '6')] }),
});
const wallet = (path: string, form: Readonly<Record<string, unknown>>): BareCall => ({
  path,
  form: fixed(form),
  isJson: true,
  wrongPassword: ofWallet(10),
  empty: ofWallet(1),
});

/** Every call with a login. The keys continue "the shop asks ...". */
export const everyCall: Readonly<Record<string, BareCall>> = {
  'to register an order of two phases': text('registerPreAuth.do', fixed(atOnce), noAmount),
  'for the status': text('getOrderStatusExtended.do', byOrderId(), noOrder),
  'the old way for the status': {
    path: 'getOrderStatus.do',
    form: byOrderId(),
    wrongPassword: inLegacySpelling('5'),
    empty: inLegacySpelling('4'),
  },
  'to capture': text('deposit.do', byOrderId({ amount: '0' }), noOrder, 'order'),
  'to give free': text('reverse.do', byOrderId(), noOrder, 'order'),
  'to refund': text('refund.do', byOrderId({ amount: '0' }), noOrder, 'order'),
  'to close': text('decline.do', byOrderId(), noOrder, 'order'),
  'to add parameters': text('addParams.do', byOrderId({ params: '{"courier":"K-5"}' }), '4', 'order'),
  'for the orders of a day': numbered(
    'getLastOrdersForMerchants.do',
    fixed({ from: '20260101000000', to: '20260101235959', transactionStates: 'DEPOSITED', size: '10', page: '0' }),
    5,
  ),
  'for the stored cards of a customer': text('getBindings.do', fixed({ clientId: 'aida' }), '4'),
  'for all stored cards of a customer': text('getAllBindings.do', fixed({ clientId: 'aida' }), '4'),
  'whose a stored card is': text('getBindingsByCardOrId.do', byBinding(), '4'),
  'to switch on a stored card': text('bindCard.do', byBinding(), '4', 'card'),
  'to switch off a stored card': text('unBindCard.do', byBinding(), '4'),
  'in small letters to switch off a stored card': text('unbindCard.do', byBinding(), '4', 'card'),
  'to give a new date to a stored card': text('extendBinding.do', byBinding({ newExpiry: '203512' }), '4', 'card'),
  'to store a card': numbered(
    'createBindingNoPayment.do',
    fixed({ clientId: 'aida', pan: card.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' }),
    4,
    undefined,
    { error: true },
  ),
  'to pay with a stored card': paying('paymentOrderBinding.do', byBinding({ mdOrder: example.orderId, tii: 'F' })),
  'to pay as an industry does': paying(
    '../industryPractice/paymentOrder.do',
    byMdOrder({ bindingId: example.bindingId, tii: 'IPN' }),
    'order',
  ),
  'to pay with a card': paying('paymentorder.do', (id) => ({ MDORDER: id, ...onPage })),
  'in capital letters to pay with a card': paying('paymentOrder.do', (id) => ({ MDORDER: id, ...onPage }), 'order'),
  'to go on with 3-D Secure': paying('3ds/continue.do', byMdOrder(), 'order'),
  'to finish with a PaRes': paying('finish3dsPayment.do', byMdOrder({ paRes: 'eJw=' }), 'order'),
  'to finish 3-D Secure': paying('finish3dsVer2Payment.do', (id) => ({ threeDSServerTransId: id })),
  'whether a card takes part in 3-D Secure': text('verifyEnrollment.do', fixed({ pan: card.pan }), '4'),
  'to update the cards of an order': text('updateSSLCardList.do', (id) => ({ mdorder: id }), '4', 'order'),
  'to register and pay at once': {
    ...text('instantPayment.do', fixed({ ...atOnce, ...card }), noAmount),
    wrongPassword: byText('5', { error: words }),
    empty: byOneOf(noAmount, { error: words }),
  },
  'to charge a card told by telephone': {
    ...text('motoPayment.do', fixed({ ...atOnce, ...told, cardholder }), noAmount),
    wrongPassword: byText('5', { success: false }),
    empty: byOneOf(noAmount, { success: false }),
  },
  'whether a card is good': text('verifyCard.do', fixed({ ...card, amount: '0' }), '1'),
  'to send money to a card': text('instantRefund.do', fixed({ ...newOrder, ...card }), noAmount),
  'to refund a sum': numbered('processRawSumRefund.do', byOrderId({ amount: '1000' }), 'amount', 'order'),
  'to refund a position': numbered(
    'processRawPositionRefund.do',
    byOrderId({ amount: '1000', positionId: '1' }),
    'amount',
    'order',
  ),
  'to refund a position of an order': numbered(
    'processRawPositionOrderRefund.do',
    byOrderId({ amount: '1000', positionId: '1' }),
    'amount',
    'order',
  ),
  'for one more payment of a subscription': {
    path: '../recurrentPayment.do',
    form: byBinding(stored),
    isJson: true,
    wrongPassword: ofCharge('10'),
    empty: ofCharge('1'),
  },
  'for one more instalment': {
    path: '../installmentPayment.do',
    form: byBinding(stored),
    isJson: true,
    wrongPassword: byNumber(5, { error: true }),
    empty: byNumber(4, { error: true }),
    unknown: ['card', byNumber(2, { error: true })],
  },
  'for a payment every month': inJson('/recurrent/v1/task/create', (bindingId) => ({
    task: {
      merchantTaskUuid: 'task-1001',
      clientId: 'aida',
      bindingId,
      amount: example.amount,
      currency: '398',
      scheduleData: { ...dates, timeUnit: 'MONTHS', value: 1 },
    },
  })),
  'to change a recurring task': inJson(
    '/recurrent/v1/task/modify',
    (id) => ({ task: { taskIdentifier: { merchantTaskUuid: id }, params: { desk: 'phone' } } }),
    'task',
  ),
  'for a recurring task': inJson('/recurrent/v1/task/get', byTask()),
  'to stop a recurring task': inJson('/recurrent/v1/task/terminate', byTask(), 'task'),
  'to go on with a recurring task': inJson('/recurrent/v1/task/activate', byTask(), 'task'),
  'to stop several recurring tasks': inJson(
    '/recurrent/v1/task/batchTerminate',
    (id) => ({ taskIdentifiers: [{ merchantTaskUuid: id }] }),
    'task',
  ),
  'to leave out a payment of a recurring task': inJson(
    '/recurrent/v1/payment/skip',
    byTask({ paymentNumber: 1 }),
    'task',
  ),
  'to keep a template of orders': inJson('templates/create.do', fixed({ template })),
  'for a template': inJson('templates/get.do', (templateId) => ({ template: { templateId } })),
  'for all templates': { path: 'templates/getList.do', form: fixed({}), isJson: true, wrongPassword: byStatus('5') },
  'to change a template': inJson(
    'templates/update.do',
    (templateId) => ({ template: { templateId, status: 'INACTIVE' } }),
    'template',
  ),
  'the old way to keep a template of orders': {
    ...text('templates/createTemplate.do', fixed(template), '4'),
    isJson: true,
  },
  'the old way for a template': {
    ...text('templates/getTemplateDetails.do', (templateId) => ({ templateId }), '4', 'template'),
    isJson: true,
  },
  'the old way to change a template': {
    ...text('templates/updateTemplate.do', (templateId) => ({ templateId, status: 'INACTIVE' }), '4', 'template'),
    isJson: true,
  },
  'for a payment with Apple Pay that it has opened itself': wallet('../applepay/paymentDirect.do', token),
  'for a payment with Google Pay that it has opened itself': wallet('../google/paymentDirect.do', {
    ...token,
    ...google,
  }),
  'for a payment with Samsung Pay that it has opened itself': wallet('../samsung/paymentDirect.do', token),
  "for a payment with a card scheme's token": wallet('../token/payment.do', {
    tokenType: 'MDES',
    paymentData: { dpan: '5555555555555599', MM: '12', YYYY: '2034', tokenCryptogram: 'AgAAAAAABk4DWZ4C28yUQAAAAAA=' },
    currency: '398',
    returnUrl: 'https://shop.example/return',
    orderNumber: example.orderNumber,
    amount: example.amount,
  }),
};
