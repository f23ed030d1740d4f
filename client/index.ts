export type { AtOncePayment, NextStep } from './at-once.ts';
export type { CallOptions } from './call-gateway.ts';
export type { CallMethod } from './call-method.ts';
export { type CallbackReceiver, type ReceivedCallback, startCallbackReceiver } from './callback-receiver.ts';
export type { BindingCalls } from './calls/bindings.ts';
export type { DirectCalls } from './calls/direct.ts';
export type { RecurringTaskCalls } from './calls/recurring-tasks.ts';
export type { TemplateCalls } from './calls/templates.ts';
export type { WalletCalls } from './calls/wallets.ts';
export { CallbackForged, type CallbackKey, type CheckedCallback, checkCallback } from './check-callback.ts';
export { checkJwtCallback, type JwtCallbackKey } from './check-jwt-callback.ts';
export type { Credentials, GatewayClientOptions } from './client-options.ts';
export type { WalkEnd } from './customer.ts';
export type { Endpoint, Repeat } from './endpoint.ts';
export type { AddedParams } from './endpoints/add-params.ts';
export type { ContinuedPayment } from './endpoints/continue-3ds.ts';
export type { NewStoredCard } from './endpoints/create-binding-no-payment.ts';
export type { Deposit } from './endpoints/deposit.ts';
export type { StoredCardExtension } from './endpoints/extend-binding.ts';
export type { Finished3ds } from './endpoints/finish-3ds-payment.ts';
export type { Finished3dsVer2 } from './endpoints/finish-3ds-ver2-payment.ts';
export type { StoredCardsQuery } from './endpoints/get-bindings.ts';
export type { StoredCardsByCardQuery } from './endpoints/get-bindings-by-card-or-id.ts';
export type { LastOrders, LastOrdersQuery, ListedState } from './endpoints/get-last-orders-for-merchants.ts';
export type { LegacyOrderStatusAnswer } from './endpoints/get-order-status.ts';
export {
  type InstantPayment,
  type InstantPaymentAnswer,
  type InstantPaymentState,
  instantPaymentState,
} from './endpoints/instant-payment.ts';
export type { InstantRefund, InstantRefundAnswer } from './endpoints/instant-refund.ts';
export type { MotoOrder, MotoPayment } from './endpoints/moto-payment.ts';
export type { StoredCardPayment } from './endpoints/payment-order-binding.ts';
export type { CardPayment } from './endpoints/paymentorder.ts';
export type { RawPositionRefund } from './endpoints/process-raw-position-refund.ts';
export type { RawSumRefund } from './endpoints/process-raw-sum-refund.ts';
export type { RecurringTaskChange, SkippedPayment, TaskQueries, TaskQuery } from './endpoints/recurring-tasks.ts';
export type { Refund } from './endpoints/refund.ts';
export type { RegisteredOrder } from './endpoints/register.ts';
export type { TemplateOrder } from './endpoints/register-by-template.ts';
export type { Reversal } from './endpoints/reverse.ts';
export type { GatewayKey } from './endpoints/se-keys.ts';
export type { OrderTemplate, TemplateAnswer, TemplateChange, TemplateParam } from './endpoints/templates.ts';
export type { TokenPaymentRequest } from './endpoints/token-payment.ts';
export type { CardVerification, VerifiedCard } from './endpoints/verify-card.ts';
export type { Enrolment, EnrolmentQuery } from './endpoints/verify-enrollment.ts';
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
export type { WalkStep } from './open-page.ts';
export type { OperationAnswer, OrderQuery } from './order-operation.ts';
export type { CartItem, OrderBundle, OrderFeature, OrderRequest, PreAuthOrderRequest } from './order-request.ts';
export * from './order-status-answer.ts';
export { Payer, type PaymentWalk } from './payer.ts';
export { type Card, challengeCard, type PayerOptions } from './payer-options.ts';
export { type PaymentAnswer, type PaymentStep, paymentStep } from './payment-answer.ts';
export type {
  NewRecurringTask,
  RecurringAttempt,
  RecurringTaskAnswer,
  TaskIdentifier,
  TaskState,
  TaskTimeUnit,
} from './recurring-task.ts';
export type { CallLine, SandboxOptions, Sent } from './sandbox/call-sandbox.ts';
export type {
  CallbackCalls,
  CallbackCounts,
  CallbackFilter,
  CallbackList,
  CallbackState,
  CallbackTry,
  ResentCallback,
  SandboxCallback,
} from './sandbox/callbacks.ts';
export type { ClockCalls, SandboxClock } from './sandbox/clock.ts';
export type { EventOptions, EventStream } from './sandbox/events.ts';
export type { Journal, JournalEntry, JournalFilter } from './sandbox/journal.ts';
export type {
  CallbackOperation,
  MerchantCallbacks,
  MerchantChanges,
  MerchantSettings,
  NewMerchant,
  SandboxMerchant,
  Whose,
} from './sandbox/merchant.ts';
export type {
  AttemptThreeDs,
  MaskedCard,
  OrderAttempt,
  OrderRefund,
  OrderState,
  OrderSummary,
  SandboxOrder,
} from './sandbox/order.ts';
export type { BankAct, OrderCalls, OrderFilter, OrderList } from './sandbox/orders.ts';
export type { ProviderState, ProviderStateCalls } from './sandbox/provider-states.ts';
export type {
  ActionCode,
  Confidence,
  ErrorCode,
  JsonDocument,
  ListedBank,
  ListedScenario,
  ReferenceCalls,
  TestCard,
  Texts,
} from './sandbox/reference.ts';
export type {
  CallbackEvent,
  ClockEvent,
  LostEvents,
  OrderEvent,
  RequestEvent,
  SandboxEvent,
} from './sandbox/sandbox-event.ts';
export { type ProblemDocument, SandboxProblem } from './sandbox/sandbox-problem.ts';
export type { MerchantState, PutStateOptions, StateCalls, StateThing } from './sandbox/state.ts';
export type {
  CallDifference,
  CallsInOrder,
  CountedCall,
  Verification,
  VerificationResult,
  WantedCall,
  WantedValue,
} from './sandbox/verification.ts';
export type { SandboxTokenRequest } from './sandbox/wallet-token.ts';
export { type GatewayOptions, SandboxClient } from './sandbox-client.ts';
export { makeSeToken, type SeTokenRequest } from './se-token.ts';
export type { SentCard } from './sent-card.ts';
export type { SigningKey } from './sign-request.ts';
export type { StoredCard, StoredCardQuery } from './stored-card.ts';
export type { ChargedOrder, StoredCardCharge } from './stored-card-charge.ts';
export {
  type FinishedPayment,
  outcomeOf,
  type PaymentOutcome,
  type WaitForPaymentOptions,
} from './wait-for-payment.ts';
export type { GoogleAmount, NamedWalletPayment, WalletPayment, WalletPaymentRequest } from './wallet-payment.ts';
export { makeWalletToken, type WalletName, type WalletTokenRequest } from './wallet-tokens.ts';
