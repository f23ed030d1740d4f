import type { Endpoint } from '../../endpoint.ts';
import { type ChargedOrder, chargeFields, readCharge, type StoredCardCharge } from '../../stored-card-charge.ts';

/** installmentPayment.do: one more instalment. A declined card is no refusal here: `orderStatus` tells. A repeat would be refused for its number, so there is none. */
export const installmentPayment: Endpoint<StoredCardCharge, ChargedOrder> = {
  path: '../installmentPayment.do',
  repeat: 'never',
  body: 'json',
  fields: chargeFields,
  read: ({ orderId, orderStatus }) => readCharge(orderId, orderStatus),
};
