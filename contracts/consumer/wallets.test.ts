import type { TokenPaymentRequest } from '../../client/gateway/endpoints/wallets/token-payment.ts';
import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import { browserCheck, nestedStatus, orderId } from './payment-answers.ts';
import { inWallet, ofWallet, type Refusal } from './refusals.ts';

const { amount, orderNumber } = example;
const free: Given = ['an order number is free'];
const paymentToken = 'cGF5bWVudC10b2tlbg==';
const returnUrl = 'https://shop.example/return';

/** The token of the customer's phone. */
const phone = (wallet: string, more: Readonly<Record<string, string | number>> = {}): Given => [
  'a customer pays by phone',
  { wallet, amount, ...more },
];

const payment = { orderNumber, paymentToken };
const paymentForm = {
  orderNumber: fromState('orderNumber', orderNumber),
  paymentToken: fromState('paymentToken', paymentToken),
};
const merchant = 'test_user';
const named = { ...payment, merchant };
const namedForm = { ...paymentForm, merchant: fromState('userName', merchant) };
const google = { amountMinor: amount, currencyCode: '398', returnUrl };
const googleForm = { amount, currencyCode: '398', returnUrl };

type Call = Pick<Row, 'path' | 'form' | 'isJson' | 'isOpen' | 'ask'>;

const sealed = (path: string, form: Row['form'], ask: Row['ask']): Call => ({
  path,
  form,
  ask,
  isJson: true,
  isOpen: true,
});
const opened = (path: string, form: Row['form'], ask: Row['ask']): Call => ({ path, form, ask, isJson: true });

const apple = sealed('../applepay/payment.do', namedForm, (client) => client.wallets.applePay(named));
const googlePay = sealed('../google/payment.do', { ...namedForm, ...googleForm }, (client) =>
  client.wallets.googlePay({ ...named, ...google }),
);
const samsung = sealed('../samsung/payment.do', namedForm, (client) => client.wallets.samsungPay(named));

const paid = (paymentWay: string) => ({
  success: true,
  data: { orderId },
  orderStatus: nestedStatus(amount, { paymentWay }),
});
const applePayDirect = opened('../applepay/paymentDirect.do', paymentForm, (client) =>
  client.wallets.applePayDirect(payment),
);
const googlePayDirect = opened('../google/paymentDirect.do', { ...paymentForm, ...googleForm }, (client) =>
  client.wallets.googlePayDirect({ ...payment, ...google }),
);
const samsungPayDirect = opened('../samsung/paymentDirect.do', paymentForm, (client) =>
  client.wallets.samsungPayDirect(payment),
);

/** Google's calls do not repeat the status. */
const googlePaid = { success: true, data: { orderId } };

const networkToken = {
  tokenType: 'MDES',
  paymentData: {
    dpan: '5555555555555599',
    MM: '12',
    YYYY: '2034',
    tokenCryptogram: 'AgAAAAAABk4DWZ4C28yUQAAAAAA=',
  },
  currency: '398',
  returnUrl,
} as const;

const byToken = (token: Omit<TokenPaymentRequest, 'amountMinor'>) =>
  opened('../token/payment.do', { ...token, orderNumber: paymentForm.orderNumber, amount }, (client) =>
    client.wallets.networkToken({ ...token, orderNumber, amountMinor: amount }),
  );

const isOpened = { isDecrypted: 'yes' };
const used: Given = ['a registered order exists', { amount }];
const poorCard = { actionCode: 116 };
const declinedToken = (wallet: string, more: object = {}): Pick<Row, 'given'> & { readonly refusal: Refusal } => ({
  given: [phone(wallet, { ...poorCard, ...more }), free],
  refusal: ofWallet(1),
});

const brokenToken = (wallet: string): Pick<Row, 'given'> & { readonly refusal: Refusal } => ({
  given: [phone(wallet, { isBroken: 'yes' }), free],
  refusal: ofWallet(1),
});

agreeOnCalls({
  'for a payment with Apple Pay': { ...apple, given: [phone('apple'), free], answer: paid('APPLE_PAY') },
  'for a payment with Apple Pay by a token that cannot be opened': { ...apple, ...brokenToken('apple') },
  'for a payment with Apple Pay by a card that is declined': { ...apple, ...declinedToken('apple') },
  'for a payment with Google Pay by a card that is declined': { ...googlePay, ...declinedToken('google') },
  'for a payment with Samsung Pay by a card that is declined': { ...samsung, ...declinedToken('samsung') },
  'for a payment with Apple Pay that it has opened itself, by a card that is declined': {
    ...applePayDirect,
    ...declinedToken('apple', isOpened),
  },
  'for a payment with Google Pay that it has opened itself, by a card that is declined': {
    ...googlePayDirect,
    ...declinedToken('google', isOpened),
  },
  'for a payment with Samsung Pay that it has opened itself, by a card that is declined': {
    ...samsungPayDirect,
    ...declinedToken('samsung', isOpened),
  },
  'for a payment with Google Pay under a number that it has used': {
    ...googlePay,
    given: [phone('google'), used],
    refusal: ofWallet(10),
  },
  'for a payment with Samsung Pay under a number that it has used': {
    ...samsung,
    given: [phone('samsung'), used],
    refusal: ofWallet(10),
  },
  'for a payment with Google Pay in the name of nobody': {
    ...sealed('../google/payment.do', { ...namedForm, ...googleForm, merchant: 'nobody' }, (client) =>
      client.wallets.googlePay({ ...named, ...google, merchant: 'nobody' }),
    ),
    given: [phone('google'), free],
    refusal: ofWallet(10),
  },
  "for a payment with a card scheme's token of a card that is declined": {
    ...byToken({ ...networkToken, paymentData: { ...networkToken.paymentData, dpan: '4000000000116006' } }),
    given: [['the shop may handle card numbers'], free],
    refusal: ofWallet(1),
  },
  'for a payment with Apple Pay under a number that it has used': {
    ...apple,
    given: [phone('apple'), ['a registered order exists', { amount }]],
    refusal: ofWallet(10),
  },
  'for a payment with Apple Pay that it has opened itself': {
    ...applePayDirect,
    given: [phone('apple', { isDecrypted: 'yes' }), free],
    answer: paid('APPLE_PAY'),
  },
  'for a payment with Google Pay': { ...googlePay, given: [phone('google'), free], answer: googlePaid },
  'for a payment with Google Pay and the number of the card': {
    ...googlePay,
    given: [phone('google', { authMethod: 'PAN_ONLY' }), free],
    answer: { success: true, data: { orderId, ...browserCheck } },
  },
  'for a payment with Google Pay by a token that cannot be opened': { ...googlePay, ...brokenToken('google') },
  'for a payment with Google Pay that it has opened itself': {
    ...googlePayDirect,
    given: [phone('google', { isDecrypted: 'yes' }), free],
    answer: googlePaid,
  },
  'for a payment with Samsung Pay': { ...samsung, given: [phone('samsung'), free], answer: paid('SAMSUNG_PAY') },
  'for a payment with Samsung Pay by a token that cannot be opened': { ...samsung, ...brokenToken('samsung') },
  'for a payment with Samsung Pay that it has opened itself': {
    ...samsungPayDirect,
    given: [phone('samsung', { isDecrypted: 'yes' }), free],
    answer: paid('SAMSUNG_PAY'),
  },
  "for a payment with a card scheme's token": {
    ...byToken(networkToken),
    given: [['the shop may handle card numbers'], free],
    answer: paid('TOKEN_PAY'),
  },
});

/** Calls without a password, by the name of a merchant. */
const nobody = { merchant: 'nobody', ...payment };
const inTheNameOfNobody = (path: string): Row => ({
  ...sealed(path, nobody, (client) => client.call(bare(path, true, true), nobody)),
  given: [],
  refusal: ofWallet(10),
});

agreeOnCalls({
  'for a payment with Apple Pay in the name of nobody': inTheNameOfNobody('../applepay/payment.do'),
  'for a payment with Samsung Pay in the name of nobody': inTheNameOfNobody('../samsung/payment.do'),
});

const bareWallet = {
  form: () => payment,
  isJson: true,
  refuses: inWallet,
  wrongPassword: '10',
  empty: '1',
} as const;

agreeOnRefusals({
  'for a payment with Apple Pay that it has opened itself': { ...bareWallet, path: '../applepay/paymentDirect.do' },
  'for a payment with Google Pay that it has opened itself': {
    ...bareWallet,
    path: '../google/paymentDirect.do',
    form: () => ({ ...payment, ...googleForm }),
  },
  'for a payment with Samsung Pay that it has opened itself': { ...bareWallet, path: '../samsung/paymentDirect.do' },
  "for a payment with a card scheme's token": {
    ...bareWallet,
    path: '../token/payment.do',
    form: () => ({ ...networkToken, orderNumber, amount }),
  },
});
