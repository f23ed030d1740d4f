import { credentialParameters, type ParameterTable, type Values } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { jsonObject } from '../../http/read/check-parameters.ts';
import type { WalletCard } from '../../payments/wallets/wallet-data.ts';
import { plainText } from '../../text/plain-text.ts';
import { renderWalletRefusal } from '../answers/render-json-refusal.ts';
import { renderWalletPayment, walletPaymentWithStatusShape } from './render-wallet-payment.ts';
import { paidByCallParameters, walletOrderParameters } from './wallet-parameters.ts';
import { payWithWallet, walletRefusals } from './wallet-payment.ts';

/** The fields of `readToken`. */
const tokenFields = {
  dpan: { kind: 'secret', required: true, meaning: 'The number that stands for the card.' },
  MM: { kind: 'secret', required: true, meaning: 'Month of the expiry date, two digits.' },
  YYYY: { kind: 'secret', required: true, meaning: 'Year of the expiry date.' },
  tokenCryptogram: { kind: 'secret', meaning: 'Replaces 3-D Secure.' },
  eci: { kind: 'digits', max: 2, meaning: 'Electronic commerce indicator.' },
} as const satisfies ParameterTable;

export const tokenPayment: MerchantEndpoint = {
  path: 'token/payment.do',
  meaning: 'Network token. That its cryptogram replaces 3-D Secure is a guess.',
  meaningInRussian: 'Сетевой токен. То, что его криптограмма заменяет 3-D Secure, — предположение.',
  source: 'bpc-rest',
  access: 'merchant',
  body: 'json',
  parameters: {
    ...credentialParameters,
    merchant: { kind: 'text', max: 255, meaning: 'The merchant that the order belongs to.' },
    tokenType: { kind: 'text', required: true, meaning: 'MDES, VTS, APPLE, GOOGLE or SAMSUNG.' },
    paymentData: { kind: 'secret', required: true, meaning: 'The token.', fields: tokenFields },
    cvc: { kind: 'secret', meaning: 'Security code.' },
    cardholderName: { kind: 'secret', meaning: 'Cardholder.' },
    cardHolderName: { kind: 'secret', meaning: 'The same, as the sample spells it.' },
    orderNumber: {
      kind: 'text',
      min: 1,
      max: 36,
      malformed: 'order-number-invalid',
      meaning: "The shop's own number of the order.",
    },
    orderId: { kind: 'secret', max: 36, meaning: 'Second call: the order of the first.' },
    currency: { kind: 'currency', meaning: 'ISO 4217 numeric.' },
    jsonParams: { kind: 'json', meaning: 'Further parameters, echoed in the status; `scenario` names the outcome.' },
    ...walletOrderParameters,
    ...paidByCallParameters,
  },
  refuses: [...walletRefusals],
  renderRefusal: renderWalletRefusal,
  shape: walletPaymentWithStatusShape,
  answer: async (call) =>
    renderWalletPayment(call, await payWithWallet(call, 'token', readToken(call.values)), 'with-status'),
};

/** Source: BPC REST documentation, tokenized payment. */
const tokenTypes: ReadonlySet<string> = new Set(['MDES', 'VTS', 'APPLE', 'GOOGLE', 'SAMSUNG']);

const readToken = ({ tokenType = '', paymentData, cvc = '', cardholderName, cardHolderName }: Values): WalletCard => {
  if (!tokenTypes.has(tokenType)) throw new Refused('value-invalid', { field: 'tokenType' });
  const { dpan, MM, YYYY, tokenCryptogram, eci } = jsonObject(paymentData, 'paymentData') ?? {};
  const expiry = `${plainText(YYYY)}${plainText(MM).padStart(2, '0')}`;
  const fields = { pan: plainText(dpan), expiry, cvc, holder: cardholderName ?? cardHolderName ?? '' };
  const isTokenised = tokenCryptogram !== undefined;
  return { fields, isTokenised, ...(/^\d{1,2}$/.test(plainText(eci)) && { eci: Number(eci) }) };
};
