import { checkUse } from '../gateway/check-use.ts';
import { type GatewayClientOptions, gatewayOptions } from '../gateway/client-options.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { fields } from '../options/check.ts';
import { anyObject } from '../options/checks.ts';
import type { ScenarioName } from '../options/scenario-name.ts';
import { type BreakCalls, breakCalls } from './breaks.ts';
import {
  type CallLine,
  type CallSandbox,
  merchantPath,
  type SandboxOptions,
  type Sent,
  sandboxCaller,
} from './call-sandbox.ts';
import { type CallbackCalls, callbackCalls, type SandboxCallback } from './callbacks.ts';
import { type ClockCalls, clockCalls } from './clock.ts';
import { type EventOptions, type EventStream, eventStream, type StreamOptions } from './events.ts';
import { ExplainingGateway } from './explaining-gateway.ts';
import { type Journal, type JournalFilter, journalQuery } from './journal.ts';
import type { LogLevel, SandboxLog } from './log.ts';
import type { CallbackOperation, MerchantChanges, NewMerchant, SandboxMerchant, Whose } from './merchant.ts';
import { type OpenStream, streamOpener } from './open-stream.ts';
import { type OrderCalls, orderCalls } from './orders.ts';
import { type ProviderStateCalls, providerStateCalls } from './provider-states.ts';
import { type PactRecording, recordingQuery } from './recording.ts';
import { type ReferenceCalls, referenceCalls } from './reference.ts';
import type { OrderToExplain, ScenarioExplanation, SetScenarioOptions } from './scenario.ts';
import { type ScenarioFileCalls, scenarioFileCalls } from './scenario-files.ts';
import { type StateCalls, stateCalls } from './state.ts';
import { type CallbackWait, waitForCallback, whyOf } from './test-kit.ts';
import type { Verification, VerificationResult } from './verification.ts';
import { type SandboxTokenRequest, tokenRequestBody } from './wallet-token.ts';

/** The options of a merchant's client, without address and login. */
export type GatewayOptions = Omit<GatewayClientOptions, 'baseUrl' | 'userName' | 'password' | 'token'>;

const ownGatewayOptions = fields<GatewayOptions>()(gatewayOptions);

/**
 * tillbox's control API, for tests: it makes merchants, chooses the course of their payments, moves their clocks, and
 * inspects the results. No bank has it. Rejects with `SandboxProblem` if the sandbox refuses, and with a `GatewayError`
 * if it does not answer.
 */
export class SandboxClient {
  /** What is wrong with the gateway of a merchant. */
  readonly breaks: BreakCalls;
  /** The time of a merchant. */
  readonly clock: ClockCalls;
  /** The orders of a merchant, and acts of the bank on them. */
  readonly orders: OrderCalls;
  /** The callbacks of a merchant, and its shop's answers. */
  readonly callbacks: CallbackCalls;
  /** The whole state of a merchant, to export and import. */
  readonly state: StateCalls;
  /** The states for a verifier of Pact contracts. */
  readonly providerStates: ProviderStateCalls;
  /** Test cards and other test data, and the formats of the gateway. */
  readonly reference: ReferenceCalls;
  /** The scenarios of the gateway as text, to check and to save. */
  readonly scenarioFiles: ScenarioFileCalls;
  readonly #call: CallSandbox;
  readonly #open: OpenStream;

  constructor(options: SandboxOptions) {
    this.#call = sandboxCaller(options);
    this.#open = streamOpener(options);
    this.breaks = breakCalls(this.#call);
    this.clock = clockCalls(this.#call);
    this.orders = orderCalls(this.#call);
    this.callbacks = callbackCalls(this.#call);
    this.state = stateCalls(this.#call);
    this.providerStates = providerStateCalls(this.#call);
    this.reference = referenceCalls(this.#call);
    this.scenarioFiles = scenarioFileCalls(this.#call);
  }

  /** Any call of the control API, with or without a method of this class: `call('GET /merchants')`. */
  call<Answer>(line: CallLine, sent?: Sent): Promise<Answer> {
    return this.#call(line, sent);
  }

  /** A client of the gateway with the login of this merchant. A time-out of its `waitForPayment` ends with `whyOf`. */
  gatewayOf({ restUrl, login, password }: SandboxMerchant, options: GatewayOptions = {}): GatewayClient {
    checkUse('gatewayOf', ownGatewayOptions, options);
    const account = { ...options, baseUrl: restUrl, userName: login, password };
    return new ExplainingGateway(account, (orderId) => this.whyOf(orderId));
  }

  /**
   * Why the payment of an order ended as it did, as text for the message of a failed test: its end, each attempt with the
   * reasons of its result, the timeline, the callbacks, and its address.
   */
  async whyOf(orderId: string): Promise<string> {
    return whyOf(this.#call, orderId);
  }

  /**
   * Waits until the shop has accepted the last callback of this operation of an order (HTTP 200), and returns it; it may
   * have been accepted before. Rejects with `CallbackNotDelivered` after `timeoutMs` of the machine, 5 000 by default, or
   * at once if the callback cannot come.
   */
  async waitForCallback(
    orderId: string,
    operation: CallbackOperation,
    options: CallbackWait = {},
  ): Promise<SandboxCallback> {
    return waitForCallback(this.#call, orderId, operation, options);
  }

  /** Makes a merchant; absent login and password are generated. */
  async makeMerchant(settings: NewMerchant = {}): Promise<SandboxMerchant> {
    checkUse('makeMerchant', anyObject(), settings);
    return this.#call('POST /merchants', { body: settings });
  }

  /** A merchant with its settings. */
  getMerchant(whose: Whose): Promise<SandboxMerchant> {
    return this.#call(`GET ${merchantPath(whose)}`);
  }

  /** All merchants. */
  async listMerchants(): Promise<readonly SandboxMerchant[]> {
    const { merchants } = await this.#call<{ readonly merchants: readonly SandboxMerchant[] }>('GET /merchants');
    return merchants;
  }

  /** Changes settings; absent ones stay, null removes one. */
  async changeMerchant(whose: Whose, changes: MerchantChanges): Promise<SandboxMerchant> {
    checkUse('changeMerchant', anyObject(), changes);
    return this.#call(`PATCH ${merchantPath(whose)}`, { body: changes });
  }

  /** Deletes a merchant with all its data. */
  deleteMerchant(whose: Whose): Promise<void> {
    return this.#call(`DELETE ${merchantPath(whose)}`, { reads: 'nothing' });
  }

  /** Deletes orders, stored cards, callbacks, tasks, templates, journal and clock of a merchant; the settings stay. */
  resetMerchant(whose: Whose): Promise<void> {
    return this.#call(`POST ${merchantPath(whose)}/reset`, { reads: 'nothing' });
  }

  /** Resets every merchant, and deletes the whole journal. */
  resetAll(): Promise<void> {
    return this.#call('POST /reset', { reads: 'nothing' });
  }

  /**
   * Every payment of the merchant follows this scenario: the name of a scenario file, or the content of one. `orders`: only
   * so many orders follow it that are registered from now on; then what was before stands again.
   */
  async setScenario(
    whose: Whose,
    scenario: ScenarioName | object,
    options: SetScenarioOptions = {},
  ): Promise<SandboxMerchant> {
    checkUse('setScenario', anyObject(), options);
    const body = { ...options, ...(typeof scenario === 'string' ? { name: scenario } : { scenario }) };
    return this.#call(`PUT ${merchantPath(whose)}/scenario`, { body });
  }

  /** Removes the merchant's own scenario. */
  unsetScenario(whose: Whose): Promise<void> {
    return this.#call(`DELETE ${merchantPath(whose)}/scenario`, { reads: 'nothing' });
  }

  /** Resets the counters of this scenario for the merchant; `own`: of the scenario that was set by its content. */
  resetScenario(whose: Whose, name: ScenarioName): Promise<void> {
    return this.#call(`POST ${merchantPath(whose)}/scenarios/${encodeURIComponent(name)}/reset`, { reads: 'nothing' });
  }

  /** The scenario that such an order would meet, and everything that is asked before it. Nothing is registered or counted. */
  async explainScenario(whose: Whose, order: OrderToExplain = {}): Promise<ScenarioExplanation> {
    checkUse('explainScenario', anyObject(), order);
    return this.#call(`POST ${merchantPath(whose)}/scenarios/explain`, { body: order });
  }

  /** The last requests of a merchant with their answers, if the gateway keeps a journal. */
  async journal(whose: Whose, filter: JournalFilter = {}): Promise<Journal> {
    return this.#call(`GET ${merchantPath(whose)}/journal`, { query: journalQuery('journal', filter) });
  }

  /** The same as an HTTP Archive (HAR 1.2): the text of a file that browsers and viewers open. */
  async journalHar(whose: Whose, filter: JournalFilter = {}): Promise<string> {
    return this.#call(`GET ${merchantPath(whose)}/journal.har`, {
      query: journalQuery('journalHar', filter),
      reads: 'text',
    });
  }

  /**
   * The calls of the shop that the journal has as a Pact contract (version 4), the text of a file: each distinct call once,
   * with provider states and matchers. Rejects if it would hold a card number or data of a customer.
   */
  async recordedPact(whose: Whose, recording: PactRecording = {}): Promise<string> {
    return this.#call(`GET ${merchantPath(whose)}/pact`, { query: recordingQuery(recording), reads: 'text' });
  }

  /** Whether the shop made the expected calls, and if not, the closest ones. Needs the journal. */
  async verify(whose: Whose, wanted: Verification): Promise<VerificationResult> {
    checkUse('verify', anyObject(), wanted);
    return this.#call(`POST ${merchantPath(whose)}/verifications`, { body: wanted });
  }

  /** Requests, orders, callbacks and the clock of a merchant, as they happen. Opens at once; `signal` closes it. */
  events(whose: Whose, options?: EventOptions): EventStream {
    return eventStream(this.#open, `GET ${merchantPath(whose)}/events`, options);
  }

  /** The same of all merchants. */
  allEvents(options?: StreamOptions): EventStream {
    return eventStream(this.#open, 'GET /events', options);
  }

  /** A test token of a wallet, for the wallet calls of the gateway. */
  async makeWalletToken(request: SandboxTokenRequest): Promise<string> {
    const body = tokenRequestBody(request);
    return (await this.#call<{ readonly paymentToken: string }>('POST /wallet-tokens', { body })).paymentToken;
  }

  /** The certificate in PEM with which `checkCallback` checks callbacks with an RSA checksum. */
  callbackCertificate(): Promise<string> {
    return this.#call('GET /callback-certificate.pem', { reads: 'text' });
  }

  /** Resolves while the process runs. */
  health(): Promise<{ readonly status: 'ok' }> {
    return this.#call('GET /health');
  }

  /**
   * Resolves if the gateway is ready for payments, and rejects with a `SandboxProblem` (503) if it is not. `mistakes`:
   * the errors in the scenario files now; the last valid versions stay in force.
   */
  ready(): Promise<{
    readonly status: 'ok';
    readonly bank: string;
    readonly version: string;
    readonly scenarios: number;
    readonly mistakes?: readonly string[];
  }> {
    return this.#call('GET /ready');
  }

  /** The metrics of the process for Prometheus (text format 0.0.4). */
  metrics(): Promise<string> {
    return this.#call('GET /metrics', { reads: 'text' });
  }

  /** The level of the log of the process, and its last 100 lines, oldest first. */
  log(): Promise<SandboxLog> {
    return this.#call('GET /log');
  }

  /** Sets the level of the log until the process ends. */
  async setLogLevel(level: LogLevel): Promise<void> {
    await this.#call('PUT /log/level', { body: { level } });
  }
}
