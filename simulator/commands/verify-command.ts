import type { Command } from 'commander';
import { addCommand, addNote, collect, type Run } from './command.ts';

/** The command that verifies pacts. Options that Pact's own verifier has have their names there. */
export const addVerifyCommand = (program: Command, run: Run): void => {
  const verify = addCommand(program, 'Contracts', [
    'verify',
    'verifies pacts against the gateway of a bank',
    'tillbox verify pacts/ --bank dsk',
  ])
    .argument('[pacts...]', 'files, folders and addresses of pacts; the pact of tillbox by default')
    .optionsGroup('The gateway:')
    .option('--bank <name>', 'the bank, or the file of one; BANK or bereke by default')
    .option('--all-banks', 'every bank, as a table of interactions and banks')
    .option('--require <banks>', 'the banks that decide about the exit code of --all-banks, such as dsk,bereke')
    .option('--as-is', 'the bank as it is; the default for your pacts at one bank')
    .option(
      '--in-tenge',
      'the bank with the settings of a shop in tenge, without carts; the default for --all-banks and the pact of tillbox',
    )
    .option(
      '--gateway <url>',
      "a gateway elsewhere, such as the bank's test host; its password is TILLBOX_GATEWAY_PASSWORD",
    )
    .option('--login <name>', 'the login there')
    .optionsGroup('What is verified:')
    .option('--filter-description <regex>', 'interactions with such a description; also PACT_DESCRIPTION')
    .option('--filter-state <regex>', 'interactions with such a state; also PACT_PROVIDER_STATE')
    .option('-c, --filter-consumer <regex>', 'pacts of such a consumer; may be given several times', collect)
    .option('--last-failed', 'interactions that failed in the last run, whose report is the file of --json')
    .optionsGroup('States:')
    .option('--state-map <file>', 'JSON with a state of tillbox for each sentence of your own')
    .option('--ignore-missing-states', 'exit code 0 even if there is no such state')
    .optionsGroup('A Pact Broker:')
    .option('-b, --broker-url <url>', 'takes the pacts with the provider tillbox-<bank>; also PACT_BROKER_BASE_URL')
    .option('-t, --token <token>', 'its token; also PACT_BROKER_TOKEN')
    .option('--user <name>', 'its user; also PACT_BROKER_USERNAME')
    .option('--password <password>', 'the password; also PACT_BROKER_PASSWORD')
    .option('--consumer-version-selectors <json>', 'which versions of the pacts; may be given several times', collect)
    .option('--enable-pending', 'failures of pacts that never held do not count')
    .option('--include-wip-pacts-since <date>', 'adds pacts that are work in progress')
    .option('--publish', 'publishes the results of the bank, as the provider tillbox-<bank>')
    .option('--provider-version <version>', 'the version of the provider, for --publish')
    .option('--provider-branch <branch>', 'its branch')
    .option('--build-url <url>', 'the page of the build')
    .optionsGroup('Reports:')
    .option('-j, --json <file>', 'a report as JSON')
    .option('-x, --junit <file>', 'a report as JUnit writes it')
    .action((pacts, options) =>
      run(async (output) => (await import('../../contracts/verify/run.ts')).verifyPacts(pacts, options, output)),
    );
  addNote(
    verify,
    'Needs @pact-foundation/pact. Each interaction meets a fresh gateway in the states that it asks for.\nExit code: 0 all hold, 1 some do not, 2 some could not be tried.',
  );
};
