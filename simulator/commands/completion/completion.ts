import { type Command, InvalidArgumentError } from 'commander';
import { nearest } from '../../text/nearest.ts';
import type { Output } from '../command.ts';
import { bashScript } from './bash.ts';
import { type CompletedCommand, commandTree } from './command-tree.ts';
import { fishScript } from './fish.ts';
import { type Shell, shells } from './shells.ts';
import { knownValues } from './values.ts';
import { zshScript } from './zsh.ts';

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Prints the script for a shell. @throws InvalidArgumentError for another shell */
export const completion = async (program: Command, wanted: string, { out }: Output): Promise<undefined> => {
  const shell = shells.find((name) => name === wanted);
  if (shell === undefined) throw new InvalidArgumentError(unknownShell(wanted));
  out(scripts[shell](commandTree(program, knownValues())));
  return undefined;
};

const unknownShell = (wanted: string): string => {
  const meant = nearest(wanted, shells);
  return `there is no script for ${wanted}: expected ${shells.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`;
};
