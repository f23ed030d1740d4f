/** A value as the shell has to compute it, such as `$(date +%s)`. */
export interface ShellValue {
  readonly shell: string;
  /** Whether it may hold any letters. */
  readonly isText?: true;
}

/** A curl command that posts a form, for `sh`. `lines`: the parameters of each line. */
export const curlOf = (url: string, lines: readonly Readonly<Record<string, string | ShellValue>>[]): string =>
  [`curl ${quoted(url)}`, ...lines.map((line) => Object.entries(line).map(option).join(' '))].join(' \\\n    ');

const option = ([name, value]: readonly [string, string | ShellValue]): string => {
  if (typeof value !== 'string')
    return value.isText ? `--data-urlencode "${name}=${value.shell}"` : `-d ${name}=${value.shell}`;
  // Only these are the same in a form and in a shell.
  return /^[\w.:/-]*$/.test(name + value) ? `-d ${name}=${value}` : `--data-urlencode ${inQuotes(`${name}=${value}`)}`;
};

/** A text as one word of a shell. */
export const quoted = (text: string): string => (/^[\w.:/-]*$/.test(text) ? text : inQuotes(text));

const inQuotes = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
