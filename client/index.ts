export {
  type CallbackReceiver,
  type CallbackReceiverOptions,
  type ReceivedCallback,
  startCallbackReceiver,
} from './callbacks/callback-receiver.ts';
export { CallbackForged, type CallbackKey, type CheckedCallback, checkCallback } from './callbacks/check-callback.ts';
export { checkJwtCallback, type JwtCallbackKey } from './callbacks/check-jwt-callback.ts';
export type { WalkEnd } from './customer/customer.ts';
export { type Entries, fillForm } from './customer/fill-form.ts';
export type { WalkStep } from './customer/open-page.ts';
export { Payer, type PaymentWalk } from './customer/payer.ts';
export type { Card, PayerHabits } from './customer/payer-habits.ts';
export { challengeCard, type PayerOptions } from './customer/payer-options.ts';
export type { FormButton, FormField, PageForm } from './customer/read-form.ts';
export { type GatewayPage, readPage } from './customer/read-page.ts';
export { type ActionCodeNumber, actionCode } from './gateway/action-code.ts';
export type * from './gateway/at-once.ts';
export type { CallOptions } from './gateway/call-gateway.ts';
export type { CallMethod } from './gateway/call-method.ts';
export type { BindingCalls } from './gateway/calls/bindings.ts';
export type { DirectCalls } from './gateway/calls/direct.ts';
export type { RecurringTaskCalls } from './gateway/calls/recurring-tasks.ts';
export type { TemplateCalls } from './gateway/calls/templates.ts';
export type { WalletCalls } from './gateway/calls/wallets.ts';
export type { Credentials, GatewayClientOptions } from './gateway/client-options.ts';
export type { Endpoint, Repeat } from './gateway/endpoint.ts';
export type { NewStoredCard } from './gateway/endpoints/bindings/create-binding-no-payment.ts';
export type { StoredCardExtension } from './gateway/endpoints/bindings/extend-binding.ts';
export type { StoredCardsQuery } from './gateway/endpoints/bindings/get-bindings.ts';
export type { StoredCardsByCardQuery } from './gateway/endpoints/bindings/get-bindings-by-card-or-id.ts';
export type { StoredCardPayment } from './gateway/endpoints/bindings/payment-order-binding.ts';
export type { ContinuedPayment } from './gateway/endpoints/direct/continue-3ds.ts';
export type { Finished3ds } from './gateway/endpoints/direct/finish-3ds-payment.ts';
export type { Finished3dsVer2 } from './gateway/endpoints/direct/finish-3ds-ver2-payment.ts';
export {
  type InstantPayment,
  type InstantPaymentAnswer,
  type InstantPaymentState,
  instantPaymentState,
} from './gateway/endpoints/direct/instant-payment.ts';
export type { MotoOrder, MotoPayment } from './gateway/endpoints/direct/moto-payment.ts';
export type { CardPayment } from './gateway/endpoints/direct/paymentorder.ts';
export type { GatewayKey } from './gateway/endpoints/direct/se-keys.ts';
export type { CardVerification, VerifiedCard } from './gateway/endpoints/direct/verify-card.ts';
export type { Enrolment, EnrolmentQuery } from './gateway/endpoints/direct/verify-enrollment.ts';
export type { Deposit } from './gateway/endpoints/money/deposit.ts';
export type { InstantRefund, InstantRefundAnswer } from './gateway/endpoints/money/instant-refund.ts';
export type { RawPositionRefund } from './gateway/endpoints/money/process-raw-position-refund.ts';
export type { RawSumRefund } from './gateway/endpoints/money/process-raw-sum-refund.ts';
export type { Refund } from './gateway/endpoints/money/refund.ts';
export type { Reversal } from './gateway/endpoints/money/reverse.ts';
export type { AddedParams } from './gateway/endpoints/orders/add-params.ts';
export type { RegisteredOrder } from './gateway/endpoints/orders/register.ts';
export type { Acknowledgement } from './gateway/endpoints/status/acknowledge-transaction.ts';
export type {
  LastOrders,
  LastOrdersQuery,
  ListedState,
} from './gateway/endpoints/status/get-last-orders-for-merchants.ts';
export type { LegacyOrderStatusAnswer } from './gateway/endpoints/status/get-order-status.ts';
export type { TemplateOrder } from './gateway/endpoints/templates/register-by-template.ts';
export type {
  OrderTemplate,
  TemplateAnswer,
  TemplateChange,
  TemplateParam,
} from './gateway/endpoints/templates/templates.ts';
export type { TokenPaymentRequest } from './gateway/endpoints/wallets/token-payment.ts';
export { GatewayClient } from './gateway/gateway-client.ts';
export * from './gateway/gateway-errors.ts';
export type { OperationAnswer, OrderQuery } from './gateway/order-operation.ts';
export type * from './gateway/order-request.ts';
export type { OrderStatusNumber } from './gateway/order-status.ts';
export * from './gateway/order-status-answer.ts';
export { type PaymentAnswer, type PaymentStep, paymentStep } from './gateway/payment-answer.ts';
export type * from './gateway/recurring-task.ts';
export { makeSeToken, type SeTokenRequest } from './gateway/se-token.ts';
export type { SentCard } from './gateway/sent-card.ts';
export type { SigningKey } from './gateway/sign-request.ts';
export type { StoredCard, StoredCardQuery } from './gateway/stored-card.ts';
export type { ChargedOrder, StoredCardCharge } from './gateway/stored-card-charge.ts';
export {
  type FinishedPayment,
  outcomeOf,
  type PaymentOutcome,
  type WaitForPaymentOptions,
} from './gateway/wait-for-payment.ts';
export type {
  GoogleAmount,
  NamedWalletPayment,
  WalletPayment,
  WalletPaymentRequest,
} from './gateway/wallet-payment.ts';
export type { ScenarioName } from './options/scenario-name.ts';
export type { BreakCalls, BreakInForce, SandboxBreak } from './sandbox/breaks.ts';
export type { CallLine, SandboxOptions, Sent } from './sandbox/call-sandbox.ts';
export type {
  CallbackCalls,
  CallbackChanges,
  CallbackCounts,
  CallbackDetail,
  CallbackFilter,
  CallbackList,
  CallbackSending,
  CallbackState,
  CallbackTry,
  ForwardedAnswer,
  ResentCallback,
  SandboxCallback,
  TestCallbackOptions,
  TestedCallback,
} from './sandbox/callbacks.ts';
export type { ClockCalls, NextDue, SandboxClock } from './sandbox/clock.ts';
export type { EventOptions, EventStream, StreamOptions } from './sandbox/events.ts';
export type { Journal, JournalEntry, JournalFilter } from './sandbox/journal.ts';
export type { LogLevel, SandboxLog } from './sandbox/log.ts';
export type * from './sandbox/merchant.ts';
export type * from './sandbox/order.ts';
export type { ActDetails, BankAct, OrderCalls, OrderFilter, OrderList } from './sandbox/orders.ts';
export type { ProviderState, ProviderStateCalls } from './sandbox/provider-states.ts';
export type { PactRecording } from './sandbox/recording.ts';
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
export { type GatewayOptions, SandboxClient } from './sandbox/sandbox-client.ts';
export type * from './sandbox/sandbox-event.ts';
export { type ProblemDocument, SandboxProblem } from './sandbox/sandbox-problem.ts';
export type * from './sandbox/scenario.ts';
export type {
  CheckScenarioOptions,
  SavedScenario,
  SaveScenarioOptions,
  ScenarioCheck,
  ScenarioFile,
  ScenarioFileCalls,
} from './sandbox/scenario-files.ts';
export type { MerchantState, PutStateOptions, StateCalls, StateThing } from './sandbox/state.ts';
export { CallbackNotDelivered, type CallbackWait } from './sandbox/test-kit.ts';
export type * from './sandbox/verification.ts';
export type { SandboxTokenRequest } from './sandbox/wallet-token.ts';
export type { WalletName, WalletTokenRequest } from './wallets/wallet-token-request.ts';
export { makeWalletToken } from './wallets/wallet-tokens.ts';
