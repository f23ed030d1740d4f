import type { KnownEndpoint } from '../../endpoint.ts';
import { objectOf } from '../../read-answer.ts';
import {
  type ChargedOrder,
  chargeFields,
  readCharge,
  type StoredCardCharge,
  storedCardCharge,
} from '../../stored-card-charge.ts';

/**
 * recurrentPayment.do: one more payment of a subscription. A declined card is refused, with code 1; the order's status is
 * to be had by its number. A repeat would be refused for its number, so there is none.
 */
export const recurrentPayment: KnownEndpoint<StoredCardCharge, ChargedOrder> = {
  path: '../recurrentPayment.do',
  repeat: 'never',
  body: 'json',
  input: storedCardCharge,
  fields: chargeFields,
  read: ({ data, orderStatus }) => readCharge(objectOf(data)['orderId'], orderStatus),
};
