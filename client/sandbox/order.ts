import type { Schemas } from './control-api.ts';

/** An order in a list. Amounts are in minor units, times ISO 8601 by the merchant's clock. */
export type OrderSummary = Schemas['OrderSummary'];

/** All about one order. */
export type SandboxOrder = Schemas['Order'];

/** The states of an order by name. Source: BPC REST documentation, getOrderStatusExtended.do. */
export type OrderState = SandboxOrder['status'];

/** One try to pay an order. */
export type OrderAttempt = Schemas['Attempt'];

export type MaskedCard = Schemas['MaskedCard'];

export type AttemptThreeDs = Schemas['ThreeDs'];

export type OrderRefund = Schemas['Refund'];
