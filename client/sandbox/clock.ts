import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';
import type { Whose } from './merchant.ts';

/** The time of a merchant. */
export type SandboxClock = Schemas['Clock'];

/** The next thing that time alone will do to a merchant. */
export type NextDue = Schemas['NextDue'];

export type ClockCalls = ReturnType<typeof clockCalls>;

/** `sandbox.clock`: the time of a merchant, which is independent of all others. */
export const clockCalls = (call: CallSandbox) => ({
  /** What time it is, and what is due next. */
  get: (whose: Whose) => call<SandboxClock>(`GET ${merchantPath(whose)}/clock`),

  /** Stops the clock. */
  freeze: (whose: Whose) => call<SandboxClock>(`POST ${merchantPath(whose)}/clock/freeze`),

  /** Starts the clock again. */
  run: (whose: Whose) => call<SandboxClock>(`POST ${merchantPath(whose)}/clock/run`),

  /** Moves to a Date, an ISO 8601 text, or milliseconds since 1970. Events due before it happen first, in order. */
  set: (whose: Whose, to: Date | string | number) =>
    call<SandboxClock>(`POST ${merchantPath(whose)}/clock/set`, { body: { to } }),

  /** Moves forward by `20m`, `1h30m`, or milliseconds; resolves when all due events have happened. */
  advance: (whose: Whose, by: string | number) =>
    call<SandboxClock>(`POST ${merchantPath(whose)}/clock/advance`, { body: { by } }),
});
