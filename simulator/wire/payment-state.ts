import type { Bank } from '../banks/bank.ts';
import { paymentStates } from '../data/payment-states.ts';
import type { Order } from '../domain/orders/order.ts';
import { orderStatusNumbers } from '../domain/orders/order-status.ts';

/** BT's number for an order that was refunded in part; elsewhere 7 means pending. Source: Banca Transilvania's own plugins. */
const partlyRefunded = 7;

const isPartlyRefunded = ({ status, depositedMinor }: Order, { tellsPartRefunds }: Bank): boolean =>
  tellsPartRefunds && status === 'refunded' && depositedMinor > 0;

/** `orderStatus` as this bank counts. If 7 has another meaning, a pending order is still 0, which is a guess. */
export const statusNumber = (order: Order, bank: Bank): number => {
  if (bank.tellsPartRefunds && order.status === 'pending') return orderStatusNumbers.created;
  return isPartlyRefunded(order, bank) ? partlyRefunded : orderStatusNumbers[order.status];
};

/** The same for the old status call, which knows 0 to 6. Source: Alfa's Swagger; that a pending order is 0 is a guess. */
export const legacyStatusNumber = (order: Order, bank: Bank): number =>
  order.status === 'pending' ? orderStatusNumbers.created : statusNumber(order, bank);

/** `paymentState` as this bank calls it. VALIDATION_FINISHED for a card that was only checked is a guess from the name. */
export const paymentState = (order: Order, bank: Bank): string => {
  if (isPartlyRefunded(order, bank)) return 'PARTIALLY_REFUNDED';
  if (bank.tellsPartRefunds && order.status === 'reversed' && order.features.includes('VERIFY'))
    return 'VALIDATION_FINISHED';
  return paymentStates[order.status];
};
