import type { Command } from 'commander';
import { addCommand, addNote, type Run } from './command.ts';

/** The command that tries the tests of a shop with broken gateways. */
export const addMutateCommand = (program: Command, run: Run): void => {
  const mutate = addCommand(program, 'Contracts', [
    'mutate',
    'tries whether the tests of a shop notice a broken gateway',
    'tillbox mutate --min-score 80 -- npm test',
  ])
    .argument('<command...>', "the command of the shop's tests, after --")
    .optionsGroup('The breaks:')
    .option('--only <ids>', 'these only, such as st-06, or st for all of an area; with commas')
    .option('--concurrency <number>', 'so many runs side by side, each with a merchant of its own; 1 by default')
    .optionsGroup('The gateway:')
    .option('--port <number>', 'the port of the gateway that is started for the tests; a free one by default')
    .option('--sandbox <URL>', 'instead: a running tillbox, or its control API')
    .option('--token <token>', 'its control token; CONTROL_TOKEN by default')
    .optionsGroup('The result:')
    .option('--min-score <percent>', 'exit code 1 if fewer of the reached breaks are noticed')
    .option('--report <file>', "writes the results in Stryker's mutation testing report schema")
    .option('--html <file>', 'writes them as a page')
    .option('--json <file>', 'writes the results as JSON')
    .option('--junit <file>', 'writes the results in the format of JUnit')
    .action((line, options) =>
      run(async (output) => (await import('./shop/mutate.ts')).mutateTests(line, options, output)),
    );
  addNote(
    mutate,
    'Nothing is random: every run tries the same breaks in the same order, so there is no seed.\nThe tests find the gateway by TILLBOX_URL (its address), TILLBOX_REST_URL (that of the merchant API), TILLBOX_LOGIN and TILLBOX_PASSWORD in their environment.\nExit code: 0 done, 1 the score is too low, 2 the tests could not be tried.',
  );
};
