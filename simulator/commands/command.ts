import type { Command } from 'commander';
import { asWritten, type Say } from './say.ts';

/** The output of a command. Texts include their line ends. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The width of the terminal in characters; undefined if there is none. */
  readonly columns?: number | undefined;
  /** Says a text in the language of the terminal; English by default. */
  readonly say?: Say;
}

/** An output that says everything in the language of the terminal. */
export const spoken = ({ say = asWritten, ...output }: Output): Output => ({
  ...output,
  say,
  out: (text) => output.out(say(text)),
});

/** 0: success, 1: failure, 2: wrong usage or a declined payment; others: that of a signal. */
export type ExitCode = 0 | 1 | 2 | SignalExitCode;

/** 128 and the number of the signal that ended a command, as in a shell: SIGHUP, SIGINT or SIGTERM. */
export type SignalExitCode = 129 | 130 | 143;

/** The work of a command. Resolves with the exit code, 0 by default. */
export type Action = (output: Output) => Promise<ExitCode | undefined>;

/** Runs an action and keeps its exit code. */
export type Run = (action: Action) => Promise<void>;

/** Adds a command with its line in the list of commands, the heading of its group there, and an example. */
export const addCommand = (
  parent: Command,
  group: string,
  [name, about, example]: readonly [name: string, about: string, example: string],
): Command =>
  parent
    .command(name)
    .helpGroup(`${group}:`)
    .description(about)
    .addHelpText('after', ({ command }) => `\n${sayOf(command)('Example:')}\n  $ ${example}`);

/** Collects the values of an option that may be given several times. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Adds a text below the help of a command, wrapped like the rest. */
export const addNote = (command: Command, text: string): Command =>
  command.addHelpText('after', () => `\n${helperOf(command).boxWrap(sayOf(command)(text), widthOf(command))}`);

/** A line of a list in the help of a command: a name and a text, wrapped. */
export const listLine =
  (command: Command) =>
  (name: string, text: string): string =>
    helperOf(command).formatItem(name, nameWidth, text, helperOf(command));

/** Says a text of the help as its titles are said. */
const sayOf =
  (command: Command): Say =>
  (text) =>
    helperOf(command).styleTitle(text);

/** As wide as the longest name of a setting. */
const nameWidth = 19;

const widthOf = (command: Command): number => command.configureOutput().getOutHelpWidth?.() ?? 80;

const helperOf = (command: Command) => {
  const helper = command.createHelp();
  helper.prepareContext({ helpWidth: widthOf(command) });
  return helper;
};
