import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { everyParameter } from '../../http/read/parameters.ts';
import { payerValues, refuseMalformedPayerData } from '../../http/read/payer-values.ts';
import { type AttemptEnd, attemptPayment, continuePayment } from '../../payments/attempt/attempt-payment.ts';
import { ownResultPage } from '../../payments/orders/keep-order.ts';
import { openWalletToken } from '../../payments/wallets/open-wallet-token.ts';
import { readWalletData, type WalletCard, type WalletName } from '../../payments/wallets/wallet-data.ts';
import { walletRequest } from '../../payments/wallets/wallet-request.ts';
import { unpack } from '../../text/pack.ts';
import { serverTransIdOf } from '../../wire/card-parameters.ts';
import { keepNewOrder } from '../orders/register-order.ts';

/** The reasons for which these payments refuse. */
export const walletRefusals: MerchantEndpoint['refuses'] = [
  ...refusalGroups.registration,
  ...refusalGroups.orderById,
  ...refusalGroups.card,
  ...refusalGroups.payment,
];

/** Registers an order and pays it with a token that the wallet made for the gateway. */
export const payWithToken = (call: MerchantCall, wallet: WalletName): Promise<AttemptEnd> => {
  const data = openWalletToken(call.context, wallet, call.values['paymentToken'] ?? '');
  return payWithWallet(call, wallet, data && readWalletData(wallet, data));
};

/** The same with what was in the token, in Base64: the merchant has opened it by itself. */
export const payWithOpenToken = (call: MerchantCall, wallet: WalletName): Promise<AttemptEnd> => {
  const data = unpack(call.values['paymentToken']);
  return payWithWallet(call, wallet, data && readWalletData(wallet, data));
};

/**
 * Registers an order and pays it with a wallet's card, or continues one that waits for the second call. If no card can
 * be read, the order is registered and declined. Guesses: this decline, its amount of 0 if only the token has the amount,
 * and the single attempt.
 */
export const payWithWallet = async (
  call: MerchantCall,
  wallet: WalletName | 'token',
  card: WalletCard | undefined,
): Promise<AttemptEnd> => {
  const { values, context, ip } = call;
  const serverTransId = serverTransIdOf(values);
  if (serverTransId !== undefined) return goOn(call, serverTransId);
  // A card that cannot be used must not use up the order number.
  const request = walletRequest(context, wallet, card);
  const isPriceless = values['amount'] === undefined && card === undefined;
  const order = await keepNewOrder(asRegistration(call, card), {
    isPreAuth: isTrue(values['preAuth']),
    attemptsAllowed: 1,
    ...(isPriceless && { amountMinor: 0 }),
  });
  return attemptPayment(context, {
    ...request,
    order,
    payerIp: values['ip'] ?? ip,
    savesCard: true,
    makesTwoCalls: true,
    ...payerValues(values),
  });
};

const goOn = async ({ context, merchant }: MerchantCall, serverTransId: string): Promise<AttemptEnd> => {
  const order = await context.store.orders.findByServerTransId(serverTransId);
  if (!order) throw new Refused('order-not-found');
  if (order.merchant !== merchant.login) throw new Refused('other-merchant');
  return continuePayment(context, order);
};

/** The call as register.do would have it. */
const asRegistration = (call: MerchantCall, card: WalletCard | undefined): MerchantCall => {
  const { values, parameters } = call;
  refuseMalformedPayerData(values);
  // Source: BPC REST documentation, Apple Pay direct.
  if (card?.price?.amountMinor && everyParameter(parameters, 'features').includes('VERIFY'))
    throw new Refused('amount-invalid');
  return {
    ...call,
    values: {
      ...values,
      amount: values['amount'] ?? card?.price?.amountMinor.toString(),
      currency: values['currency'] ?? values['currencyCode'] ?? card?.price?.currency,
      returnUrl: values['returnUrl'] ?? ownResultPage,
      jsonParams: values['jsonParams'] ?? values['additionalParameters'],
      merchantLogin: values['merchant'],
    },
  };
};
