import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { oneOf } from '../options/checks.ts';
import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';
import type { SandboxMerchant, Whose } from './merchant.ts';

/** A part of a merchant's state with its id. Its other fields: see `sandbox.reference.controlApi`. */
export interface StateThing {
  readonly id: string;
}

/** The state of a merchant without its login and its journal, as a document to save and restore. */
export interface MerchantState {
  readonly format: 1;
  readonly clock: { readonly nowMs: number; readonly isFrozen: boolean };
  /** With password and tokens in clear. */
  readonly settings: { readonly password: string; readonly name: string };
  readonly orders: readonly StateThing[];
  /** The waiting ones are delivered when they are due. */
  readonly callbacks: readonly StateThing[];
  readonly storedCards: readonly StateThing[];
  readonly tasks: readonly StateThing[];
  readonly templates: readonly StateThing[];
  /** The number of times that each step of a scenario has happened. */
  readonly counters: Readonly<Record<string, number>>;
}

/** Until when the kept state of a merchant can be put back. */
export type KeptState = Schemas['KeptState'];

export interface PutStateOptions {
  /** `new`: new ids of orders, cards, tasks and templates, for a copy of the state. Default `same`. */
  readonly ids?: 'same' | 'new';
}

const putStateOptions = fields<PutStateOptions>()({ ids: oneOf('same', 'new') });

export type StateCalls = ReturnType<typeof stateCalls>;

/** `sandbox.state`: exports and imports the state of a merchant, also between gateways. */
export const stateCalls = (call: CallSandbox) => ({
  /** The state of a merchant as one document, with password and tokens in clear. */
  get: (whose: Whose) => call<MerchantState>(`GET ${merchantPath(whose)}/state`),

  /** Replaces the state of a merchant, who is created if absent. */
  put: async (whose: Whose, state: MerchantState, options: PutStateOptions = {}) => {
    checkUse('state.put', putStateOptions, options);
    return call<SandboxMerchant>(`PUT ${merchantPath(whose)}/state`, { body: state, query: { ids: options.ids } });
  },

  /** Keeps the state of a merchant for an hour, in place of the last one, before something that `restore` may undo. */
  keep: (whose: Whose) => call<KeptState>(`POST ${merchantPath(whose)}/state/keep`),

  /** Puts the kept state back, once; makes the merchant again if it was deleted. */
  restore: (whose: Whose) => call<SandboxMerchant>(`POST ${merchantPath(whose)}/state/restore`),
});
