export type { CallOptions } from './call-gateway.ts';
export type { Credentials, GatewayClientOptions } from './client-options.ts';
export type { WalkEnd } from './customer.ts';
export type { Endpoint } from './endpoint.ts';
export type { LegacyOrderStatusAnswer } from './endpoints/get-order-status.ts';
export type { OrderQuery } from './endpoints/get-order-status-extended.ts';
export type { RegisteredOrder } from './endpoints/register.ts';
export { GatewayClient } from './gateway-client.ts';
export {
  GatewayAnswerUnreadable,
  GatewayError,
  type GatewayErrorKind,
  GatewayHttpError,
  GatewayRefused,
  GatewayTimeout,
  GatewayUnreachable,
  WrongUse,
} from './gateway-errors.ts';
export type { CartItem, OrderBundle, OrderFeature, OrderRequest, PreAuthOrderRequest } from './order-request.ts';
export * from './order-status-answer.ts';
export { Payer, type PaymentWalk } from './payer.ts';
export { type Card, challengeCard, type PayerOptions } from './payer-options.ts';
export {
  type FinishedPayment,
  outcomeOf,
  type PaymentOutcome,
  type WaitForPaymentOptions,
} from './wait-for-payment.ts';
export type { WalkStep } from './walk.ts';
