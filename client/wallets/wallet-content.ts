import { randomBytes } from 'node:crypto';
import type { Card } from '../customer/payer-habits.ts';
import { challengeCard, shortExpiry } from '../customer/payer-options.ts';
import { minorUnits } from '../gateway/encode-form.ts';
import { given } from '../options/given.ts';
import type { WalletName, WalletTokenRequest } from './wallet-token-request.ts';

/** The content of a phone's token. Source: Apple's, Google's and Samsung's descriptions of their tokens. */
export const walletContent = (asked: WalletTokenRequest): object => contents[asked.wallet](asked, cardOf(asked));

interface PhoneCard {
  readonly pan: string;
  /** MM. */
  readonly month: string;
  /** YY. */
  readonly year: string;
  readonly holder: string;
}

/** The published card without 3-D Secure. Source: BPC sandbox documentation, test cards. */
const plainCard: Card = { ...challengeCard, pan: '4444555511113333' };

const cardOf = ({ card, authMethod }: WalletTokenRequest): PhoneCard => {
  const { pan, expiry, holder } = { ...(authMethod === 'PAN_ONLY' ? challengeCard : plainCard), ...given(card ?? {}) };
  const [month = '', year = ''] = shortExpiry(expiry).split('/');
  return { pan, month, year, holder };
};

type Content = (asked: WalletTokenRequest, card: PhoneCard) => object;

const apple: Content = ({ currency, amountMinor }, { pan, month, year, holder }) => ({
  applicationPrimaryAccountNumber: pan,
  applicationExpirationDate: `${year}${month}${lastDay(month, year)}`,
  currencyCode: currency,
  transactionAmount: minorUnits('amountMinor', amountMinor),
  cardholderName: holder,
  deviceManufacturerIdentifier: '050110030273',
  paymentDataType: '3DSecure',
  paymentData: { onlinePaymentCryptogram: cryptogram(), eciIndicator: eciOf(pan) },
});

const lastDay = (month: string, year: string): number =>
  new Date(Date.UTC(2000 + Number(year), Number(month), 0)).getUTCDate();

/** How long a token of Google can be used. */
const lifeMs = 7 * 24 * 3_600_000;

const google: Content = ({ authMethod = 'CRYPTOGRAM_3DS', nowMs = Date.now() }, { pan, month, year }) => ({
  gatewayMerchantId: 'tillbox',
  messageExpiration: String(nowMs + lifeMs),
  messageId: randomBytes(36).toString('base64url'),
  paymentMethod: 'CARD',
  paymentMethodDetails: {
    pan,
    expirationMonth: Number(month),
    expirationYear: 2000 + Number(year),
    authMethod,
    ...(authMethod === 'CRYPTOGRAM_3DS' && { cryptogram: cryptogram(), eciIndicator: eciOf(pan) }),
  },
});

const samsung: Content = ({ currency, amountMinor, nowMs = Date.now() }, { pan, month, year }) => ({
  amount: String(minorUnits('amountMinor', amountMinor)),
  currency_code: currency,
  utc: String(nowMs),
  eci_indicator: eciOf(pan),
  tokenPAN: pan,
  tokenPanExpiration: `${month}${year}`,
  cryptogram: cryptogram(),
});

const contents: Readonly<Record<WalletName, Content>> = { apple, google, samsung };

/** ECI of a payer who has proved who they are: Mastercard's and Mir's, and that of all others. */
const eciOf = (pan: string): string => (/^[25]/.test(pan) ? '02' : '05');

const cryptogram = (): string => randomBytes(20).toString('base64');
