import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';
import type { Whose } from './merchant.ts';

/** The time of a merchant. */
export type SandboxClock = Schemas['Clock'];

export type ClockCalls = ReturnType<typeof clockCalls>;

/** `sandbox.clock`: the time of a merchant, which moves without anybody's. */
export const clockCalls = (call: CallSandbox) => ({
  /** What time it is. */
  get: (whose: Whose) => call<SandboxClock>(`GET ${merchantPath(whose)}/clock`),

  /** Stops the time. */
  freeze: (whose: Whose) => call<SandboxClock>(`POST ${merchantPath(whose)}/clock/freeze`),

  /** Lets the time run on. */
  run: (whose: Whose) => call<SandboxClock>(`POST ${merchantPath(whose)}/clock/run`),

  /** Moves to a moment: a Date, ISO 8601, or milliseconds since 1970. What is due before it happens first, in order. */
  set: (whose: Whose, to: Date | string | number) =>
    call<SandboxClock>(`POST ${merchantPath(whose)}/clock/set`, { body: { to } }),

  /** Moves forward by `20m`, `1h30m`, or milliseconds; resolves when all that was due has happened. */
  advance: (whose: Whose, by: string | number) =>
    call<SandboxClock>(`POST ${merchantPath(whose)}/clock/advance`, { body: { by } }),
});
