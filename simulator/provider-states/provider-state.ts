import type { StateTarget } from './state-target.ts';

/** The values that a provider state gives to the contract, for `fromProviderState`. */
export type StateValues = Readonly<Record<string, string>>;

/** Parameters of a state, as the contract names them. */
export type StateParameters = Readonly<Record<string, unknown>>;

/** A state that a contract may ask for. */
export interface ProviderState {
  /** The names of its values. */
  readonly gives: readonly string[];
  /** Parameters that it understands. */
  readonly takes: readonly string[];
  /** Beside the sentence, for people. */
  readonly about?: string;
  /** Whether the merchant API is enough: no payment, no time, nothing that a bank has to grant. */
  readonly isPlain: boolean;
  /** Brings it about; rejects if it is not reached. */
  readonly reach: (target: StateTarget, parameters: StateParameters) => Promise<StateValues>;
}

export type ProviderStates = Readonly<Record<string, ProviderState>>;
