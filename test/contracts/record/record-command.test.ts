import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { type GivenOptions, readOptions } from '../../../contracts/record/options.ts';
import { node, recordIn, shopTests } from '../../helpers/contracts/record-command.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

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

test('the date is that of --date, of a reproducible build, or none', async (t) => {
  const dateOf = async (given: GivenOptions, environment: Readonly<Record<string, string>>) =>
    (await readOptions(['npm', 'test'], { output: 'a.json', ...given }, environment)).date;

  t.is(await dateOf({ date: '2026-01-01' }, { SOURCE_DATE_EPOCH: '86400' }), '2026-01-01');
  t.is(await dateOf({}, { SOURCE_DATE_EPOCH: '86400' }), '1970-01-02');
  t.is(await dateOf({}, {}), undefined);
  await t.throwsAsync(dateOf({}, { SOURCE_DATE_EPOCH: 'now' }), { message: /expected seconds since 1970/ });
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

test('a field that no answer has is no field that a shop reads: it would be missing from the pact', async (t) => {
  const misspelt = await recordIn(t, node(shopTests), { reads: 'orderId,orderStaus' });
  const known = await recordIn(t, node(shopTests), { reads: '.orderId,orderStatus,paymentAmountInfo.paymentState' });
  const parent = await recordIn(t, node(shopTests), { reads: 'paymentAmountInfo' });

  t.like(misspelt, { code: 2, text: undefined });
  t.regex(
    misspelt.err,
    /^error: --reads orderStaus: no answer of this run has such a field; did you mean orderStatus\?\n/,
  );
  t.is(known.code, 0, known.err);
  t.is(parent.code, 0, parent.err);
});

const wrong: readonly (readonly [GivenOptions, RegExp])[] = [
  [{ reads: 'order status' }, /--reads order status: expected names/],
  [{ reads: 'orderId', probe: true }, /--reads cannot go together with --probe/],
  [{ date: 'today' }, /--date today: expected a day/],
  [{ port: 'x' }, /--port x: expected a number/],
  [{ sandbox: 'nowhere' }, /--sandbox nowhere: expected an address/],
  [{ sandbox: 'http://localhost:1', bank: 'sber' }, /--bank cannot go together with --sandbox/],
  [{ bank: 'berek' }, /did you mean bereke/],
  [{ output: '/no/such/folder/a.json' }, /there is no folder/],
  [{ json: '/no/such/folder/a.json' }, /--json \S+: there is no folder \/no\/such\/folder/],
];
for (const [given, complaint] of wrong)
  test(`cannot be tried: ${JSON.stringify(given)}`, async (t) => {
    const { code, err } = await recordIn(t, node(shopTests), given);
    t.is(code, 2);
    t.regex(err, complaint);
  });
