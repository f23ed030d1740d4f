import type { Command } from 'commander';
import { addCommand, addNote, type Run } from '../command.ts';

/** The command that verifies a shop. */
export const addVerifyShop = (program: Command, run: Run): void => {
  const verifyShop = addCommand(program, 'Contracts', [
    'verify-shop',
    'verifies a shop with the callbacks of the gateway',
    "tillbox verify-shop --callback http://localhost:3001/callback --token secret --buy http://localhost:3001/buy --check 'http://localhost:3001/orders/{orderNumber}' --paid '$.status=paid'",
  ])
    .optionsGroup('The callbacks:')
    .option('--callback <URL>', 'where the shop takes callbacks')
    .option('--token <key>', 'the key of the checksum, or in base64 of the token; CALLBACK_TOKEN by default')
    .option('--proof <kind>', 'hmac, rsa, jwt or none; hmac by default')
    .option('--method <method>', 'GET or POST; GET by default')
    .optionsGroup('The orders:')
    .option('--buy <URL|command>', 'makes the shop register an order: gets a POST, or runs in a shell')
    .option('--check <URL|command>', 'shows an order of the shop; has {orderNumber} or {orderId} in it')
    .option('--paid <test>', 'how it shows a paid order: $.path=value, or a text that is in the answer')
    .option('--wait <seconds>', 'how long the shop may take for each; 2 by default')
    .option('--state-change-url <URL>', 'instead of these: where the shop takes the states of the pact')
    .optionsGroup('The gateway:')
    .option('--sandbox <URL>', 'the tillbox of the shop; http://localhost:8080 by default')
    .option('--login <login>', 'the login of the shop; test_user by default')
    .optionsGroup('Output:')
    .option('--only <cases>', 'tries these cases only, with commas')
    .option('--skip <cases>', 'leaves these cases out')
    .option('--json <file>', 'writes the results as JSON')
    .option('--junit <file>', 'writes the results in the format of JUnit')
    .action((options) => run(async (output) => (await import('./verify-shop.ts')).verifyShop(options, output)));
  addNote(
    verifyShop,
    'The gateway of the shop has to be the tillbox of --sandbox; if none runs there, it is started for the run.\nExit code: 0 every case holds, 1 one fails, 2 the shop could not be tried.',
  );
};

/** The command that sends one callback. */
export const addCallback = (program: Command, run: Run): void => {
  const callback = addCommand(program, 'Payments', [
    'callback',
    'sends one callback to a shop',
    'tillbox callback --order A-1 --operation deposited',
  ])
    .optionsGroup('The callback:')
    .option('--operation <name>', 'deposited, approved, refunded ...; deposited by default')
    .option('--failed', 'with status 0: the operation did not succeed')
    .option('--field <name=value...>', 'a further parameter, or another value of one')
    .option('--any-operation', 'takes an operation that the gateway does not know')
    .option('--forged', 'with a checksum that is wrong')
    .option('--times <number>', 'sends it so often; 1 by default')
    .optionsGroup('An order of a running tillbox, with the settings of its merchant:')
    .option('--order <id|number>', 'its orderId or its orderNumber')
    .option('--sandbox <URL>', 'the tillbox; http://localhost:8080 by default')
    .option('--login <login>', 'whose order it is; test_user by default')
    .optionsGroup('The shop:')
    .option('--to <URL>', 'its address for callbacks; that of the order or its merchant by default')
    .optionsGroup('Without --order:')
    .option('--token <key>', 'the key of the checksum, or in base64 of the token; CALLBACK_TOKEN by default')
    .option('--proof <kind>', 'hmac, rsa, jwt or none; hmac by default')
    .option('--method <method>', 'GET or POST; GET by default')
    .action((options) => run(async (output) => (await import('./callback.ts')).callback(options, output)));
  addNote(
    callback,
    'Prints what is sent, and the answer of the shop. The order does not change.\nExit code: 0 the shop answers 200, 1 it answers anything else, 2 nothing was sent.',
  );
};
