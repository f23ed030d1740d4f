import type { CompletedCommand, CompletedOption, Values } from './command-tree.ts';

/** A script that completes in fish. */
export const fishScript = (commands: readonly CompletedCommand[]): string =>
  ['complete -c tillbox -f', ...commands.flatMap((command) => linesOf(command, commands)), ''].join('\n');

const linesOf = (command: CompletedCommand, all: readonly CompletedCommand[]): readonly string[] => {
  const line = (rest: string): string => `complete -c tillbox -n ${quoted(conditionOf(command, all))} ${rest}`;
  return [
    ...command.commands.map(({ name, about }) => line(`-a ${quoted(name)} -d ${quoted(about)}`)),
    ...command.options.map((option) => line(optionOf(option))),
    ...(isNothing(command.arguments) ? [] : [line(valuesOf(command.arguments))]),
  ];
};

/** True if the command line names this command, and none of those in it. */
const conditionOf = ({ path, commands }: CompletedCommand, all: readonly CompletedCommand[]): string => {
  const seen = path.split(' ').filter(Boolean);
  const others = (
    path === '' ? all.filter((one) => !one.path.includes(' ')).map((one) => one.path) : commands.map(({ name }) => name)
  ).filter(Boolean);
  return [
    ...seen.map((name) => `__fish_seen_subcommand_from ${name}`),
    ...(others.length > 0 ? [`not __fish_seen_subcommand_from ${others.join(' ')}`] : []),
  ].join('; and ');
};

const optionOf = ({ names, about, values }: CompletedOption): string => {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [
    ...flags,
    `-d ${quoted(about)}`,
    ...(values ? [values.paths === 'files' ? '-r' : '-x', valuesOf(values)] : []),
  ]
    .filter(Boolean)
    .join(' ');
};

const valuesOf = ({ words, paths }: Values): string =>
  [
    ...(words.length > 0 ? [`-a ${quoted(words.join(' '))}`] : []),
    ...(paths === 'files' ? ['-F'] : []),
    ...(paths === 'folders' ? [`-a ${quoted('(__fish_complete_directories)')}`] : []),
  ].join(' ');

const isNothing = ({ words, paths }: Values): boolean => words.length === 0 && paths === undefined;

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
