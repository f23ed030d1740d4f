import type { Command } from 'commander';
import type { ExitCode, Output } from './output.ts';

/** The work of a command. Resolves with the exit code, 0 by default. */
export type Action = (output: Output) => Promise<ExitCode | undefined>;

/** Runs an action and keeps its exit code. */
export type Run = (action: Action) => Promise<void>;

/** Adds a command with its line in the list of commands and an example. */
export const addCommand = (parent: Command, name: string, about: string, example: string): Command =>
  parent.command(name).description(about).addHelpText('after', `\nExample:\n  $ ${example}`);
