import type { Command } from 'commander';

/** The output of a command. Texts include their line ends. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0: success, 1: failure, 2: wrong usage or a declined payment. */
export type ExitCode = 0 | 1 | 2;

/** The work of a command. Resolves with the exit code, 0 by default. */
export type Action = (output: Output) => Promise<ExitCode | undefined>;

/** Runs an action and keeps its exit code. */
export type Run = (action: Action) => Promise<void>;

/** Adds a command with its line in the list of commands and an example. */
export const addCommand = (parent: Command, name: string, about: string, example: string): Command =>
  parent.command(name).description(about).addHelpText('after', `\nExample:\n  $ ${example}`);
