import { actionCodeRow } from '../../data/action-codes.ts';
import { noAttemptYet } from '../../domain/orders/order.ts';
import { type OrderStatus, orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { actionCodeGroupTitles } from '../choice/outcomes.ts';

const statusWords: Readonly<Record<OrderStatus, string>> = {
  created: 'open, not paid',
  approved: 'the money is held',
  deposited: 'paid',
  reversed: 'given free',
  refunded: 'refunded',
  'acs-started': 'open, the payer is at the issuer',
  declined: 'declined for good',
  pending: 'pending, not decided yet',
  'partly-deposited': 'captured in part',
};

const placeWords: Readonly<Record<string, string>> = {
  shop: 'back at the shop',
  page: 'on the payment page',
  acs: "on the issuer's page",
  'error-page': 'before an error page',
  closed: 'with the window closed',
  elsewhere: 'somewhere else',
};

/** `6, declined for good` */
export const statusInWords = (orderStatus: number): string => {
  const found = Object.entries(orderStatusNumbers).find(([, number]) => number === orderStatus);
  return found ? `${orderStatus}, ${statusWords[found[0] as OrderStatus]}` : String(orderStatus);
};

/** `116, insufficient-funds: Insufficient funds (Declined by the issuer)` */
export const codeInWords = (actionCode: number): string => {
  const row = actionCodeRow(actionCode);
  if (!row) return String(actionCode);
  const isDecline = row.group !== 'approved' && actionCode !== noAttemptYet;
  const group = isDecline ? ` (${actionCodeGroupTitles[row.group]})` : '';
  return `${actionCode}, ${row.name}: ${row.en}${group}`;
};

export const placeInWords = (payer: string): string => placeWords[payer] ?? payer;
