import type { Command } from 'commander';
import { addCommand, addNote, type Run, spoken } from '../command.ts';

const folder = [
  '--folder <folder>',
  'your scenario files, beside those of tillbox; SCENARIOS or ./scenarios by default',
] as const;

/** The commands about scenario files. */
export const addScenarioCommands = (program: Command, run: Run): void => {
  const scenarios = program
    .command('scenarios')
    .description('checks, lists, explains and tries scenario files')
    .helpGroup('Scenarios:');

  const check = addCommand(scenarios, 'Scenarios', [
    'check',
    'lists the mistakes in scenario files',
    'tillbox scenarios check my-scenarios',
  ])
    .argument('[places...]', 'folders or files; SCENARIOS, ./scenarios or the scenarios of tillbox by default')
    .option('--folder <folder>', 'one more folder')
    .action((places, options) =>
      run(async (output) => (await import('./check.ts')).check(places, options, spoken(output))),
    );
  addNote(
    check,
    'A mistake is a line: file:line: path: expected ..., got ...\nSo is a step that has no effect in the rehearsal (`tillbox scenarios try`), and an `expect` that surely is not met there.\nExit code: 0 if there are none, apart from notes, else 1.',
  );

  addCommand(scenarios, 'Scenarios', [
    'list',
    'lists the scenarios with their subjects',
    'tillbox scenarios list --json',
  ])
    .option('--json', 'as JSON: name, about, shop (advice for a shop), file, when, expect')
    .option(...folder)
    .action((options) => run(async (output) => (await import('./list.ts')).list(options, output)));

  const explain = addCommand(scenarios, 'Scenarios', [
    'explain',
    'shows which scenario decides about an order, and why',
    'tillbox scenarios explain --amount 500000 --order-number vip-1',
  ])
    .optionsGroup('The order:')
    .option('--amount <minor>', 'in minor units, such as 500000')
    .option('--currency <code>', 'such as KZT or 398')
    .option('--order-number <number>', "the shop's own number")
    .option('--description <text>', 'its description')
    .option('--merchant <login>', 'whose order it is')
    .option('--client-id <id>', "the shop's id of the payer")
    .option('--email <address>', "the payer's address")
    .option('--language <code>', 'en, ru or kk')
    .option('--scenario <name>', 'the scenario that the order asks for in jsonParams')
    .optionsGroup('The attempt:')
    .option('--card <PAN>', 'the card')
    .option('--attempt <number>', 'which attempt it is, from 1')
    .optionsGroup('The scenarios:')
    .option(...folder)
    .action((options) => run(async (output) => (await import('./explain.ts')).explain(options, spoken(output))));
  addNote(explain, 'Without options, it explains a plain order.');

  const tryOut = addCommand(scenarios, 'Scenarios', [
    'try',
    'plays one scenario end to end',
    'tillbox scenarios try slow-bank',
  ])
    .argument('<scenario>', 'the name or the file of a scenario')
    .option(...folder)
    .action((scenario, options) =>
      run(async (output) => (await import('./try-out.ts')).tryOut(scenario, options, spoken(output))),
    );
  addNote(
    tryOut,
    'Starts a gateway, registers an order that asks for the scenario, pays it, and prints each step with its reason.\nExit code: 0 if it ended as the file expects, else 1.',
  );
};
