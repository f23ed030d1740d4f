import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { example } from './answers.ts';
import { browserCheck, nestedStatus, orderId } from './payment-answers.ts';
import { ofWallet, type Refusal } from './refusals.ts';

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

const paid = { success: true, data: { orderId }, orderStatus: nestedStatus(amount) };
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

const brokenToken = (wallet: string): Pick<Row, 'given'> & { readonly refusal: Refusal } => ({
  given: [phone(wallet, { isBroken: 'yes' }), free],
  refusal: ofWallet(1),
});

agreeOnCalls({
  'for a payment with Apple Pay': { ...apple, given: [phone('apple'), free], answer: paid },
  'for a payment with Apple Pay by a token that cannot be opened': { ...apple, ...brokenToken('apple') },
  'for a payment with Apple Pay by a card that is declined': {
    ...apple,
    given: [phone('apple', { actionCode: 116 }), free],
    refusal: ofWallet(1),
  },
  'for a payment with Apple Pay under a number that it has used': {
    ...apple,
    given: [phone('apple'), ['a registered order exists', { amount }]],
    refusal: ofWallet(10),
  },
  'for a payment with Apple Pay that it has opened itself': {
    ...opened('../applepay/paymentDirect.do', paymentForm, (client) => client.wallets.applePayDirect(payment)),
    given: [phone('apple', { isDecrypted: 'yes' }), free],
    answer: paid,
  },
  'for a payment with Google Pay': { ...googlePay, given: [phone('google'), free], answer: googlePaid },
  'for a payment with Google Pay and the number of the card': {
    ...googlePay,
    given: [phone('google', { authMethod: 'PAN_ONLY' }), free],
    answer: { success: true, data: { orderId, ...browserCheck } },
  },
  'for a payment with Google Pay by a token that cannot be opened': { ...googlePay, ...brokenToken('google') },
  'for a payment with Google Pay that it has opened itself': {
    ...opened('../google/paymentDirect.do', { ...paymentForm, ...googleForm }, (client) =>
      client.wallets.googlePayDirect({ ...payment, ...google }),
    ),
    given: [phone('google', { isDecrypted: 'yes' }), free],
    answer: googlePaid,
  },
  'for a payment with Samsung Pay': { ...samsung, given: [phone('samsung'), free], answer: paid },
  'for a payment with Samsung Pay by a token that cannot be opened': { ...samsung, ...brokenToken('samsung') },
  'for a payment with Samsung Pay that it has opened itself': {
    ...opened('../samsung/paymentDirect.do', paymentForm, (client) => client.wallets.samsungPayDirect(payment)),
    given: [phone('samsung', { isDecrypted: 'yes' }), free],
    answer: paid,
  },
  "for a payment with a card scheme's token": {
    ...opened('../token/payment.do', { ...networkToken, orderNumber: paymentForm.orderNumber, amount }, (client) =>
      client.wallets.networkToken({ ...networkToken, orderNumber, amountMinor: amount }),
    ),
    given: [['the shop may handle card numbers'], free],
    answer: paid,
  },
});
