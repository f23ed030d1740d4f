import { currencyNumber } from '../../data/currencies.ts';
import { plainText } from '../../text/plain-text.ts';
import type { TypedFields } from '../cards/check-card.ts';

export type WalletName = 'apple' | 'google' | 'samsung';

/** The content of a wallet's token. */
export type WalletData = Readonly<Record<string, unknown>>;

export interface WalletCard {
  /** Without a CVC: a wallet has none. */
  readonly fields: TypedFields;
  /** The number belongs to the phone, and a cryptogram proves the payer; otherwise it is the card's. */
  readonly isTokenised: boolean;
  readonly eci?: number;
  /** The price that the payer agreed to, if the token has it. */
  readonly price?: { readonly amountMinor: number; readonly currency: string };
}

/** Undefined without a card, or without an amount that the wallet must send. */
export const readWalletData = (wallet: WalletName, data: WalletData): WalletCard | undefined => readers[wallet](data);

type Read = (data: WalletData) => WalletCard | undefined;

/** Source: BPC REST documentation, Apple Pay direct; Apple, payment token format reference. The date is YYMMDD. */
const apple: Read = (data) => {
  const price = priceOf(data['transactionAmount'], data['currencyCode']);
  const expiry = `20${plainText(data['applicationExpirationDate']).slice(0, 4)}`;
  const card = cardOf(data['applicationPrimaryAccountNumber'], expiry, data['cardholderName']);
  // Apple's numbers always belong to the phone.
  return (
    price && card && { ...card, isTokenised: true, price, ...eciOf(objectIn(data, 'paymentData')['eciIndicator']) }
  );
};

/** Source: BPC REST documentation, Google Pay direct; Google Pay, payment data cryptography, whose ECv1 has names of its own. */
const google: Read = (data) => {
  const details = objectIn(data, 'paymentMethodDetails');
  const month = plainText(details['expirationMonth']).padStart(2, '0');
  const card = cardOf(details['pan'] ?? details['dpan'], `${plainText(details['expirationYear'])}${month}`);
  const isTokenised = data['paymentMethod'] === 'TOKENIZED_CARD' || details['authMethod'] === 'CRYPTOGRAM_3DS';
  return card && { ...card, isTokenised, ...eciOf(details['eciIndicator'] ?? details['3dsEciIndicator']) };
};

/** Source: BPC REST documentation, Samsung Pay direct. That the date is MMYY and the amount in minor units: public clients of RBS gateways. */
const samsung: Read = (data) => {
  const price = priceOf(data['amount'], data['currency_code']);
  const [, month = '', year = ''] = /^(\d\d)(\d\d)$/.exec(plainText(data['tokenPanExpiration'])) ?? [];
  const card = cardOf(data['tokenPAN'], `20${year}${month}`, data['cardholder_name']);
  return price && card && { ...card, isTokenised: true, price, ...eciOf(data['eci_indicator']) };
};

const readers: Readonly<Record<WalletName, Read>> = { apple, google, samsung };

const objectIn = (data: WalletData, name: string): WalletData => {
  const value = data[name];
  return typeof value === 'object' && value !== null ? (value as WalletData) : {};
};

const cardOf = (pan: unknown, expiry: string, holder?: unknown): Pick<WalletCard, 'fields'> | undefined =>
  typeof pan === 'string' ? { fields: { pan, expiry, cvc: '', holder: plainText(holder) } } : undefined;

/** `currency` by its number or its letters: Samsung's own tokens have letters. */
const priceOf = (amount: unknown, currency: unknown): WalletCard['price'] => {
  const text = plainText(currency);
  const numeric = currencyNumber(text);
  const isAmount = /^\d{1,12}$/.test(plainText(amount));
  return isAmount && /^\d{3}$/.test(numeric) ? { amountMinor: Number(amount), currency: numeric } : undefined;
};

const eciOf = (eci: unknown): { readonly eci?: number } =>
  /^\d{1,2}$/.test(plainText(eci)) ? { eci: Number(eci) } : {};
