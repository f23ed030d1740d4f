import type { ParameterTable } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { type PaymentMeans, storedMeans, typedMeans } from '../../payments/attempt/payment-means.ts';
import { readCard, type Unasked } from '../../payments/cards/check-card.ts';
import { usableBinding } from '../../payments/cards/stored-card.ts';
import { openSeToken } from '../../payments/cards/typed-card.ts';

/** How calls that make their own order name a card. Source: BPC REST documentation, instant payment. */
export const sentCardParameters = {
  pan: { kind: 'secret', meaning: 'Card number; wins over seToken and bindingId.' },
  expiry: { kind: 'secret', meaning: 'YYYYMM.' },
  cvc: { kind: 'secret', meaning: 'Security code.' },
  cardholderName: { kind: 'secret', meaning: 'Cardholder.' },
  cardHolderName: { kind: 'secret', meaning: 'The same, as some manuals spell it.' },
  seToken: { kind: 'secret', meaning: "Card data or a stored card, encrypted with the gateway's key." },
  bindingId: { kind: 'secret', max: 255, meaning: 'Id of a stored card.' },
} as const satisfies ParameterTable;

/** An encrypted card may leave these out. Source: BPC REST documentation, seToken. */
const unaskedOfToken: readonly Unasked[] = ['cvc', 'cardholder'];

/** The payment means of a call. @throws Refused if the card or stored card cannot be used. */
export const sentMeans = async (call: MerchantCall, unasked: readonly Unasked[]): Promise<PaymentMeans> => {
  const { context, values } = call;
  const { pan, expiry = '', cvc = '', cardholderName, cardHolderName, cardholder, seToken } = values;
  const holder = cardholderName ?? cardHolderName ?? cardholder ?? '';
  const nowMs = context.clock.now();
  if (pan !== undefined) return typedMeans(readCard({ pan, expiry, cvc, holder }, nowMs, unasked));
  const opened = seToken === undefined ? undefined : openSeToken(context, seToken);
  const bindingId = opened?.bindingId ?? values['bindingId'];
  if (opened && (opened.pan !== '' || bindingId === undefined))
    return typedMeans(readCard({ ...opened, holder }, nowMs, unaskedOfToken));
  if (bindingId === undefined) throw new Refused('card-number-invalid');
  return sentBinding(call, bindingId, opened?.cvc || cvc);
};

/** The code of a stored card is not kept, so it can only be malformed. */
const sentBinding = async (
  { context, values, merchant }: MerchantCall,
  bindingId: string,
  cvc: string,
): Promise<PaymentMeans> => {
  if (cvc !== '' && !/^\d{3,4}$/.test(cvc)) throw new Refused('cvc-invalid');
  const { clientId } = values;
  return storedMeans(await usableBinding(context, { merchant: merchant.login, clientId }, bindingId));
};
