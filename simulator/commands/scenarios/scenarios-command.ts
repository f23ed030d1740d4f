import type { Output } from '../../../client/customer/pay-command.ts';
import { WrongUse } from '../../../client/index.ts';
import { ScenarioError } from '../../domain/scenario-error.ts';
import { check } from './check.ts';
import { explain } from './explain.ts';
import { list } from './list.ts';
import type { Subcommand } from './subcommand.ts';
import { tryOut } from './try-out.ts';

const subcommands: Readonly<Record<string, Subcommand>> = { check, list, explain, try: tryOut };

const help = `Usage: tillbox scenarios <command>

${Object.entries(subcommands)
  .map(([name, { what }]) => `  ${name.padEnd(9)}${what}`)
  .join('\n')}

The files are those of --folder F; without it those of ./scenarios, or where there is no such folder those that come
with tillbox. \`tillbox scenarios <command> --help\` says more. From a checkout: \`npm run scenarios -- <command>\`.
`;

/** Runs the command line and gives its exit code: 0 all is well, 1 something is wrong with the scenarios, 2 wrong usage. */
export const scenariosCommand = async (args: readonly string[], output: Output): Promise<0 | 1 | 2> => {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h') {
    output.out(help);
    return 0;
  }
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!subcommand) {
    output.err(`${name ? `tillbox scenarios ${name}: no such command\n\n` : ''}${help}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    output.out(subcommand.help);
    return 0;
  }
  try {
    return await subcommand.run(rest, output);
  } catch (error) {
    if (error instanceof WrongUse) {
      output.err(`tillbox scenarios ${name}: ${error.message}; --help says more\n`);
      return 2;
    }
    if (!(error instanceof ScenarioError)) throw error;
    output.err(`${error.message}\n`);
    return 1;
  }
};
