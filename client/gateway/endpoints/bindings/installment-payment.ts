import type { Endpoint } from '../../endpoint.ts';
import { type ChargedOrder, chargeFields, readCharge, type StoredCardCharge } from '../../stored-card-charge.ts';

/** installmentPayment.do: one more instalment. A declined card is not refused: read `orderStatus`. */
export const installmentPayment: Endpoint<StoredCardCharge, ChargedOrder> = {
  path: '../installmentPayment.do',
  repeat: 'never',
  body: 'json',
  fields: chargeFields,
  read: ({ orderId, orderStatus }) => readCharge(orderId, orderStatus),
};
