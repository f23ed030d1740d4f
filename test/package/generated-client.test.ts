import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { startSimulator } from '../../simulator/simulator.ts';

const execute = promisify(execFile);

/** The generator wants TypeScript 5, so all of it is installed apart from the project. */
const tools = ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0', 'typescript@5.9.3'];

const program = `
import createClient from 'openapi-fetch';
import type { paths } from './merchant.ts';

const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
const client = createClient<paths>({ baseUrl: process.argv[2]!, headers });
const login = { userName: 'test_user', password: 'test_user_password' };

const order = { ...login, amount: 1_500_000, returnUrl: 'https://shop.example/return' };
const { data: registered } = await client.POST('/payment/rest/register.do', { body: order });
if (!registered || !('orderId' in registered)) throw new Error(registered?.errorMessage);
const { orderId, formUrl }: { orderId: string; formUrl: string } = registered;

const { data: status } = await client.POST('/payment/rest/getOrderStatusExtended.do', { body: { ...login, orderId } });
if (!status || !('orderStatus' in status)) throw new Error('no status');
const orderStatus: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 = status.orderStatus;
const amount: number = status.paymentAmountInfo.totalAmount;
console.log(typeof formUrl, orderStatus, amount);

// @ts-expect-error an order has an amount
await client.POST('/payment/rest/register.do', { body: { ...login, returnUrl: 'https://shop.example/' } });
// @ts-expect-error a refund needs a login
await client.POST('/payment/rest/refund.do', { body: { orderId } });
`;

test('a client generated from merchant.json holds its types, and talks to the gateway', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-generated-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const run = (command: string, ...args: readonly string[]) => execute(command, args, { cwd: folder });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(path.join(folder, 'program.ts'), program);
  await run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...tools);
  const simulator = await startSimulator({ logLevel: 'error' });
  t.teardown(simulator.stop);
  const options = '--strict --module nodenext --target es2024 --lib es2024,dom --noEmit --skipLibCheck'.split(' ');

  await run(
    './node_modules/.bin/openapi-typescript',
    `${simulator.controlUrl}/openapi/merchant.json`,
    '-o',
    'merchant.ts',
  );
  writeFileSync(path.join(folder, 'globals.d.ts'), 'declare const process: { readonly argv: readonly string[] };');
  await t.notThrowsAsync(
    run('./node_modules/.bin/tsc', ...options, '--allowImportingTsExtensions', 'globals.d.ts', 'program.ts'),
  );
  const { stdout } = await run(process.execPath, 'program.ts', simulator.url);

  t.is(stdout.trim(), 'string 0 1500000');
});
