import { getCallback } from './callbacks/get-callback.ts';
import { listCallbacks } from './callbacks/list-callbacks.ts';
import { resendCallback } from './callbacks/resend-callback.ts';
import { settleCallbacks } from './callbacks/settle-callbacks.ts';
import { advanceClock } from './clock/advance-clock.ts';
import { freezeClock } from './clock/freeze-clock.ts';
import { getClock } from './clock/get-clock.ts';
import { runClock } from './clock/run-clock.ts';
import { setClock } from './clock/set-clock.ts';
import type { ControlEndpoint } from './control-endpoint.ts';
import { streamEvents } from './events/stream-events.ts';
import { streamMerchantEvents } from './events/stream-merchant-events.ts';
import { exportHar } from './journal/export-har.ts';
import { getJournal } from './journal/get-journal.ts';
import { verify } from './journal/verify.ts';
import { changeMerchant } from './merchants/change-merchant.ts';
import { deleteMerchant } from './merchants/delete-merchant.ts';
import { getMerchant } from './merchants/get-merchant.ts';
import { listMerchants } from './merchants/list-merchants.ts';
import { makeMerchant } from './merchants/make-merchant.ts';
import { resetAll } from './merchants/reset-all.ts';
import { resetMerchant } from './merchants/reset-merchant.ts';
import { resetScenario } from './merchants/reset-scenario.ts';
import { setScenario } from './merchants/set-scenario.ts';
import { unsetScenario } from './merchants/unset-scenario.ts';
import { getControlDocument } from './openapi/get-control-document.ts';
import { getMerchantDocument } from './openapi/get-merchant-document.ts';
import { actOnOrder } from './orders/act-on-order.ts';
import { getOrder } from './orders/get-order.ts';
import { listOrders } from './orders/list-orders.ts';
import { listProviderStates } from './provider-states/list-provider-states.ts';
import { setProviderState } from './provider-states/set-provider-state.ts';
import { getScenarioSchema } from './reference/get-scenario-schema.ts';
import { listActionCodes } from './reference/list-action-codes.ts';
import { listBanks } from './reference/list-banks.ts';
import { listCards } from './reference/list-cards.ts';
import { listErrorCodes } from './reference/list-error-codes.ts';
import { listScenarios } from './reference/list-scenarios.ts';
import { callbackCertificateDer, callbackCertificatePem } from './service/callback-certificate.ts';
import { getMetrics } from './service/get-metrics.ts';
import { health } from './service/health.ts';
import { ready } from './service/ready.ts';
import { makeWalletToken } from './service/wallet-tokens.ts';
import { getState } from './state/get-state.ts';
import { putState } from './state/put-state.ts';

/** Every endpoint of the control API: what is routed, and what the document lists. */
export const controlEndpoints: readonly ControlEndpoint[] = [
  health,
  ready,
  listMerchants,
  makeMerchant,
  getMerchant,
  changeMerchant,
  deleteMerchant,
  resetMerchant,
  resetAll,
  setScenario,
  unsetScenario,
  resetScenario,
  getClock,
  freezeClock,
  runClock,
  setClock,
  advanceClock,
  listOrders,
  getOrder,
  actOnOrder,
  listCallbacks,
  getCallback,
  resendCallback,
  settleCallbacks,
  getJournal,
  exportHar,
  verify,
  streamEvents,
  streamMerchantEvents,
  getState,
  putState,
  listProviderStates,
  setProviderState,
  listCards,
  listActionCodes,
  listErrorCodes,
  listScenarios,
  getScenarioSchema,
  listBanks,
  getMetrics,
  makeWalletToken,
  callbackCertificatePem,
  callbackCertificateDer,
  getControlDocument,
  getMerchantDocument,
];
