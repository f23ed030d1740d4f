import { wasDeclined } from '../domain/pay.ts';
import type { MerchantCall } from '../http/endpoint.ts';
import type { AttemptEnd } from '../payments/attempt-payment.ts';
import { walletPaymentData } from '../payments/wallet-answer.ts';
import { renderWalletDecline } from './json-answer.ts';
import { renderStatus } from './render-status.ts';

/**
 * What a call answers that paid with a wallet: `data` for a payment that went well, is pending, or goes on with 3-D Secure, `error` for
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
