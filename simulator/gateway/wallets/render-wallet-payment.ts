import type { Bank } from '../../banks/bank.ts';
import type { AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { wasDeclined } from '../../domain/orders/pay.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import type { AttemptEnd } from '../../payments/attempt/attempt-payment.ts';
import { walletDataFields, walletPaymentData } from '../../wire/wallet-answer.ts';
import { renderWalletDecline } from '../answers/render-json-refusal.ts';
import { renderStatus } from '../status/render-status.ts';
import { statusShape } from '../status/status-shape.ts';

/**
 * The answer to a payment with a wallet: `data` for a payment that succeeded, is pending or continues with 3-D Secure, `error` for
 * one that was declined. Google's calls do not repeat the status. Source: BPC REST documentation, wallets.
 */
export const renderWalletPayment = (call: MerchantCall, end: AttemptEnd, extent?: 'with-status'): object => {
  const { context, language } = call;
  const { next, order } = end;
  if (next === 'finished' && wasDeclined(order)) return renderWalletDecline(order, language);
  return {
    success: true,
    data: walletPaymentData({ ...call, isShopPage: true }, end),
    ...(extent && { orderStatus: renderStatus(order, context.bank, language) }),
  };
};

const paidFields: AnswerTable = {
  success: { kind: 'flag', values: [true] },
  data: { kind: 'object', fields: walletDataFields },
};

/** The answer of `renderWalletPayment` unless the payment was declined. */
export const walletPaymentShape = (): AnswerShape => ({ name: 'WalletPayment', fields: paidFields });

export const walletPaymentWithStatusShape = (bank: Bank): AnswerShape => ({
  name: 'WalletPaymentWithStatus',
  fields: { ...paidFields, orderStatus: { kind: 'object', shape: statusShape(bank) } },
});
