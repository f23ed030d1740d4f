import type { Values } from '../http/check-parameters.ts';
import type { MerchantCall } from '../http/endpoint.ts';
import type { ParameterTable } from '../http/parameter-table.ts';
import type { Unasked } from '../payments/check-card.ts';
import { type PaymentMeans, storedMeans, typedMeans } from '../payments/payment-means.ts';
import { usableBinding } from '../payments/stored-card.ts';
import { readTypedCard } from '../payments/typed-card.ts';

/** How calls that register and pay at once name a card. Source: BPC REST documentation, instant payment. */
export const sentCardParameters = {
  pan: { kind: 'secret', meaning: 'Card number; wins over bindingId.' },
  expiry: { kind: 'secret', meaning: 'YYYYMM.' },
  cvc: { kind: 'secret', meaning: 'Security code.' },
  cardholderName: { kind: 'secret', meaning: 'Cardholder.' },
  cardHolderName: { kind: 'secret', meaning: 'The same, as some manuals spell it.' },
  cardholder: { kind: 'secret', meaning: 'The same, for mail and telephone orders.' },
  seToken: { kind: 'secret', meaning: "Card data, encrypted with the gateway's key." },
  bindingId: { kind: 'secret', max: 255, meaning: 'Id of a stored card.' },
} as const satisfies ParameterTable;

/** What a call pays with. @throws Refused where card or stored card cannot be used. */
export const sentMeans = async (call: MerchantCall, unasked: readonly Unasked[]): Promise<PaymentMeans> => {
  const { context, values, merchant } = call;
  const { bindingId, clientId } = values;
  if (usesBinding(values)) {
    return storedMeans(await usableBinding(context, { merchant: merchant.login, clientId }, bindingId ?? ''));
  }
  const { pan = '', expiry = '', cvc = '', cardholderName, cardHolderName, cardholder, seToken } = values;
  const fields = { pan, expiry, cvc, holder: cardholderName ?? cardHolderName ?? cardholder ?? '' };
  return typedMeans(readTypedCard(context, { fields, seToken, unasked }));
};

export const usesBinding = ({ pan, seToken, bindingId }: Values): boolean =>
  pan === undefined && seToken === undefined && bindingId !== undefined;
