import type { Command } from 'commander';
import { addCommand, addNote, type Run, spoken } from '../command.ts';

/** A command about a running tillbox, with the options that all of them have. */
const addSandboxCommand = (program: Command, parts: readonly [name: string, about: string, example: string]): Command =>
  addCommand(program, 'Sandbox', parts)
    .optionsGroup('The sandbox:')
    .option(
      '--url <URL>',
      'a running tillbox, or its control API; this machine, at your CONTROL_PORT or PORT, by default',
    )
    .option('--token <token>', 'its control token; CONTROL_TOKEN by default');

const login = ['--login <login>', 'whose it is; test_user by default'] as const;
const oneMerchant = ['--login <login>', 'one merchant only'] as const;
const ofOrder = [
  '--login <login>',
  'whose order it is; test_user by default, and any merchant for an orderId',
] as const;
const json = ['--json', 'as JSON'] as const;
const jsonLines = ['--json', 'as JSON, one document a line'] as const;

const idOrNumber = "its orderId, or the shop's own number";

const exitCodes = 'Exit code: 0 done, 1 not possible now, 2 there is no such thing, or the tillbox cannot be reached.';

/** The commands that show a running tillbox, and act on it. */
export const addSandboxCommands = (program: Command, run: Run): void => {
  const listen = addSandboxCommand(program, [
    'listen',
    'shows what happens, live',
    'tillbox listen --forward-to localhost:3001/callback',
  ])
    .option('--login <login>', 'one merchant only; with --forward-to test_user by default')
    .optionsGroup('Callbacks:')
    .option('--forward-to <URL>', 'sends them to a shop on this machine, in place of the gateway')
    .optionsGroup('Output:')
    .option(...jsonLines)
    .action((options) => run(async (output) => (await import('./listen.ts')).listen(options, output)));
  addNote(
    listen,
    'Prints the steps of orders, the tries of callbacks, refused calls, and clocks that were moved, until Ctrl+C. After a break of the connection it goes on with what came meanwhile.\nWith --forward-to the shop gets every callback of the merchant as the gateway would send it, also if the tillbox runs elsewhere and cannot reach the shop; what the shop answers counts there like an answer to the gateway.',
  );

  addSandboxCommand(program, ['orders', 'lists orders, newest first', 'tillbox orders --status deposited'])
    .option(...login)
    .optionsGroup('Which orders:')
    .option('--status <state>', 'in this state: created, deposited, declined ...')
    .option('--number <number>', "with this number of the shop's")
    .option('--since <time>', "registered then or later by the merchant's clock, such as 2030-01-01T00:00:00Z")
    .option('--before <orderId>', 'older than this one')
    .option('--limit <number>', 'at most so many; 50 by default')
    .optionsGroup('Output:')
    .option(...json)
    .action((options) => run(async (output) => (await import('./orders.ts')).orders(options, output)));

  const why = addSandboxCommand(program, ['why', 'tells why an order ended as it did', 'tillbox why A-1'])
    .argument('<order>', idOrNumber)
    .option(...ofOrder)
    .optionsGroup('Output:')
    .option('--json', 'everything about the order as JSON')
    .action((order, options) => run(async (output) => (await import('./why.ts')).why(order, options, spoken(output))));
  addNote(why, exitCodes);

  const trigger = addSandboxCommand(program, [
    'trigger',
    'makes the bank act on an order',
    'tillbox trigger refund A-1 --amount 500',
  ])
    .argument('<act>', 'expire, capture, reverse, refund or chargeback')
    .argument('<order>', idOrNumber)
    .option(...ofOrder)
    .optionsGroup('The act:')
    .option('--amount <minor>', 'of capture, reverse and refund, in minor units; all of it by default')
    .optionsGroup('Output:')
    .option(...json)
    .action((act, order, options) =>
      run(async (output) => (await import('./trigger.ts')).trigger(act, order, options, output)),
    );
  addNote(trigger, `The shop gets the usual callbacks.\n${exitCodes}`);

  const time = addSandboxCommand(program, ['time', "shows or moves a merchant's clock", 'tillbox time +20m'])
    .argument('[move]', '+20m, a time such as 2030-01-01T00:00:00Z, next (the next thing due), freeze or run')
    .option(...login)
    .optionsGroup('Output:')
    .option(...json)
    .action((move, options) => run(async (output) => (await import('./time.ts')).time(move, options, output)));
  addNote(time, `Whatever is due on the way happens first.\n${exitCodes}`);

  const open = addSandboxCommand(program, ['open', 'opens it, or an order, in a browser', 'tillbox open A-1'])
    .argument('[order]', idOrNumber)
    .option(...ofOrder)
    .optionsGroup('Output:')
    .option(...json)
    .action((order, options) => run(async (output) => (await import('./open.ts')).open(order, options, output)));
  addNote(open, 'Prints the address, and only that if there is no browser, or no terminal.');

  const logs = addSandboxCommand(program, ['logs', 'lists calls with their results', 'tillbox logs --refused --follow'])
    .option(...oneMerchant)
    .optionsGroup('Which calls:')
    .option('--refused', 'only those that the gateway refused')
    .option('--path <endpoint>', 'only those of this endpoint, such as refund.do')
    .option('--limit <number>', 'the last ones, so many; 50 by default')
    .option('--follow', 'goes on with those that come, until Ctrl+C')
    .optionsGroup('Output:')
    .option('--json', 'as JSON; with --follow one document a line')
    .action((options) => run(async (output) => (await import('./logs.ts')).logs(options, output)));
  addNote(logs, 'A line: time, method, endpoint, milliseconds, errorCode, merchant, and why it was refused.');
};
