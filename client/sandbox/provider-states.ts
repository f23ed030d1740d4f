import { type CallSandbox, loginOf } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';
import type { Whose } from './merchant.ts';

/** A state that a Pact contract with the gateway may ask for. */
export type ProviderState = Schemas['ProviderState'];

export type ProviderStateCalls = ReturnType<typeof providerStateCalls>;

/** `sandbox.providerStates`: the states for a verifier of Pact contracts. */
export const providerStateCalls = (call: CallSandbox) => ({
  /** All states. */
  list: async () => (await call<{ readonly states: readonly ProviderState[] }>('GET /provider-states')).states,

  /** Brings a merchant into a state; resolves with the values for the contract. */
  setUp: (whose: Whose, state: string, params: Readonly<Record<string, unknown>> = {}) =>
    call<Readonly<Record<string, string>>>('POST /provider-states', {
      query: { login: loginOf(whose) },
      body: { state, params, action: 'setup' },
    }),

  /** Resets the merchant. */
  tearDown: async (whose: Whose, state = ''): Promise<void> => {
    await call('POST /provider-states', { query: { login: loginOf(whose) }, body: { state, action: 'teardown' } });
  },
});
