import type { Ground } from './ground.ts';

/** What a provider state says to the contract, for `fromProviderState`. */
export type StateValues = Readonly<Record<string, string>>;

/** Parameters of a state, as the contract names them. */
export type StateParameters = Readonly<Record<string, unknown>>;

/** A state that a contract may ask for. */
export interface ProviderState {
  /** What it gives. */
  readonly gives: readonly string[];
  /** Parameters that it understands. */
  readonly takes: readonly string[];
  /** Beside the sentence, for people. */
  readonly about?: string;
  /** More than the merchant API has to do with it: a payment, time, or something that a bank has to grant. */
  readonly isPlain: boolean;
  /** Brings it about; rejects where it is not reached. */
  readonly reach: (ground: Ground, parameters: StateParameters) => Promise<StateValues>;
}

export type ProviderStates = Readonly<Record<string, ProviderState>>;

/** The gateway did not come into the state. */
export class StateNotReached extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StateNotReached';
  }
}
