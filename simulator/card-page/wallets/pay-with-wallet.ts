import type { MerchantContext } from '../../context.ts';
import { type AttemptEnd, attemptPayment } from '../../payments/attempt/attempt-payment.ts';
import type { PaymentRequest } from '../../payments/attempt/payment-request.ts';
import { openWalletToken } from '../../payments/wallets/open-wallet-token.ts';
import { readWalletData, type WalletName } from '../../payments/wallets/wallet-data.ts';
import { walletRequest } from '../../payments/wallets/wallet-request.ts';

type Said = Pick<PaymentRequest, 'order' | 'payerIp' | 'email' | 'phone' | 'requestedOutcome'>;

/** Pays a registered order with a wallet's token. @throws Refused as `attemptPayment`. */
export const payWithWallet = (
  context: MerchantContext,
  wallet: WalletName,
  paymentToken: string,
  said: Said,
): Promise<AttemptEnd> => {
  const data = openWalletToken(context, wallet, paymentToken);
  return attemptPayment(context, {
    ...walletRequest(context, wallet, data && readWalletData(wallet, data)),
    ...said,
    savesCard: false,
    makesTwoCalls: false,
  });
};
