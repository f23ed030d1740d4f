export { banks, knownBank as bankNamed } from './banks/all.ts';
export type { Bank } from './banks/bank.ts';
export { readBank } from './banks/own-bank/bank-file.ts';
export { actionCodes } from './data/action-codes.ts';
export { errorCodes } from './data/error-codes.ts';
export { testCards } from './data/test-cards.ts';
export type { CallbackOperation, CallbackSettings } from './domain/callback.ts';
export { MoveRefused } from './domain/errors/move-refused.ts';
export { CallbackNotDelivered, CallbackNotSent, OrderUnknown } from './domain/errors/order-errors.ts';
export { Refused } from './domain/errors/refused.ts';
export { ScenarioError } from './domain/errors/scenario-error.ts';
export { StateError } from './domain/errors/state-error.ts';
export { StoreError } from './domain/errors/store-error.ts';
export { TooManyListeners } from './domain/errors/too-many-listeners.ts';
export type { Order } from './domain/orders/order.ts';
export type { ScenarioName } from './domain/scenario-name.ts';
export type {
  CallbackDetail,
  CallbackFilter,
  CallbackList,
  CallbackSending,
  CallbackView,
} from './inspection/callbacks/callbacks.ts';
export type { CallbackToResend, ResentCallback } from './inspection/callbacks/resend-callback.ts';
export type { CallbackToTest, TestedCallback } from './inspection/callbacks/test-callback.ts';
export type { CallbackWait } from './inspection/callbacks/wait-for-callback.ts';
export type { OrderToExplain, ScenarioExplanation } from './inspection/explain-scenario.ts';
export type { EntryView, JournalFilter, JournalView } from './inspection/journal/journal.ts';
export type { Verification, VerificationResult } from './inspection/journal/verify-calls.ts';
export type { NextDue } from './inspection/orders/next-due.ts';
export type { OrderFilter, OrderList, OrderSummary } from './inspection/orders/orders.ts';
export type { OrderView } from './inspection/orders/show-order.ts';
export { cardForActionCode } from './issuer/code-range.ts';
export type { MerchantState } from './merchants/state/state-document.ts';
export { ConfigError } from './options/config-error.ts';
export type { BankAct } from './payments/orders/act-as-bank.ts';
export { type Clock, type ClockOptions, createClock } from './runtime/clock.ts';
export { bundledScenarios } from './scenario-engine/definition/bundled-scenarios.ts';
export { loadScenarios, parseScenario } from './scenario-engine/definition/scenario-files.ts';
export { printExplanation } from './scenario-engine/explanation/print-explanation.ts';
export type { Scenario } from './scenario-engine/scenario.ts';
export type { ConnectionLimits } from './server/connections.ts';
export type { GatewayEvent } from './sharing/events.ts';
export {
  documentedLogin,
  type MerchantOptions,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from './simulator.ts';
export { openStore, type StoreName } from './store/open-store.ts';
export type { Store } from './store/store.ts';
