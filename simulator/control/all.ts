import {
  getCallback,
  listCallbacks,
  pauseCallbacks,
  reportForwarded,
  resendCallback,
  runCallbacks,
  settleCallbacks,
  testCallback,
} from './callbacks/callback-calls.ts';
import { advanceClock, freezeClock, getClock, runClock, setClock } from './clock/clock-calls.ts';
import type { ControlEndpoint } from './control-endpoint.ts';
import { streamEvents, streamMerchantEvents } from './events/stream-events.ts';
import { exportHar, getJournal, verify } from './journal/journal-calls.ts';
import { getPact } from './journal/pact-calls.ts';
import { getBreak, listBreaks, setBreak, unsetBreak } from './merchants/break-calls.ts';
import { explainScenario } from './merchants/explain-calls.ts';
import {
  changeMerchant,
  deleteMerchant,
  getMerchant,
  listMerchants,
  makeMerchant,
  resetAll,
  resetMerchant,
} from './merchants/merchant-calls.ts';
import { resetScenario, setScenario, unsetScenario } from './merchants/scenario-calls.ts';
import { getControlDocument, getMerchantDocument } from './openapi/document-calls.ts';
import { actOnOrder } from './orders/act-on-order.ts';
import { getOrder, listOrders } from './orders/order-calls.ts';
import { explainOrder, waitForCallback } from './orders/order-kit-calls.ts';
import { listProviderStates, setProviderState } from './provider-states/provider-state-calls.ts';
import {
  getScenarioSchema,
  listActionCodes,
  listBanks,
  listCards,
  listErrorCodes,
  listScenarios,
} from './reference/reference-calls.ts';
import { checkScenario, getScenarioFile, putScenarioFile } from './scenarios/scenario-file-calls.ts';
import { callbackCertificateDer, callbackCertificatePem } from './service/callback-certificate.ts';
import { getMetrics } from './service/get-metrics.ts';
import { health, ready } from './service/health.ts';
import { getLog, setLogLevel } from './service/log-calls.ts';
import { makeWalletToken } from './service/wallet-tokens.ts';
import { getState, keepMerchantState, putState, restoreMerchantState } from './state/state-calls.ts';

/** Every endpoint of the control API, in the order of the document. */
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
  listBreaks,
  setBreak,
  getBreak,
  unsetBreak,
  explainScenario,
  getClock,
  freezeClock,
  runClock,
  setClock,
  advanceClock,
  listOrders,
  getOrder,
  actOnOrder,
  explainOrder,
  listCallbacks,
  getCallback,
  resendCallback,
  settleCallbacks,
  pauseCallbacks,
  runCallbacks,
  testCallback,
  reportForwarded,
  waitForCallback,
  getJournal,
  exportHar,
  getPact,
  verify,
  streamEvents,
  streamMerchantEvents,
  getState,
  putState,
  keepMerchantState,
  restoreMerchantState,
  listProviderStates,
  setProviderState,
  listCards,
  listActionCodes,
  listErrorCodes,
  listScenarios,
  checkScenario,
  getScenarioSchema,
  getScenarioFile,
  putScenarioFile,
  listBanks,
  getMetrics,
  getLog,
  setLogLevel,
  makeWalletToken,
  callbackCertificatePem,
  callbackCertificateDer,
  getControlDocument,
  getMerchantDocument,
];
