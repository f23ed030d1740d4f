import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import type { WalletName } from '../../payments/wallets/wallet-data.ts';
import { renderWalletRefusal } from '../answers/render-json-refusal.ts';
import { renderWalletPayment, walletPaymentShape, walletPaymentWithStatusShape } from './render-wallet-payment.ts';
import { googleParameters, walletDirectParameters, walletParameters } from './wallet-parameters.ts';
import { payWithOpenToken, payWithToken, walletRefusals } from './wallet-payment.ts';

/** Registers an order and pays it. `opened`: the merchant has opened the token by itself. Google's calls do not repeat the status. */
const endpoint = (facts: EndpointFacts, wallet: WalletName, token: 'sealed' | 'opened'): MerchantEndpoint => {
  const isSealed = token === 'sealed';
  const isGoogle = wallet === 'google';
  return {
    ...facts,
    access: isSealed ? 'named-merchant' : 'merchant',
    body: 'json',
    parameters: { ...(isSealed ? walletParameters : walletDirectParameters), ...(isGoogle && googleParameters) },
    refuses: [...walletRefusals],
    renderRefusal: renderWalletRefusal,
    shape: isGoogle ? walletPaymentShape : walletPaymentWithStatusShape,
    answer: async (call) => {
      const end = await (isSealed ? payWithToken : payWithOpenToken)(call, wallet);
      return renderWalletPayment(call, end, isGoogle ? undefined : 'with-status');
    },
  };
};

export const applePayPayment = endpoint(
  {
    path: 'applepay/payment.do',
    meaning:
      'Apple Pay. Takes tokens that tillbox makes (`POST /sandbox/wallet-tokens`), and checks no signature. The treatment of a token that cannot be read is a guess.',
    meaningInRussian:
      'Apple Pay. Принимает токены, которые создаёт tillbox (`POST /sandbox/wallet-tokens`), и не проверяет подписи. Что делать с нечитаемым токеном — предположение.',
    source: 'bpc-rest',
  },
  'apple',
  'sealed',
);

export const applePayDirect = endpoint(
  {
    path: 'applepay/paymentDirect.do',
    meaning: 'Apple Pay, decrypted token.',
    meaningInRussian: 'Apple Pay, расшифрованный токен.',
    source: 'bpc-rest',
  },
  'apple',
  'opened',
);

export const googlePayPayment = endpoint(
  {
    path: 'google/payment.do',
    meaning: 'Google Pay, as Apple Pay. The answer to the second call of 3-D Secure 2 is a guess.',
    meaningInRussian: 'Google Pay, как Apple Pay. Ответ на второй вызов 3-D Secure 2 — предположение.',
    source: 'bpc-rest',
  },
  'google',
  'sealed',
);

export const googlePayDirect = endpoint(
  {
    path: 'google/paymentDirect.do',
    meaning: 'Google Pay, decrypted token.',
    meaningInRussian: 'Google Pay, расшифрованный токен.',
    source: 'bpc-rest',
  },
  'google',
  'opened',
);

export const samsungPayPayment = endpoint(
  {
    path: 'samsung/payment.do',
    meaning: 'Samsung Pay, as Apple Pay.',
    meaningInRussian: 'Samsung Pay, как Apple Pay.',
    source: 'bpc-rest',
  },
  'samsung',
  'sealed',
);

export const samsungPayDirect = endpoint(
  {
    path: 'samsung/paymentDirect.do',
    meaning: 'Samsung Pay, decrypted token.',
    meaningInRussian: 'Samsung Pay, расшифрованный токен.',
    source: 'bpc-rest',
  },
  'samsung',
  'opened',
);
