import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { settingsHelp } from '../config.ts';
import { hideCardData } from '../domain/hide-card-data.ts';
import { ScenarioError } from '../domain/scenario-error.ts';
import { addCommand, type ExitCode, type Output, type Run } from './command.ts';
import { addScenarioCommands } from './scenarios/scenario-commands.ts';
import { version } from './version.ts';

const hint = '--help shows the usage.';

/** Runs the command line; resolves with its exit code. Wrong usage is 2. */
export const runProgram = async (args: readonly string[], { out, err }: Output): Promise<ExitCode> => {
  const output: Output = { out, err: (text) => err(hideCardData(text)) };
  let exitCode: ExitCode = 0;
  const run: Run = async (action) => {
    exitCode = (await action(output)) ?? 0;
  };
  try {
    await tillbox(output, run).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof InvalidArgumentError) output.err(`error: ${error.message}\n${hint}\n`);
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ScenarioError)) throw error;
    output.err(`${error.message}\n`);
    return 1;
  }
};

/** Every command with its arguments, options and help. Each loads its action when it runs. */
const tillbox = ({ out, err }: Output, run: Run): Command => {
  const program = new Command('tillbox')
    .description("Your bank's card payment gateway on your own machine. Without a command, it starts the gateway.")
    .version(version(), '-V, --version', 'prints the version')
    .helpOption('-h, --help', 'prints this help')
    .helpCommand(false)
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: (text, write) => write(withoutValues(text)),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .configureHelp({ visibleCommands, subcommandTerm })
    .showHelpAfterError(hint)
    .exitOverride();

  addCommand(program, 'start', 'starts the gateway and the demo shop', 'PORT=8090 SHOP=off tillbox start')
    .addHelpText('after', () => `\nSettings, from the environment:\n${settingsHelp()}`)
    .action(() => run(async () => (await import('./start.ts')).start()));

  addCommand(program, 'pay', 'pays an order as a customer, on the card page', 'tillbox pay "$formUrl" --verbose')
    .argument('<formUrl>', 'the address of the card page, from the answer to register.do')
    .option('--card <PAN>', 'the card; 5555555555555599 by default, which requires a one-time code')
    .option('--expiry <MM/YY>', 'its expiry; 12/34 by default')
    .option('--cvc <digits>', 'its security code; 123 by default')
    .option('--otp <code>', "the code typed on the issuer's page; 123456 by default")
    .option('--verbose', 'prints every page to stderr')
    .addHelpText('after', "\nPrints the customer's last address.\nExit code: 0 paid, 2 declined, 1 anything else.")
    .action((formUrl, options) => run(async (output) => (await import('./pay.ts')).pay(formUrl, options, output)));

  addCommand(program, 'demo', 'plays every scenario and prints its end', 'tillbox demo ./scenarios')
    .argument('[folder]', 'the scenario files; ./scenarios or those of tillbox by default')
    .action((folder) => run(async (output) => (await import('./demo/demo.ts')).demo(folder, output)));

  addScenarioCommands(program, run);

  addCommand(program, 'contracts', 'verifies pact files against the gateway', 'tillbox contracts my-pact.json')
    .argument('[files...]', "the pact files; the shop's own contract by default")
    .addHelpText('after', '\nNeeds @pact-foundation/pact. Exit code: 0 accepted, 1 not accepted.')
    .action((files) => run(async () => (await import('../../contracts/provider/verify-pact.ts')).verifyPacts(files)));

  return program;
};

/** An error of the arguments without what is assigned in them: `--token=secret`, `CONTROL_TOKEN=secret`. */
const withoutValues = (error: string): string => error.replace(/(?<=[\w-]=).*?('?\.?)$/gm, '***$1');

/** Lists the commands of a group instead of the group. */
const visibleCommands = ({ commands }: Command): Command[] =>
  commands.flatMap((command) => (command.commands.length > 0 ? visibleCommands(command) : [command]));

const subcommandTerm = (command: Command): string => {
  const group = command.parent?.parent ? `${command.parent.name()} ` : '';
  return `${group}${command.name()} ${command.usage()}`;
};
