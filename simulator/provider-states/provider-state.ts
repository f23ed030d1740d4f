import type { StateTarget } from './state-target.ts';

/** The values that a provider state gives to the contract, for `fromProviderState`. */
export type StateValues = Readonly<Record<string, string>>;

/** Parameters of a state, as the contract names them. */
export type StateParameters = Readonly<Record<string, unknown>>;

/** A state that a contract requires. */
export interface ProviderState {
  /** The names of its values. */
  readonly gives: readonly string[];
  /** The names of its parameters. */
  readonly takes: readonly string[];
  /** A remark for readers. */
  readonly about?: string;
  /** Whether the merchant API is enough: no payment, no wait, no permission of a bank. */
  readonly isPlain: boolean;
  /** Reaches the state; rejects if that fails. */
  readonly reach: (target: StateTarget, parameters: StateParameters) => Promise<StateValues>;
}

export type ProviderStates = Readonly<Record<string, ProviderState>>;
