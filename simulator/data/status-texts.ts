import type { OrderStatus } from '../domain/orders/order-status.ts';

/** The states of an order in plain words, for people who look into it. */
export const statusTexts = {
  created: 'registered, not paid yet',
  'acs-started': "the payer is at the issuer's page",
  approved: 'the money is held and not captured yet',
  deposited: 'paid',
  'partly-deposited': 'captured in part, the rest is held',
  reversed: 'reversed: the held money is free again',
  refunded: 'refunded, wholly or in part',
  declined: 'declined for good',
  pending: 'the outcome is not known yet',
} as const satisfies Record<OrderStatus, string>;
