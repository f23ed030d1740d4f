import type { GatewayClientOptions } from '../gateway/client-options.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import {
  type CallLine,
  type CallSandbox,
  merchantPath,
  type SandboxOptions,
  type Sent,
  sandboxCaller,
} from './call-sandbox.ts';
import { type CallbackCalls, callbackCalls } from './callbacks.ts';
import { type ClockCalls, clockCalls } from './clock.ts';
import { type EventOptions, type EventStream, eventStream } from './events.ts';
import { type Journal, type JournalFilter, journalQuery } from './journal.ts';
import type { MerchantChanges, NewMerchant, SandboxMerchant, Whose } from './merchant.ts';
import { type OpenStream, streamOpener } from './open-stream.ts';
import { type OrderCalls, orderCalls } from './orders.ts';
import { type ProviderStateCalls, providerStateCalls } from './provider-states.ts';
import { type ReferenceCalls, referenceCalls } from './reference.ts';
import { type StateCalls, stateCalls } from './state.ts';
import type { Verification, VerificationResult } from './verification.ts';
import { type SandboxTokenRequest, tokenRequestBody } from './wallet-token.ts';

/** How the client of a merchant behaves; address and login are the merchant's. */
export type GatewayOptions = Omit<GatewayClientOptions, 'baseUrl' | 'userName' | 'password' | 'token'>;

/**
 * tillbox's control API, for tests: makes merchants, chooses what happens to their payments, moves their time, looks into
 * what became of them. No bank has it. Rejects with `SandboxProblem` where the sandbox says no, and with a `GatewayError`
 * where it does not answer.
 */
export class SandboxClient {
  /** The time of a merchant. */
  readonly clock: ClockCalls;
  /** The orders of a merchant: what became of them, and what the bank does with them by itself. */
  readonly orders: OrderCalls;
  /** The callbacks of a merchant: what it was told, and what its shop answered. */
  readonly callbacks: CallbackCalls;
  /** All of a merchant, taken out and put in again. */
  readonly state: StateCalls;
  /** The states that a verifier of Pact contracts asks for. */
  readonly providerStates: ProviderStateCalls;
  /** What can be tried, such as test cards, and what the gateway understands. */
  readonly reference: ReferenceCalls;
  readonly #call: CallSandbox;
  readonly #open: OpenStream;

  constructor(options: SandboxOptions) {
    this.#call = sandboxCaller(options);
    this.#open = streamOpener(options);
    this.clock = clockCalls(this.#call);
    this.orders = orderCalls(this.#call);
    this.callbacks = callbackCalls(this.#call);
    this.state = stateCalls(this.#call);
    this.providerStates = providerStateCalls(this.#call);
    this.reference = referenceCalls(this.#call);
  }

  /** Any call of the control API, also one this class has no method for: `call('GET /merchants')`. */
  call<Answer>(line: CallLine, sent?: Sent): Promise<Answer> {
    return this.#call(line, sent);
  }

  /** A client of the gateway with the login of this merchant. */
  gatewayOf({ restUrl, login, password }: SandboxMerchant, options: GatewayOptions = {}): GatewayClient {
    return new GatewayClient({ ...options, baseUrl: restUrl, userName: login, password });
  }

  /** Makes a merchant; login and password are made up where none are given. */
  makeMerchant(settings: NewMerchant = {}): Promise<SandboxMerchant> {
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

  /** Changes settings; what is left out stays, null takes away. */
  changeMerchant(whose: Whose, changes: MerchantChanges): Promise<SandboxMerchant> {
    return this.#call(`PATCH ${merchantPath(whose)}`, { body: changes });
  }

  /** Drops a merchant with all that is its. */
  deleteMerchant(whose: Whose): Promise<void> {
    return this.#call(`DELETE ${merchantPath(whose)}`, { reads: 'nothing' });
  }

  /** Drops orders, stored cards, callbacks, tasks, templates, journal and clock of a merchant; the settings stay. */
  resetMerchant(whose: Whose): Promise<void> {
    return this.#call(`POST ${merchantPath(whose)}/reset`, { reads: 'nothing' });
  }

  /** Resets every merchant, and forgets the whole journal. */
  resetAll(): Promise<void> {
    return this.#call('POST /reset', { reads: 'nothing' });
  }

  /** Every payment of the merchant follows this scenario: the name of a scenario file, or what would stand in one. */
  setScenario(whose: Whose, scenario: string | object): Promise<SandboxMerchant> {
    const body = typeof scenario === 'string' ? { name: scenario } : { scenario };
    return this.#call(`PUT ${merchantPath(whose)}/scenario`, { body });
  }

  /** The payments of the merchant follow no scenario of its own any more. */
  unsetScenario(whose: Whose): Promise<void> {
    return this.#call(`DELETE ${merchantPath(whose)}/scenario`, { reads: 'nothing' });
  }

  /** What this scenario does a number of times begins anew for the merchant; `own` is the one that was set written out. */
  resetScenario(whose: Whose, name: string): Promise<void> {
    return this.#call(`POST ${merchantPath(whose)}/scenarios/${encodeURIComponent(name)}/reset`, { reads: 'nothing' });
  }

  /** The last requests of a merchant with their answers, where the gateway keeps a journal. */
  journal(whose: Whose, filter: JournalFilter = {}): Promise<Journal> {
    return this.#call(`GET ${merchantPath(whose)}/journal`, { query: journalQuery(filter) });
  }

  /** The same as an HTTP Archive (HAR 1.2): the text of a file that browsers and viewers open. */
  journalHar(whose: Whose, filter: JournalFilter = {}): Promise<string> {
    return this.#call(`GET ${merchantPath(whose)}/journal.har`, { query: journalQuery(filter), reads: 'text' });
  }

  /** Whether the shop made the calls that it should have, and where not, which ones came closest. Needs the journal. */
  verify(whose: Whose, wanted: Verification): Promise<VerificationResult> {
    return this.#call(`POST ${merchantPath(whose)}/verifications`, { body: wanted });
  }

  /** Requests, orders, callbacks and the clock of a merchant, as they happen. Opens at once; `signal` closes it. */
  events(whose: Whose, options?: EventOptions): EventStream {
    return eventStream(this.#open, `GET ${merchantPath(whose)}/events`, options);
  }

  /** The same of all merchants. */
  allEvents(options?: EventOptions): EventStream {
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

  /** Answers while the process lives. */
  health(): Promise<{ readonly status: 'ok' }> {
    return this.#call('GET /health');
  }

  /**
   * Answers when the gateway is ready for payments, and rejects with a `SandboxProblem` (503) where it is not. `mistakes`:
   * what is wrong with the scenario files now; the last good ones hold.
   */
  ready(): Promise<{
    readonly status: 'ok';
    readonly bank: string;
    readonly scenarios: number;
    readonly mistakes?: readonly string[];
  }> {
    return this.#call('GET /ready');
  }

  /** What the process has counted, as Prometheus reads it (text format 0.0.4). */
  metrics(): Promise<string> {
    return this.#call('GET /metrics', { reads: 'text' });
  }
}
