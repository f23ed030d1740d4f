import { actionCodeText } from '../data/action-codes.ts';
import type { AnswerTable } from '../data/answer-table.ts';
import { displayMessage } from '../data/display-messages.ts';
import type { Order } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import type { AttemptEnd } from '../payments/attempt/attempt-payment.ts';
import { type Asker, paymentFormResult, threeDsStepFields } from './payment-form-result.ts';

/** The fields of `walletPaymentData`. Source for 3-D Secure: BPC REST documentation, Google Pay; public clients of RBS gateways for `packedCReq`. */
export const walletDataFields: AnswerTable = {
  orderId: { kind: 'text' },
  bindingId: { kind: 'text', optional: true },
  ...threeDsStepFields,
};

/** `data` of a wallet's payment: the order, the stored card, and the payer's next page. */
export const walletPaymentData = (asker: Asker, end: AttemptEnd): object => {
  const { id: orderId, bindingId } = end.order;
  const steps = end.next === 'finished' ? [] : Object.entries(paymentFormResult(asker, end));
  return {
    orderId,
    ...(bindingId !== undefined && { bindingId }),
    ...Object.fromEntries(steps.filter(([name]) => name in threeDsStepFields)),
  };
};

/** `error` of a wallet's payment that was declined: for people who look for the reason, and for the payer. Source: BPC REST documentation, wallets. */
export const declineError = ({ actionCode }: Order, language: PageLanguage): object => ({
  code: 1,
  description: actionCodeText(actionCode, language),
  message: displayMessage(actionCode, language),
});
