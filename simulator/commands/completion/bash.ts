import type { CompletedCommand, Values } from './command-tree.ts';

/** A script that completes in bash; zsh reads it as well. */
export const bashScript = (commands: readonly CompletedCommand[]): string => `_tillbox() {
  local IFS=$'\\n' word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= words= paths= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$command/\${COMP_WORDS[index]}" in
${commands.flatMap(commandCases).join('\n')}
    esac
  done
  case "$command/$previous" in
${commands.flatMap(valueCases).join('\n')}
    *)
      case "$command/$word" in
${commands.flatMap(wordCases).join('\n')}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ -n "$paths" ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen "$paths" -- "$word"))
  fi
}
complete -F _tillbox tillbox
`;

const commandCases = ({ path, commands }: CompletedCommand): readonly string[] =>
  commands.map(({ name }) => `      '${path}/${name}') command='${`${path} ${name}`.trim()}' ;;`);

const valueCases = ({ path, options }: CompletedCommand): readonly string[] =>
  options
    .flatMap(
      ({ names, values }) => names.flatMap((name) => values && `    '${path}/${name}') ${set(values)} ;;`) as string[],
    )
    .filter(Boolean);

const wordCases = ({ path, commands, options, arguments: values }: CompletedCommand): readonly string[] => [
  `        '${path}/-'*) ${set({ words: options.flatMap(({ names }) => names) })} ;;`,
  `        '${path}/'*) ${set({ ...values, words: [...commands.map(({ name }) => name), ...values.words] })} ;;`,
];

const set = ({ words, paths }: Values): string => {
  const list = `words=$'${words.map(escaped).join('\\n')}'`;
  return paths === undefined ? list : `${list} paths=${paths === 'files' ? '-f' : '-d'}`;
};

const escaped = (word: string): string => word.replaceAll(/[\\']/g, '\\$&');
