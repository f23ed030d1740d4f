import { blocksIn } from '../helpers/process/shell-blocks.ts';
import { type Consumer, commonJs, proof } from './consumers.ts';

/** A test that passes, and one that fails, with the fixtures of this entry point. */
const withFixtures = (test: string, isFailing: boolean): string => `${test}
test('an order is paid', async ({ shop, simulator }) => {
  const { orderId, formUrl } = await shop.gateway.register({ amountMinor: 1500, returnUrl: 'https://shop.example/' });
  ${isFailing ? 'await simulator.setScenario(shop.merchant.login, { attempts: [{ decline: 116 }] });' : ''}
  await shop.payer.pay(formUrl);
  await simulator.waitForCallback(orderId, 'deposited');
  const [callback] = shop.callbacks.received;
  if (callback?.parameters.get('status') !== '1') throw new Error('the order is not paid');
  process.getBuiltinModule('node:fs').writeFileSync('${proof}', orderId);
});
test('each test has its own merchant', async ({ shop, simulator }) => {
  const { total } = await simulator.orders(shop.merchant.login);
  if (total !== 0) throw new Error('it has the orders of another test');
});
`;

const vitestFixtures = `import { tillboxFixtures, type TillboxFixtures } from 'tillbox/vitest';
import { test as base } from 'vitest';

const test = base.extend<TillboxFixtures>(tillboxFixtures());
`;

const playwrightFixtures = `import { test as base } from '@playwright/test';
import { tillboxFixtures, type TillboxFixtures, type TillboxWorkerFixtures } from 'tillbox/playwright';

const test = base.extend<TillboxFixtures, TillboxWorkerFixtures>(tillboxFixtures());
`;

/** The test of docs/testing.md that uses this entry point, and one that shows that it was run. */
const printed = (entry: string): string => {
  const block = blocksIn('docs/testing.md').find(({ text }) => text.includes(`from '${entry}'`));
  const last = `test('the file was run', () => process.getBuiltinModule('node:fs').writeFileSync('${proof}', ''));`;
  return `${block?.text}\n${last}\n`;
};

/** What a failed payment prints. */
const whyItFailed = [
  /Order \S+ \(number \S+\) of merchant \S+: 15\.00 KZT/,
  /actionCode +116, insufficient-funds/,
  /See http:\/\/127\.0\.0\.1:\d+\/orders\//,
];

const typedKit = `import { test as vitest } from 'vitest';
import { test as playwright } from '@playwright/test';
import { startSimulator, type CallbackOperation } from 'tillbox';
import { actionCode, orderStatus, startCallbackReceiver, type OrderStatusAnswer } from 'tillbox/client';
import { tillboxFixtures as forPlaywright, type TillboxFixtures, type TillboxWorkerFixtures } from 'tillbox/playwright';
import { tillboxFixtures as forVitest, type TillboxFixtures as VitestFixtures } from 'tillbox/vitest';

export const unitTest = vitest.extend<VitestFixtures>(forVitest({ bank: 'dsk' }));
export const pageTest = playwright.extend<TillboxFixtures, TillboxWorkerFixtures>(forPlaywright({ bank: 'dsk' }));
unitTest('x', async ({ shop }) => void shop.gateway);
pageTest('x', async ({ page, shop }) => void (await page.goto(shop.callbacks.url)));

export const ask = async (operation: CallbackOperation): Promise<string> => {
  await using simulator = await startSimulator();
  await using callbacks = await startCallbackReceiver();
  await simulator.setScenario(callbacks.url, 'a-file-of-my-own');
  // @ts-expect-error there is no such operation
  await simulator.waitForCallback('x', 'refundd');
  const { state } = await simulator.waitForCallback('x', operation, { timeoutMs: 1, status: 0 });
  return state + (await simulator.whyOf('x'));
};

const unknown: OrderStatusAnswer = { errorCode: '0', orderStatus: 99, actionCode: 4711 };
export const isPaid = unknown.orderStatus === orderStatus.paid && unknown.actionCode === actionCode.approved;
// @ts-expect-error a status is a number
export const wrong: OrderStatusAnswer = { errorCode: '0', orderStatus: '2' };
`;

/** Asks the language service of TypeScript, as an editor does. */
const editor = `const ts = require('typescript');
const { readFileSync, writeFileSync } = require('node:fs');
const file = require('node:path').resolve('use.cts');
const text = readFileSync(file, 'utf8');
const options = { module: ts.ModuleKind.NodeNext, strict: true, types: ['node'] };
const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => true,
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name)) : undefined),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
});
const completed = [...text.matchAll(/''/g)].map(({ index }) =>
  service.getCompletionsAtPosition(file, index + 1, {})?.entries.some(({ name }) => name === 'declined-card-stolen'));
if (completed.length !== 5 || completed.includes(false) || completed.includes(undefined))
  throw new Error('scenarios are not completed: ' + completed);
const wordsOf = (name) => {
  const { documentation } = service.getQuickInfoAtPosition(file, text.indexOf(name) + 1);
  return documentation.map((part) => part.text).join('');
};
if (!wordsOf('declined;').includes('6: declined for good')) throw new Error(wordsOf('declined;'));
if (!wordsOf('insufficientFunds;').includes('116: Insufficient funds')) throw new Error(wordsOf('insufficientFunds;'));
writeFileSync('${proof}', 'completed');
`;

const edited = `import { startSimulator } from 'tillbox';
import { actionCode, GatewayClient, orderStatus, SandboxClient } from 'tillbox/client';

export const pays = async (client: GatewayClient, sandbox: SandboxClient) => {
  const simulator = await startSimulator({ merchants: [{ login: 'a', password: 'b', scenario: '' }] });
  await simulator.setScenario('a', '');
  await simulator.makeMerchant({ scenario: '' });
  await sandbox.setScenario('a', '');
  await client.register({ amountMinor: 1, returnUrl: 'x', jsonParams: { scenario: '' } });
};
export const declined = orderStatus.declined;
export const code = actionCode.insufficientFunds;
`;

/** Projects that use the test kit, by what they use. */
export const kitConsumers: Readonly<Record<string, Consumer>> = {
  'Vitest, fixtures': {
    files: { 'payment.test.ts': withFixtures(vitestFixtures, false) },
    command: ['vitest', 'run', '--testTimeout=20000'],
  },
  'Vitest, fixtures of a failed test': {
    files: { 'payment.test.ts': withFixtures(vitestFixtures, true) },
    command: ['vitest', 'run', '--testTimeout=20000'],
    failsWith: whyItFailed,
  },
  'Vitest, fixtures as docs/testing.md has them': {
    files: { 'payment.test.ts': printed('tillbox/vitest') },
    command: ['vitest', 'run', '--testTimeout=20000'],
  },
  'Playwright Test, fixtures as docs/testing.md has them': {
    files: { ...commonJs, 'payment.spec.ts': printed('tillbox/playwright') },
    command: ['playwright', 'test', '--reporter=line'],
  },
  'Playwright Test, fixtures': {
    files: { ...commonJs, 'payment.spec.ts': withFixtures(playwrightFixtures, false) },
    command: ['playwright', 'test', '--reporter=line'],
  },
  'Playwright Test, fixtures in an ES module': {
    files: {
      'package.json': '{"private":true,"type":"module"}',
      'payment.spec.ts': withFixtures(playwrightFixtures, false),
    },
    command: ['playwright', 'test', '--reporter=line'],
  },
  'Playwright Test, fixtures of a failed test': {
    files: { ...commonJs, 'payment.spec.ts': withFixtures(playwrightFixtures, true) },
    command: ['playwright', 'test', '--reporter=line'],
    failsWith: whyItFailed,
  },
  'names and meanings in an editor': {
    files: { ...commonJs, 'use.cts': edited, 'editor.cjs': editor },
    command: ['node', 'editor.cjs'],
  },
  'types, test kit': {
    files: {
      'package.json': '{"private":true,"type":"module"}',
      'use.ts': typedKit,
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2022',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: ['node'],
        },
        include: ['*.ts'],
      }),
    },
    command: ['tsc', '-p', '.'],
  },
};
