import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Output } from '../../../client/customer/pay-command.ts';
import { WrongUse } from '../../../client/index.ts';

/** One command of `tillbox scenarios`. */
export interface Subcommand {
  /** In a few words, for the list of commands. */
  readonly what: string;
  readonly help: string;
  /** @throws WrongUse where the arguments are none, ScenarioError where a scenario file is wrong. */
  readonly run: (args: readonly string[], output: Output) => Promise<0 | 1>;
}

/** The arguments by name, and those without. @throws WrongUse */
export const readArgs = <Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
};

/** @throws WrongUse where there is an argument too many. */
export const refuseMore = ([more]: readonly string[]): void => {
  if (more !== undefined) throw new WrongUse(`"${more}" is too much`);
};
