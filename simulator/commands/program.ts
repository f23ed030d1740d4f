import { Command, CommanderError, type HelpConfiguration, InvalidArgumentError } from 'commander';
import { ScenarioError } from '../domain/errors/scenario-error.ts';
import { hideCardData } from '../masking/hide-card-data.ts';
import { version } from '../runtime/version.ts';
import { addCommand, addNote, type ExitCode, listLine, type Output, type Run, spoken } from './command.ts';
import { shells } from './completion/shells.ts';
import { addDriftCommand } from './drift-command.ts';
import { addMutateCommand } from './mutate-command.ts';
import { addProxyCommand } from './proxy-command.ts';
import { sayIn, terminalLanguage } from './read-config.ts';
import { addRecordCommand } from './record-command.ts';
import { addSandboxCommands } from './sandbox/sandbox-commands.ts';
import { asWritten, type Say } from './say.ts';
import { addScenarioCommands } from './scenarios/scenario-commands.ts';
import { settingsHelp } from './settings-help.ts';
import { addCallback, addVerifyShop } from './shop/shop-commands.ts';
import { usageError } from './usage-errors.ts';
import { addVerifyCommand } from './verify-command.ts';

const hint = '--help shows the usage.';

/** The language of the output: English if programs read it, as they do JSON and the scripts of shells. */
export const sayFor = (args: readonly string[]): Promise<Say> =>
  sayIn(args.includes('--json') || args[0] === 'completion' ? 'en' : terminalLanguage());

/** Lines longer than this are hard to read. */
const mostColumns = 100;

/** Runs the command line; resolves with its exit code. Wrong usage is 2. */
export const runProgram = async (args: readonly string[], given: Output): Promise<ExitCode> => {
  const { out, err, columns, say = asWritten } = given;
  const output: Output = { out, err: (text) => err(hideCardData(say(text))), columns, say };
  let exitCode: ExitCode = 0;
  const run: Run = async (action) => {
    exitCode = (await action(output)) ?? 0;
  };
  try {
    const program = tillbox(output, run);
    await program.parseAsync(upToUnknown(program, withHelpOption(args)), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof InvalidArgumentError) output.err(`error: ${error.message}\n${hint}\n`);
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ScenarioError)) throw error;
    output.err(`${error.message}\n`);
    return 1;
  }
};

/** `help pay` is `pay --help`. */
const withHelpOption = ([first, ...others]: readonly string[]): readonly string[] =>
  first === 'help' ? [...others, '--help'] : first === undefined ? [] : [first, ...others];

/** The arguments up to a command that there is not: `--help` behind it would hide that. */
const upToUnknown = ({ commands }: Command, args: readonly string[]): readonly string[] => {
  const [name, ...others] = args;
  if (name === undefined || name.startsWith('-') || commands.length === 0) return args;
  const command = commands.find((one) => one.name() === name);
  return command ? [name, ...upToUnknown(command, others)] : [name];
};

/** Every command with its arguments, options and help. Each loads its action when it runs. */
const tillbox = ({ out, err, columns = mostColumns, say = asWritten }: Output, run: Run): Command => {
  const program = new Command('tillbox')
    .description("Your bank's card payment gateway on your own machine. Without a command, it starts the gateway.")
    .version(version(), '-V, --version', 'prints the version')
    .helpOption('-h, --help', 'prints this help')
    .helpCommand(false)
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: (text, write) => write(usageError(text, namesOf(program))),
      getOutHelpWidth: () => Math.min(columns, mostColumns),
      getErrHelpWidth: () => Math.min(columns, mostColumns),
    })
    .configureHelp({ visibleCommands, subcommandTerm, minWidthToWrap: 20, ...helpIn(say) })
    .showHelpAfterError(hint)
    .hook('preAction', (_, command) => refuseEmpty(command))
    .exitOverride();

  const start = addCommand(program, 'Gateway', [
    'start',
    'starts the gateway and the demo shop',
    'PORT=8090 SHOP=off tillbox start',
  ]);
  start
    .addHelpText('after', () => `\n${say('Settings, from the environment:')}\n\n${settingsHelp(listLine(start), say)}`)
    .action(() => run(async () => (await import('./start.ts')).start()));

  const pay = addCommand(program, 'Payments', [
    'pay',
    'pays an order as a customer, on the card page',
    'tillbox pay "$formUrl" --verbose',
  ])
    .argument('<formUrl>', 'the address of the card page, from the answer to register.do')
    .optionsGroup('The card:')
    .option('--card <PAN>', 'the card; 5555555555555599 by default, which requires a one-time code')
    .option('--expiry <MM/YY>', 'its expiry; 12/34 by default')
    .option('--cvc <digits>', 'its security code; 123 by default')
    .option('--save-card', 'ticks the box that saves the card, which the page has if the order has a clientId')
    .option('--stored-card <card>', 'pays with a saved card: the last four digits of its number, or its bindingId')
    .option('--otp <code>', "the code typed on the issuer's page; 123456 by default")
    .optionsGroup('Output:')
    .option('--verbose', 'prints every page to stderr')
    .action((formUrl, options) => run(async (output) => (await import('./pay.ts')).pay(formUrl, options, output)));
  addNote(pay, "Prints the customer's last address.\nExit code: 0 paid, 2 declined, 1 anything else.");

  addCommand(program, 'Payments', ['demo', 'plays every scenario and prints its end', 'tillbox demo ./scenarios'])
    .argument('[folder]', 'the scenario files; ./scenarios or those of tillbox by default')
    .action((folder) =>
      run(async (output) => {
        const { certify, demo } = await import('./demo/demo.ts');
        const isOfSatim = folder === undefined && (await import('./read-config.ts')).namedBank() === 'satim';
        return isOfSatim ? certify(spoken(output)) : demo(folder, spoken(output));
      }),
    );

  addCallback(program, run);

  addSandboxCommands(program, run);

  addScenarioCommands(program, run);

  addVerifyCommand(program, run);

  addRecordCommand(program, run);

  addVerifyShop(program, run);

  addMutateCommand(program, run);

  addDriftCommand(program, run);

  addProxyCommand(program, run);

  addCommand(program, 'Documentation', [
    'docs',
    'serves the documentation for a browser, without a network',
    'tillbox docs',
  ]).action(() => run(async (output) => (await import('./docs.ts')).docs(spoken(output))));

  const completion = addCommand(program, 'Shell', [
    'completion',
    'prints a script by which a shell completes commands',
    'tillbox completion bash > ~/.local/share/bash-completion/completions/tillbox',
  ])
    .argument('<shell>', shells.join(', '))
    .action((shell) =>
      run(async (output) => (await import('./completion/completion.ts')).completion(program, shell, output)),
    );
  addNote(completion, 'For zsh: source <(tillbox completion zsh). For fish: tillbox completion fish | source.');

  return program;
};

/** Options that may be empty: none of it. */
const mayBeEmpty: readonly string[] = ['token', 'password', 'description', 'email', 'clientId'];

/** A variable of the shell that is not set, `--card "$CARD"`, is not the default. @throws InvalidArgumentError */
const refuseEmpty = (command: Command): void => {
  const given = command.opts<Readonly<Record<string, unknown>>>();
  const empty = command.options.find((option) => {
    const name = option.attributeName();
    return given[name] === '' && !mayBeEmpty.includes(name);
  });
  if (empty) throw new InvalidArgumentError(`${empty.long}: expected a value, got an empty text`);
};

/** The texts of the help in the language of the terminal; a script for a shell takes the English ones. */
const helpIn = (say: Say): HelpConfiguration => ({
  styleTitle: say,
  commandDescription: (command) => say(command.description()),
  subcommandDescription: (command) => say(command.description()),
  optionDescription: ({ description }) => say(description),
  argumentDescription: ({ description }) => say(description),
});

/** Lists the commands of a group instead of the group. */
const visibleCommands = ({ commands }: Command): Command[] =>
  commands.flatMap((command) => (command.commands.length > 0 ? visibleCommands(command) : [command]));

const groupOf = (command: Command): string => (command.parent?.parent ? `${command.parent.name()} ` : '');

const subcommandTerm = (command: Command): string => `${groupOf(command)}${command.name()} ${command.usage()}`;

/** The whole names of the commands, and of their groups. */
const namesOf = (program: Command): readonly string[] => [
  ...visibleCommands(program).map((command) => `${groupOf(command)}${command.name()}`),
  ...program.commands.filter(({ commands }) => commands.length > 0).map((group) => group.name()),
];
