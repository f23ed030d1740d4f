import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import test, { type ExecutionContext } from 'ava';
import { GatewayClient, Payer } from '../../client/index.ts';
import { fetchDocument } from '../helpers/http/documented-answers.ts';
import { checkTypes, installPacked, nodeOf, runWith, startPacked } from '../helpers/process/packed.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

const installing = installPacked();
test.after.always('the folder is removed', async () => (await installing).remove());

/** Every Node that `engines` names. */
const versions = ['22.23.3', '24.21.0', '26.10.0'];
const tooOld = '20.20.2';

/** Asked for once, because `npx` takes longer to name a Node than the Node to start. */
const nodes = new Map([...versions, tooOld].map((version) => [version, nodeOf(version)]));
const known = async (version: string): Promise<string> => (await nodes.get(version)) ?? '';

/** The command that npm installs. The tests that start a gateway run it by `npx`, which takes half a second. */
const command = './node_modules/.bin/tillbox';

const credentials = { userName: 'test_user', password: 'test_user_password' };

const quickStart = `
import { startSimulator } from 'tillbox';
import { checkCallback, GatewayClient, Payer, SandboxClient } from 'tillbox/client';

const simulator = await startSimulator();
const client = new GatewayClient({ baseUrl: simulator.restUrl, ...${JSON.stringify(credentials)} });
const order = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };
const paid = await client.register(order);
await new Payer().pay(paid.formUrl);
const declined = await client.register({ ...order, jsonParams: { scenario: 'three-declines' } });
await new Payer({ tries: 3 }).pay(declined.formUrl);
const sandbox = new SandboxClient({ url: simulator.url });
const merchant = await sandbox.makeMerchant({ bank: 'dsk' });
const outcomes = [merchant.bank];
for (const { orderId } of [paid, declined]) outcomes.push((await client.waitForPayment({ orderId })).outcome);
await simulator.stop();
console.log(process.versions.node, typeof checkCallback, ...outcomes);
`;

for (const version of versions) {
  test(`the quick start runs in process, on Node ${version}`, async (t) => {
    const [{ folder }, node] = await Promise.all([installing, known(version)]);
    const file = `quick-start-${version}.js`;
    writeFileSync(path.join(folder, file), quickStart);

    t.is((await runWith(node, folder, 'node', file)).trim(), `${version} function dsk paid declined`);
  });

  test(`npx tillbox starts a gateway that takes payments, on Node ${version}`, async (t) => {
    const [{ folder }, node] = await Promise.all([installing, known(version)]);
    const baseUrl = await startPacked(t, node, folder, { LOG_LEVEL: 'debug' });

    await takesPayments(t, baseUrl);
  });
}

test('in process, an old Node is told which one is needed', async (t) => {
  const [{ folder }, node] = await Promise.all([installing, known(tooOld)]);
  writeFileSync(path.join(folder, 'old.js'), "import { startSimulator } from 'tillbox';\nawait startSimulator();\n");
  writeFileSync(path.join(folder, 'old.cjs'), "require('tillbox').startSimulator();\n");

  for (const file of ['old.js', 'old.cjs'])
    await t.throwsAsync(runWith(node, folder, 'node', file), {
      message: /startSimulator: tillbox needs Node 22\.20\+, 24\.12\+ or 26\+; this is 20\.20\.2/,
    });
});

const takesPayments = async (t: ExecutionContext, baseUrl: string): Promise<void> => {
  const client = new GatewayClient({ baseUrl, ...credentials });
  const { orderId, formUrl } = await client.register({ amountMinor: 100, returnUrl: 'https://shop.example/return' });
  await new Payer().pay(formUrl);
  t.is((await client.waitForPayment({ orderId })).outcome, 'paid');
};

test('the commands say what they do, and an unknown one is refused', async (t) => {
  const { folder } = await installing;
  const tillbox = (...args: readonly string[]) => runWith(process.execPath, folder, command, ...args);

  const help = await tillbox('--help');
  for (const name of ['start', 'pay', 'demo', 'scenarios', 'verify']) t.regex(help, new RegExp(`^  ${name} `, 'm'));
  t.regex(await tillbox('pay', '--help'), /--card <PAN>/);
  const unknown = await t.throwsAsync(tillbox('fly'));
  t.is((unknown as Error & { code?: number }).code, 2);
});

test('verify says what it needs, and prints its help without that', async (t) => {
  const { folder } = await installing;
  const tillbox = (...args: readonly string[]) => runWith(process.execPath, folder, command, ...args);

  t.regex(await tillbox('verify', '--help'), /--all-banks/);
  const { code, stderr } = (await t.throwsAsync(tillbox('verify'))) as Error & {
    code: number;
    stderr: string;
  };
  t.is(code, 2);
  t.is(
    stderr,
    'error: tillbox verify needs the package @pact-foundation/pact, which is not installed: npm install --save-dev @pact-foundation/pact\n',
  );
});

for (const version of versions)
  test(`verify finds the package of the project, and verifies the pact of the package, on Node ${version}`, async (t) => {
    const [{ folder }, node] = await Promise.all([installing, known(version)]);
    const project = temporaryFolder(t);
    mkdirSync(path.join(project, 'node_modules'));
    const installed = path.join(import.meta.dirname, '../../node_modules/@pact-foundation');
    symlinkSync(installed, path.join(project, 'node_modules/@pact-foundation'));
    const program = path.join(folder, 'node_modules/tillbox/dist/simulator/commands/launcher/tillbox.js');

    const out = await runWith(node, project, 'node', program, 'verify', '--filter-description', 'refund');

    t.regex(out, /^the pact of tillbox \(shop\) at bereke: \d\d+ hold\.$/m);
  });

test('the demo plays the scenarios that come with the package', async (t) => {
  const { folder } = await installing;

  t.regex(await runWith(process.execPath, folder, 'npx', 'tillbox', 'demo'), /^\d\d+ scenarios, 0 not as expected$/m);
});

test('the scenarios that come with the package are right', async (t) => {
  const { folder } = await installing;

  t.regex(
    await runWith(process.execPath, folder, 'npx', 'tillbox', 'scenarios', 'check'),
    /^\d\d+ scenarios, no mistakes$/m,
  );
});

/** Runs before the command and makes it fail where only a bug could. */
const plantedBug = 'data:text/javascript,URL.canParse=()=>{throw new TypeError("planted")}';

test('the stack of a bug names files of the sources', async (t) => {
  const { folder } = await installing;
  const cli = 'node_modules/tillbox/dist/simulator/commands/cli.js';

  const failed = runWith(process.execPath, folder, 'node', '--import', plantedBug, cli, 'pay', 'http://127.0.0.1/');
  const { stderr } = (await t.throwsAsync(failed)) as Error & { stderr: string };

  t.regex(stderr, /TypeError: planted\n.*\n\s+at readFormUrl \(.*client\/customer\/payer\.ts:\d+:\d+\)/);
});

test('an editor finds the schema of scenarios in the package, at the address of the documentation', async (t) => {
  const { folder } = await installing;
  const page = readFileSync(path.join(folder, 'node_modules/tillbox/docs/writing-scenarios.md'), 'utf8');
  const [, address = ''] = /^# yaml-language-server: \$schema=(\.\S+)$/m.exec(page) ?? [];
  const file = path.resolve(folder, 'my-scenarios', address);
  const validate = new Ajv({ strict: false, logger: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
  const program = "console.log(import.meta.resolve('tillbox/scenario.schema.json'))";

  t.true(validate({ attempts: [{ decline: 'insufficient-funds' }, 'approve'] }));
  for (const wrong of [{ attempts: ['decline'] }, { attempts: [{ delay: 500 }] }, { about: 'x' }])
    t.false(validate(wrong));
  const found = await runWith(process.execPath, folder, 'node', '--input-type=module', '-e', program);
  t.is(realpathSync(fileURLToPath(found.trim())), realpathSync(file));
});

test('the package installs one other: Zod, for its types', async (t) => {
  const { folder } = await installing;

  t.deepEqual(
    readdirSync(path.join(folder, 'node_modules'))
      .filter((name) => !name.startsWith('.'))
      .sort(),
    ['tillbox', 'zod'],
  );
});

test('the package holds the licences of the packages in its bundle', async (t) => {
  const { folder } = await installing;
  const licences = readFileSync(path.join(folder, 'node_modules/tillbox/dist/LICENCES.txt'), 'utf8');

  for (const name of ['@koa/router', 'busboy', 'ejs', 'koa', 'nanoid', 'pg', 'pino', 'yaml', 'zod'])
    t.regex(licences, new RegExp(`^${name}\n\n.*\\S`, 'm'), name);
});

test('a program finds the collection of requests in the package', async (t) => {
  const { folder } = await installing;
  const name = 'tillbox/requests/tillbox.postman_collection.json';
  writeFileSync(path.join(folder, 'collection.cjs'), `console.log(require('${name}').info.name)`);

  t.is((await runWith(process.execPath, folder, 'node', 'collection.cjs')).trim(), 'tillbox');
});

test('the OpenAPI document of a bank comes with its examples', async (t) => {
  const [{ folder }, node] = await Promise.all([installing, known('24.21.0')]);
  const url = await startPacked(t, node, folder);

  const { paths } = await fetchDocument(String(new URL('/sandbox/openapi/merchant.json?bank=dsk', url)));

  const { requestBody, responses } = paths['/payment/rest/register.do'].post;
  t.like(requestBody.content['application/x-www-form-urlencoded'].example, credentials);
  t.regex(responses['200'].content['application/json'].examples.success.value.orderId, /^[\da-f-]{36}$/);
});

/** In a folder of its own: `npm run test:package` installs it. */
const publint = fileURLToPath(new URL('node_modules/publint/src/cli.js', import.meta.url));
const strictly = ['--level', 'warning', '--strict', '--pack', 'false'];

test('the package is as bundlers and type checkers want it', async (t) => {
  const { folder } = await installing;
  // An error ends with 1, a warning says what is wrong.
  const said = await runWith(process.execPath, folder, 'node', publint, 'node_modules/tillbox', ...strictly);

  t.regex(said, /All good!/);
});

test('the types of the package hold in a strict project', async (t) => {
  const { folder } = await installing;
  const source = `
import { startSimulator, type Simulator } from 'tillbox';
import {
  GatewayClient,
  type NewMerchant,
  type OrderStatusAnswer,
  SandboxClient,
  type SandboxMerchant,
} from 'tillbox/client';

const simulator: Simulator = await startSimulator({ seed: 'x' });
const client = new GatewayClient({ baseUrl: simulator.restUrl, userName: 'a', password: 'b' });
const status: OrderStatusAnswer = await client.getOrderStatus({ orderId: 'x' });
export const number: number = status.orderStatus;
const sandbox = new SandboxClient({ url: simulator.url });
const settings: NewMerchant = { bank: 'dsk', callbacks: { url: null } };
const merchant: SandboxMerchant = await sandbox.makeMerchant(settings);
export const nowMs: number = (await sandbox.clock.advance(merchant, '20m')).nowMs;
export const own: GatewayClient = sandbox.gatewayOf(merchant);
// @ts-expect-error a merchant has no such setting
await sandbox.makeMerchant({ nme: 'x' });
// @ts-expect-error there is no such option
await startSimulator({ nonsense: true });
`;
  writeFileSync(path.join(folder, 'types.ts'), source);

  await t.notThrowsAsync(checkTypes(folder, 'types.ts'));
});
