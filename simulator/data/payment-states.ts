import type { OrderStatus } from '../domain/orders/order-status.ts';

/** `paymentState` by status. Source: BPC REST documentation; CREATED while the payer is at the issuer's page is a guess. */
export const paymentStates = {
  created: 'CREATED',
  'acs-started': 'CREATED',
  approved: 'APPROVED',
  deposited: 'DEPOSITED',
  reversed: 'REVERSED',
  refunded: 'REFUNDED',
  declined: 'DECLINED',
  pending: 'PENDING',
  'partly-deposited': 'MULTIPLE_INTERMEDIATE_DEPOSITED',
} as const satisfies Record<OrderStatus, string>;
