import { actionCodeText } from '../../data/action-codes.ts';
import { optionalRows } from '../../data/answer-table.ts';
import { successText } from '../../data/error-codes.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { everyParameter } from '../../http/read/parameters.ts';
import { ownResultPage } from '../../payments/orders/keep-order.ts';
import { paymentFormFields, paymentFormResult } from '../../wire/payment-form-result.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { atOnceParameters, payAtOnce, payAtOnceRefusals } from './pay-at-once.ts';

/**
 * The order ends as reversed. A missing amount is 0, as in the manual's sample. A declined card ends the order at once,
 * which is a guess.
 */
export const verifyCard: MerchantEndpoint = {
  path: 'rest/verifyCard.do',
  meaning: 'Checks a card without charging it.',
  meaningInRussian: 'Проверяет карту, ничего не списывая.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'card-data',
  acceptsToken: true,
  parameters: {
    ...atOnceParameters,
    orderNumber: {
      kind: 'text',
      min: 1,
      max: 36,
      malformed: 'order-number-invalid',
      meaning: "The shop's own number; generated if it is missing.",
    },
    amount: { kind: 'amount', meaning: 'Amount in minor units; may be 0.' },
  },
  refuses: [...payAtOnceRefusals],
  renderRefusal,
  shape: () => ({
    name: 'CardVerification',
    fields: {
      ...paymentFormFields,
      errorCode: { kind: 'text', values: ['0'] },
      orderId: { kind: 'text' },
      orderNumber: { kind: 'text' },
      ...verificationFields,
    },
  }),
  answer: async (call) => {
    const given = { isPreAuth: false, attemptsAllowed: 1 };
    const end = await payAtOnce(asVerification(call), { given, unasked: ['cardholder'] });
    if (end.next === 'finished') return renderVerification(end.order, call.language);
    const { id: orderId, orderNumber } = end.order;
    return { ...paymentFormResult({ ...call, isShopPage: true }, end), errorCode: '0', orderId, orderNumber };
  },
};

/** The call takes no order number, so there is one even at a bank that generates none. */
const asVerification = (call: MerchantCall): MerchantCall => ({
  ...call,
  values: { backUrl: ownResultPage, amount: '0', orderNumber: call.context.ids.orderNumber(), ...call.values },
  parameters: { ...call.parameters, features: [...everyParameter(call.parameters, 'features'), 'VERIFY'] },
});

/** There when the verification is over. */
const verificationFields = optionalRows({
  rrn: { kind: 'text' },
  authCode: { kind: 'text' },
  actionCode: { kind: 'number', meaning: '0 approved.' },
  actionCodeDescription: { kind: 'text' },
  time: { kind: 'number' },
  eci: { kind: 'text' },
  amount: { kind: 'number' },
  currency: { kind: 'text' },
});

/** Source: BPC REST documentation, verifyCard.do: `eci` is a text here. */
const renderVerification = (order: Order, language: PageLanguage): object => {
  const attempt = lastAttempt(order);
  const authorisation = attempt?.authorisation;
  const { actionCode } = order;
  return {
    errorCode: '0',
    errorMessage: successText(language),
    orderId: order.id,
    orderNumber: order.orderNumber,
    ...(authorisation && { rrn: authorisation.referenceNumber }),
    ...(authorisation?.approvalCode !== undefined && { authCode: authorisation.approvalCode }),
    actionCode,
    actionCodeDescription: actionCode === 0 ? '' : actionCodeText(actionCode, language),
    time: authorisation?.atMs ?? attempt?.startedAtMs ?? order.registeredAtMs,
    ...(authorisation && { eci: String(authorisation.eci).padStart(2, '0') }),
    amount: order.amountMinor,
    currency: order.currency,
  };
};
