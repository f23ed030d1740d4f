import type { KnownEndpoint } from '../../endpoint.ts';
import {
  type ChargedOrder,
  chargeFields,
  readCharge,
  type StoredCardCharge,
  storedCardCharge,
} from '../../stored-card-charge.ts';

/** installmentPayment.do: one more instalment. A declined card is not refused: read `orderStatus`. */
export const installmentPayment: KnownEndpoint<StoredCardCharge, ChargedOrder> = {
  path: '../installmentPayment.do',
  repeat: 'never',
  body: 'json',
  input: storedCardCharge,
  fields: chargeFields,
  read: ({ orderId, orderStatus }) => readCharge(orderId, orderStatus),
};
