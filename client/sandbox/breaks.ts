import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';
import type { Whose } from './merchant.ts';

/** Something that can be wrong with the gateway of a merchant. */
export type SandboxBreak = Schemas['Break'];

/** The break of a merchant with what came of it. */
export type BreakInForce = NonNullable<Schemas['BreakInForce']['break']>;

type BreakAnswer = Schemas['BreakInForce'];

export type BreakCalls = ReturnType<typeof breakCalls>;

/** `sandbox.breaks`: gateways with one thing wrong, for tests that should notice it. */
export const breakCalls = (call: CallSandbox) => ({
  /** Everything that can be wrong; `call`: with this call only, such as `refund.do`. */
  list: async (filter: { readonly call?: string } = {}): Promise<readonly SandboxBreak[]> =>
    (await call<{ readonly breaks: readonly SandboxBreak[] }>('GET /breaks', { query: { ...filter } })).breaks,

  /** Breaks the gateway for this merchant alone. `each` only tries every break on copies of its calls. */
  set: async (whose: Whose, id: string): Promise<BreakInForce> =>
    (await call<Required<BreakAnswer>>(`PUT ${merchantPath(whose)}/break`, { body: { id } })).break,

  /** What is wrong, how often it was reached and has changed something; undefined if the gateway is right. */
  get: async (whose: Whose): Promise<BreakInForce | undefined> =>
    (await call<BreakAnswer>(`GET ${merchantPath(whose)}/break`)).break,

  /** The gateway is right again. */
  unset: (whose: Whose) => call<void>(`DELETE ${merchantPath(whose)}/break`, { reads: 'nothing' }),
});
