import type { Schemas } from './control-api.ts';

/** The level of the log of a process, and its last lines, oldest first. */
export type SandboxLog = Schemas['Log'];

export type LogLevel = SandboxLog['level'];
