import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { SandboxMerchant, Whose } from './merchant.ts';

/** Something of a merchant that has an id. What else it has is for the gateway: `sandbox.reference.controlApi` tells. */
export interface StateThing {
  readonly id: string;
}

/** All of a merchant but its login and its journal, as a document to keep and to put in again. */
export interface MerchantState {
  readonly format: 1;
  readonly clock: { readonly nowMs: number; readonly isFrozen: boolean };
  /** With password and tokens in clear. */
  readonly settings: { readonly password: string; readonly name: string };
  readonly orders: readonly StateThing[];
  /** Those that wait are delivered when they are due. */
  readonly callbacks: readonly StateThing[];
  readonly storedCards: readonly StateThing[];
  readonly tasks: readonly StateThing[];
  readonly templates: readonly StateThing[];
  /** How often the steps of scenarios have happened. */
  readonly counters: Readonly<Record<string, number>>;
}

export interface PutStateOptions {
  /** `new`: other ids of orders, cards, tasks and templates, so that several merchants can have this state. Default `same`. */
  readonly ids?: 'same' | 'new';
}

export type StateCalls = ReturnType<typeof stateCalls>;

/** `sandbox.state`: all of a merchant, taken out and put in again, perhaps in another gateway. */
export const stateCalls = (call: CallSandbox) => ({
  /** All of a merchant as one document, with password and tokens in clear. */
  get: (whose: Whose) => call<MerchantState>(`GET ${merchantPath(whose)}/state`),

  /** Puts it in place of all that a merchant has; makes the merchant where there is none. */
  put: (whose: Whose, state: MerchantState, { ids }: PutStateOptions = {}) =>
    call<SandboxMerchant>(`PUT ${merchantPath(whose)}/state`, { body: state, query: { ids } }),
});
