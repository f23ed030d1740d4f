import type { Argument, Command, Option } from 'commander';

/** What may follow in a command line: these words, and files or folders. */
export interface Values {
  readonly words: readonly string[];
  readonly paths?: 'files' | 'folders';
}

/** A word with a description. */
export interface Described {
  readonly name: string;
  readonly about: string;
}

export interface CompletedOption {
  /** `-h` and `--help`. */
  readonly names: readonly string[];
  readonly about: string;
  /** Of its value; undefined if it has none. */
  readonly values?: Values | undefined;
}

/** A command, or a group of commands, with what may follow it. */
export interface CompletedCommand {
  /** `scenarios try`; empty for the program. */
  readonly path: string;
  readonly commands: readonly Described[];
  readonly options: readonly CompletedOption[];
  readonly arguments: Values;
}

/** The values of an option or an argument, by its name: `--folder`, `places`. */
export type ValuesOf = (name: string) => Values;

/** A program and all commands in it. */
export const commandTree = (program: Command, valuesOf: ValuesOf): readonly CompletedCommand[] => {
  const treeOf = (command: Command, path: readonly string[]): readonly CompletedCommand[] => [
    completed(command, path, valuesOf),
    ...command.commands.flatMap((inner) => treeOf(inner, [...path, inner.name()])),
  ];
  return treeOf(program, []);
};

const completed = (command: Command, path: readonly string[], valuesOf: ValuesOf): CompletedCommand => ({
  path: path.join(' '),
  commands: command.commands.map((inner) => ({ name: inner.name(), about: inner.description() })),
  options: command
    .createHelp()
    .visibleOptions(command)
    .map((option) => optionOf(option, valuesOf)),
  arguments: argumentsOf(command.registeredArguments, valuesOf),
});

const optionOf = ({ short, long, description, required, optional }: Option, valuesOf: ValuesOf): CompletedOption => ({
  names: [short, long].filter((name) => name !== undefined),
  about: description,
  ...((required || optional) && { values: valuesOf(long ?? '') }),
});

/** No command has more than one kind of argument. */
const argumentsOf = ([argument]: readonly Argument[], valuesOf: ValuesOf): Values =>
  argument === undefined ? { words: [] } : valuesOf(argument.name());
