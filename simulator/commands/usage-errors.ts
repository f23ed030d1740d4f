import { settings } from '../config.ts';
import { nearest } from '../text/nearest.ts';

/** An error of the arguments, as it is shown. `commands`: all of them by their whole names, if the first word was unknown. */
export const usageError = (error: string, commands: readonly string[]): string =>
  withDirection(withSetting(withoutValues(withCommand(error, commands))));

/** `time -20m`. */
const withDirection = (error: string): string =>
  /^error: unknown option '-\d/.test(error)
    ? `${error.trimEnd()}\n(Nothing goes below zero, and a clock only moves forward: +20m)\n`
    : error;

const withCommand = (error: string, commands: readonly string[]): string => {
  const [whole, unknown = ''] = /^error: unknown command '(.*)'\n(?:\(Did you mean .*\n)?/.exec(error) ?? [];
  if (whole === undefined) return error;
  const meant =
    earlierNames.get(unknown) ??
    nearest(unknown, commands) ??
    commands.find((command) => lastWord(command) === nearest(unknown, commands.map(lastWord)));
  return `error: unknown command '${unknown}'\n${meant === undefined ? '' : `(Did you mean ${meant}?)\n`}`;
};

/** Commands that have other names now. */
const earlierNames: ReadonlyMap<string, string> = new Map([['contracts', 'verify']]);

const lastWord = (command: string): string => command.split(' ').at(-1) ?? '';

/** Settings are no options: `--port` is `PORT=`. */
const withSetting = (error: string): string => {
  const [whole, option = ''] = /^error: unknown option '--([^'=]*)/.exec(error) ?? [];
  const name = option.toUpperCase().replaceAll('-', '_');
  const variable = Object.values(settings).find((row) => row.variable === name)?.variable;
  return whole === undefined || variable === undefined
    ? error
    : `${error.trimEnd()}\n(${variable} is a setting of the environment: ${variable}=... tillbox)\n`;
};

/** Without what is assigned in the arguments: `--token=secret`, `CONTROL_TOKEN=secret`. */
const withoutValues = (error: string): string => error.replace(/(?<=[\w-]=).*?('?\.?)$/gm, '***$1');
