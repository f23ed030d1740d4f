import type { Command } from 'commander';
import { addCommand, addNote, collect, type Run, spoken } from './command.ts';

/** The command that compares a bank with its profile. */
export const addDriftCommand = (program: Command, run: Run): void => {
  const drift = addCommand(program, 'Contracts', [
    'drift',
    "shows where a bank's test host differs from tillbox",
    'tillbox drift --gateway https://3dsec.berekebank.kz/payment/rest/ --login shop-api --bank bereke',
  ])
    .optionsGroup('The bank:')
    .option('--gateway <url>', 'its test host; the password is TILLBOX_GATEWAY_PASSWORD')
    .option('--login <name>', 'the login there')
    .option('--bank <name>', 'the bank, or the file of one; BANK or bereke by default')
    .option('--allow-host <host>', 'asks this host, too; may be given several times', collect)
    .option('--rate <number>', 'calls in a second; 1 by default, up to 20')
    .optionsGroup('The questions:')
    .option('--list', 'prints them, and asks nothing')
    .option('--cards', "pays with the bank's test card by paymentorder.do, and refunds")
    .option('--by-hand', 'prints two payment pages, waits until you have paid, and asks on')
    .option('--with-wrong-password', 'sends a wrong password, once and as the last call')
    .optionsGroup('Answers in files:')
    .option('--save <file>', 'keeps the answers of the bank, masked')
    .option('--from <file>', 'reads them there, and asks nobody')
    .optionsGroup('The verdict:')
    .option('--accept <file>', 'differences that are known')
    .option('--save-accepted <file>', 'writes the differences of this run as known ones')
    .option(
      '--fail-on <kind>',
      'removed, changed or any: what ends with exit code 1; by default any, but for guesses of tillbox',
    )
    .option('--profile <file>', 'writes the file of a bank with the rows that would remove the differences')
    .optionsGroup('Reports:')
    .option('-j, --json <file>', 'a report as JSON')
    .option('-x, --junit <file>', 'a report as JUnit writes it')
    .action((options) =>
      run(async (output) => (await import('../../contracts/drift/run.ts')).findDrift(options, spoken(output))),
    );
  addNote(
    drift,
    'The bank is asked twice; what differs from itself is not compared. Its production host is never asked.\nExit code: 0 no difference, 1 there is one, 2 the bank could not be asked.',
  );
};
