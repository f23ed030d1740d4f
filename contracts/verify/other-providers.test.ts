import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { pactV2, pactV4, paidStatus } from '../../test/helpers/contracts/sample-pacts.ts';
import { pactFile, runVerify } from '../../test/helpers/contracts/verify-command.ts';
import { temporaryFolder } from '../../test/helpers/process/temporary-folder.ts';

const stock = {
  ...pactV4([
    { description: 'the stock of a cake', request: { method: 'GET', path: '/stock/7' }, response: { status: 200 } },
    { description: 'no stock', request: { method: 'GET', path: '/api/rest/stock' }, response: { status: 404 } },
  ]),
  provider: { name: 'StockService' },
};

const ofProvider = (name: string) => ({ ...pactV2([paidStatus]), provider: { name } });

test('a pact with another provider is told in a line, and is exit code 2', async (t) => {
  const file = pactFile(t, stock);
  const json = path.join(temporaryFolder(t), 'r.json');

  const { code, out } = await runVerify([file, pactFile(t, ofProvider('bank'))], { json });

  t.is(code, 2);
  t.true(
    out.startsWith(`${file} (go-shop) at bereke
Warning: it is a pact with StockService, and no path of it is one of the gateway.

  not tried  the stock of a cake: it is about another provider
  not tried  no stock: it is about another provider
`),
    out,
  );
  t.regex(out, /: 1 holds\.\n/);
  t.is(JSON.parse(readFileSync(json, 'utf8')).notTried.length, 2);
});

test('in a folder, it does not count; alone it is nothing to try', async (t) => {
  const folder = temporaryFolder(t);
  const write = (name: string, pact: object) => writeFileSync(path.join(folder, name), JSON.stringify(pact));
  write('stock.json', stock);
  t.is((await runVerify([folder])).code, 2);

  write('bank.json', ofProvider('Эквайринг'));
  const { code, out } = await runVerify([folder]);
  t.is(code, 0, out);
  t.regex(out, /^Warning: it is a pact with StockService, /m);

  write('stock.json', { ...stock, provider: { name: 'tillbox-bereke' } });
  t.is((await runVerify([folder])).code, 2);
});

test('all banks side by side tell it, too', async (t) => {
  const { code, out } = await runVerify([pactFile(t, stock)], { allBanks: true });

  t.is(code, 2);
  t.is(out.match(/^Warning: it is a pact with StockService, /gm)?.length, 1);
});

test('the pact of the callbacks is tried by another command', async (t) => {
  const { code, out } = await runVerify([path.join(import.meta.dirname, '../pacts/gateway-shop.json')]);

  t.is(code, 2);
  t.regex(out, /is one of the gateway\. Callbacks to a shop are tried by tillbox verify-shop\.\n/);
});

test('the provider may have any name, but not that of another bank without a warning', async (t) => {
  const warned = await runVerify([pactFile(t, ofProvider('tillbox-dsk'))]);
  t.is(warned.code, 0);
  t.regex(warned.out, /^Warning: its provider is tillbox-dsk, and it is verified at bereke\.$/m);

  for (const name of ['tillbox-bereke', 'gateway', 'bereke', 'acquiring'])
    t.notRegex((await runVerify([pactFile(t, ofProvider(name))])).out, /Warning/, name);
});

test('calls at a wrong address are tried: the gateway says which ones are meant', async (t) => {
  const bare = { ...paidStatus.request, path: '/rest/getOrderStatusExtended.do' };
  const { code, out } = await runVerify([pactFile(t, pactV2([{ ...paidStatus, request: bare }]))]);

  t.is(code, 1);
  t.regex(out, /got {4}HTTP 404 .*\/payment\/rest\/getOrderStatusExtended\.do/);
});
