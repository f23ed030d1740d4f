export type { CallOptions } from './call-gateway.ts';
export { type CallbackReceiver, type ReceivedCallback, startCallbackReceiver } from './callback-receiver.ts';
export { CallbackForged, type CallbackKey, type CheckedCallback, checkCallback } from './check-callback.ts';
export { checkJwtCallback, type JwtCallbackKey } from './check-jwt-callback.ts';
export type { Credentials, GatewayClientOptions } from './client-options.ts';
export type { WalkEnd } from './customer.ts';
export type { Endpoint, Repeat } from './endpoint.ts';
export type { AddedParams } from './endpoints/add-params.ts';
export type { Deposit } from './endpoints/deposit.ts';
export type { LastOrders, LastOrdersQuery, ListedState } from './endpoints/get-last-orders-for-merchants.ts';
export type { LegacyOrderStatusAnswer } from './endpoints/get-order-status.ts';
export type { Refund } from './endpoints/refund.ts';
export type { RegisteredOrder } from './endpoints/register.ts';
export type { Reversal } from './endpoints/reverse.ts';
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
export type { OperationAnswer, OrderQuery } from './order-operation.ts';
export type { CartItem, OrderBundle, OrderFeature, OrderRequest, PreAuthOrderRequest } from './order-request.ts';
export * from './order-status-answer.ts';
export { Payer, type PaymentWalk } from './payer.ts';
export { type Card, challengeCard, type PayerOptions } from './payer-options.ts';
export { type PaymentAnswer, type PaymentStep, paymentStep } from './payment-answer.ts';
export {
  type FinishedPayment,
  outcomeOf,
  type PaymentOutcome,
  type WaitForPaymentOptions,
} from './wait-for-payment.ts';
export type { WalkStep } from './walk.ts';
