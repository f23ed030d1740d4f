import type { Command } from 'commander';
import { addCommand, addNote, type Run, spoken } from './command.ts';

/** The command that writes a pact out of a run of the shop's own tests. */
export const addRecordCommand = (program: Command, run: Run): void => {
  const record = addCommand(program, 'Contracts', [
    'record',
    "runs a shop's own tests and writes what they did as a pact",
    'tillbox record --consumer coffee-shop -o coffee-shop.pact.json -- npm test',
  ])
    .argument('<command...>', 'the command that runs the tests, after --')
    .optionsGroup('The pact:')
    .option('-o, --output <file>', 'the file of the pact; none is written if the command fails')
    .option('--callbacks <file>', 'the file of a second pact, of the callbacks and the answers to them')
    .option('--consumer <name>', 'the name of the shop in the pact; shop by default')
    .option(
      '--reads <fields>',
      'only these fields of answers, with commas: orderStatus,actionCode; all: also if the client of tillbox tells them',
    )
    .option('--probe', 'finds these fields: takes fields away until the tests fail, in many runs')
    .option('--date <date>', 'its date, as 2026-01-01; also SOURCE_DATE_EPOCH; today by default')
    .optionsGroup('The gateway:')
    .option('--bank <name>', 'the bank, or the file of one; BANK or bereke by default')
    .option('--port <number>', 'its port; any free one by default')
    .option('--sandbox <URL>', 'a tillbox that runs already, in place of one for this command')
    .option('--token <token>', 'its control token; also CONTROL_TOKEN')
    .optionsGroup('Reports:')
    .option('-j, --json <file>', 'a report as JSON')
    .option('-x, --junit <file>', 'a report as JUnit writes it')
    .action((command, options) =>
      run(async (output) => {
        const { record: recordShop } = await import('../../contracts/record/run.ts');
        const { untilSignal } = await import('./shop/until-signal.ts');
        return untilSignal((signal) => recordShop(command, options, spoken(output), undefined, signal));
      }),
    );
  addNote(
    record,
    'The command gets TILLBOX_URL, TILLBOX_REST_URL, TILLBOX_LOGIN and TILLBOX_PASSWORD of a merchant of its own.\nExit code: 0 recorded, 1 the command failed, 2 it could not be tried.',
  );
};
