import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { GivenOptions } from '../../../contracts/record/options.ts';
import { record } from '../../../contracts/record/run.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

/** Tests of a shop in JavaScript that shares no code with tillbox: it registers an order and asks for it. */
const shopTests = `
  const { TILLBOX_REST_URL, TILLBOX_LOGIN: userName, TILLBOX_PASSWORD: password } = process.env;
  const call = async (name, fields) => {
    const body = new URLSearchParams({ userName, password, ...fields });
    return (await fetch(TILLBOX_REST_URL + name, { method: 'POST', body })).json();
  };
  const orderNumber = 'n-' + Date.now();
  const { orderId } = await call('register.do', { orderNumber, amount: '500', returnUrl: 'http://localhost/back' });
  await call('getOrderStatusExtended.do', { orderId });
  process.exitCode = Number(process.argv[1] ?? 0);
`;

const node = (...args: readonly string[]) => [process.execPath, '--input-type=module', '-e', ...args];

const recordIn = async (
  t: ExecutionContext,
  command: readonly string[],
  given: GivenOptions = {},
  environment: Readonly<Record<string, string>> = {},
) => {
  const output = path.join(temporaryFolder(t), 'shop.pact.json');
  let [out, err] = ['', ''];
  const say = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const code = await record(command, { output, date: '2026-01-01', ...given }, say, environment);
  return { code, output, out, err, text: existsSync(output) ? readFileSync(output, 'utf8') : undefined };
};

test('what the tests of a shop did becomes a file, the same one when it is recorded again', async (t) => {
  const json = path.join(temporaryFolder(t), 'report.json');
  const first = await recordIn(t, node(shopTests), { consumer: 'coffee', json });
  const second = await recordIn(t, node(shopTests), { consumer: 'coffee' });

  t.is(first.code, 0, first.err);
  t.is(
    first.out,
    `2 calls, 2 with a known state.\nWrote 2 interactions of coffee with gateway at bereke to ${first.output}.\n`,
  );
  t.is(second.text, first.text);
  const { consumer, metadata } = JSON.parse(first.text ?? '');
  t.deepEqual(consumer, { name: 'coffee' });
  t.like(metadata.tillbox, { bank: 'bereke', recorded: '2026-01-01', calls: undefined });
  t.like(JSON.parse(readFileSync(json, 'utf8')), {
    consumer: 'coffee',
    bank: 'bereke',
    calls: { seen: 2, withState: 2, leftOut: [] },
    interactions: { length: 2 },
  });
});

test('the date may be that of a reproducible build', async (t) => {
  const { text } = await recordIn(t, node(shopTests), { date: undefined as never }, { SOURCE_DATE_EPOCH: '86400' });

  t.is(JSON.parse(text ?? '').metadata.tillbox.recorded, '1970-01-02');
});

test('no file is written if the command fails, or makes no call', async (t) => {
  const failed = await recordIn(t, node(shopTests, '3'));
  const silent = await recordIn(t, node('0'));
  const missing = await recordIn(t, ['/no/such/program']);

  t.like(failed, { code: 1, text: undefined, err: 'The command ended with exit code 3: nothing was written.\n' });
  t.like(silent, { code: 2, text: undefined });
  t.regex(silent.err, /made no call/);
  t.like(missing, { code: 2, text: undefined });
  t.regex(missing.err, /ENOENT/);
});

test('a gateway that runs elsewhere is recorded with a merchant of its own, if it has a journal', async (t) => {
  await using simulator = await startSimulator({ journalSize: 100, controlToken: 'secret' });
  await using without = await startSimulator();

  const recorded = await recordIn(t, node(shopTests), { sandbox: simulator.url, token: 'secret' });
  const refused = await recordIn(t, node(shopTests), { sandbox: without.url });

  t.is(recorded.code, 0, recorded.err);
  t.is((await simulator.merchants()).length, 1);
  t.like(refused, { code: 2, text: undefined });
  t.regex(refused.err, /JOURNAL_SIZE/);
});

test('callbacks are a second file, if the shop answered one', async (t) => {
  const callbacks = path.join(temporaryFolder(t), 'callbacks.pact.json');
  const none = await recordIn(t, node(shopTests), { callbacks });
  const closing = shopTests.replace(
    'process.exitCode',
    `
    const { createServer } = await import('node:http');
    const came = Promise.withResolvers();
    const server = createServer((_, response) => { response.end('ok'); came.resolve(); }).listen(0);
    await new Promise((resolve) => server.on('listening', resolve));
    const dynamicCallbackUrl = 'http://127.0.0.1:' + server.address().port + '/callback';
    const order = await call('instantPayment.do', {
      amount: '500', pan: '4444555511113333', cvc: '123', expiry: '203412', cardHolderName: 'A B', dynamicCallbackUrl,
      backUrl: 'http://localhost/back',
    });
    await came.promise;
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.close();
    process.exitCode`,
  );
  const some = await recordIn(t, node(closing), { callbacks });

  t.like(none, { code: 2, text: undefined });
  t.regex(none.err, /answered no callback/);
  t.is(some.code, 0, some.err);
  t.regex(some.out, /1 callback\.\nWrote 1 interaction of gateway with shop at bereke to/);
  t.is(JSON.parse(readFileSync(callbacks, 'utf8')).interactions.length, 1);
});

const wrong: readonly (readonly [GivenOptions, RegExp])[] = [
  [{ reads: 'order status' }, /--reads order status: expected names/],
  [{ date: 'today' }, /--date today: expected a day/],
  [{ port: 'x' }, /--port x: expected a number/],
  [{ sandbox: 'nowhere' }, /--sandbox nowhere: expected an address/],
  [{ sandbox: 'http://localhost:1', bank: 'sber' }, /--bank cannot go together with --sandbox/],
  [{ bank: 'berek' }, /did you mean bereke/],
  [{ output: '/no/such/folder/a.json' }, /there is no folder/],
];
for (const [given, complaint] of wrong)
  test(`cannot be tried: ${JSON.stringify(given)}`, async (t) => {
    const { code, err } = await recordIn(t, node(shopTests), given);
    t.is(code, 2);
    t.regex(err, complaint);
  });
