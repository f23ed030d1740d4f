/** What is read here of a pact file. */
export interface PactFile {
  readonly interactions: readonly Interaction[];
}

export interface Interaction {
  readonly description: string;
  readonly providerStates?: readonly AskedState[];
  /** Where version 2 of the format has its state. */
  readonly providerState?: string;
}

export interface AskedState {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export const statesOf = ({ providerStates, providerState }: Interaction): readonly AskedState[] =>
  providerStates ?? (providerState === undefined ? [] : [{ name: providerState }]);
