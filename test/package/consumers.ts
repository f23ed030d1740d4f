/** A program that uses tillbox as a project of its kind does: its files, and the command that runs it. */
export interface Consumer {
  readonly files: Readonly<Record<string, string>>;
  readonly command: readonly [program: string, ...args: readonly string[]];
  /** The command fails, and prints these. */
  readonly failsWith?: readonly RegExp[];
}

/** The file that a program leaves which got to its end. */
export const proof = 'proof.txt';

const imported = `import { startSimulator } from 'tillbox';
import { GatewayClient, GatewayRefused, Payer } from 'tillbox/client';
`;

const required = `const { startSimulator } = require('tillbox');
const { GatewayClient, GatewayRefused, Payer } = require('tillbox/client');
`;

/** Throws unless an order is paid and a second register of its number is refused. */
const body = `const pays = async () => {
  const simulator = await startSimulator();
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName: 'test_user', password: 'test_user_password' });
  const order = { orderNumber: 'A-1', amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };
  const { orderId, formUrl } = await client.register(order);
  await new Payer().pay(formUrl);
  const { outcome } = await client.waitForPayment({ orderId });
  const refusal = await client.register(order).catch((error) => error);
  await simulator.stop();
  if (outcome !== 'paid') throw new Error('the order is ' + outcome);
  if (!(refusal instanceof GatewayRefused)) throw new Error('the second order was not refused');
  process.getBuiltinModule('node:fs').writeFileSync('${proof}', outcome);
};
`;

const inTest = "test('an order is paid', pays);\n";
const printed = "pays().then(() => console.log('1 passed'));\n";

/** A CommonJS project as `npm init` makes it. */
export const commonJs = { 'package.json': '{"private":true}' };

const typescript = (module: string, moduleResolution: string) =>
  JSON.stringify({
    compilerOptions: {
      module,
      moduleResolution,
      target: 'es2022',
      strict: true,
      // As `tsc --init` has it; another test checks the types themselves.
      skipLibCheck: true,
      esModuleInterop: true,
      noEmit: true,
      types: ['node'],
    },
    include: ['*.ts', '*.cts', '*.mts'],
  });

const typed = `import { startSimulator, type Simulator } from 'tillbox';
import { GatewayClient, type OrderStatusAnswer } from 'tillbox/client';

export const ask = async (): Promise<number> => {
  const simulator: Simulator = await startSimulator({ seed: 'x' });
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName: 'a', password: 'b' });
  const status: OrderStatusAnswer = await client.getOrderStatus({ orderId: 'x' });
  // @ts-expect-error the answer is no number
  const wrong: number = status;
  // @ts-expect-error there is no such option
  await startSimulator({ nonsense: true });
  return status.orderStatus + wrong;
};
`;

const requiredTypes = typed.replace(
  /^import .*\nimport .*\n/,
  `import tillbox = require('tillbox');
import client = require('tillbox/client');
type Simulator = tillbox.Simulator;
type OrderStatusAnswer = client.OrderStatusAnswer;
const { startSimulator } = tillbox;
const { GatewayClient } = client;
`,
);

/** Types of which each mistake is noticed; they leave no proof. */
const checkedTypes = (module: string, moduleResolution: string, files: Readonly<Record<string, string>>): Consumer => ({
  files: { ...commonJs, ...files, 'tsconfig.json': typescript(module, moduleResolution) },
  command: ['tsc', '-p', '.'],
});

/** By what a project uses. The limits of the runners themselves, such as two seconds, are little on a busy machine. */
export const consumers: Readonly<Record<string, Consumer>> = {
  'Jest as it comes': {
    files: { ...commonJs, 'payment.test.js': required + body + inTest },
    command: ['jest', '--testTimeout=20000'],
  },
  'ts-jest': {
    files: {
      ...commonJs,
      'payment.test.ts': imported + body + inTest,
      'jest.config.js': "module.exports = { preset: 'ts-jest' };",
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'node16',
          moduleResolution: 'node16',
          target: 'es2022',
          types: ['node', 'jest'],
          isolatedModules: true,
        },
      }),
    },
    command: ['jest', '--testTimeout=20000'],
  },
  Vitest: {
    files: { 'payment.test.ts': `import { test } from 'vitest';\n${imported}${body}${inTest}` },
    command: ['vitest', 'run', '--testTimeout=20000'],
  },
  AVA: {
    files: {
      'package.json': '{"private":true,"type":"module"}',
      'payment.test.js': `import test from 'ava';\n${imported}${body}test('an order is paid', async (t) => { await pays(); t.pass(); });\n`,
    },
    command: ['ava'],
  },
  'node:test, CommonJS': {
    files: { 'payment.test.cjs': `const test = require('node:test');\n${required}${body}${inTest}` },
    command: ['node', '--test', '--test-reporter=tap'],
  },
  'node:test, ES modules': {
    files: { 'payment.test.mjs': `import test from 'node:test';\n${imported}${body}${inTest}` },
    command: ['node', '--test', '--test-reporter=tap'],
  },
  Mocha: {
    files: { ...commonJs, 'test/payment.js': `${required}${body}it('an order is paid', pays);\n` },
    command: ['mocha', '--timeout', '20s'],
  },
  'Playwright Test': {
    files: { ...commonJs, 'payment.spec.ts': `import { test } from '@playwright/test';\n${imported}${body}${inTest}` },
    command: ['playwright', 'test', '--reporter=line'],
  },
  Bun: { files: { 'payment.ts': imported + body + printed }, command: ['bun', 'run', 'payment.ts'] },
  'Bun, CommonJS': { files: { 'payment.cjs': required + body + printed }, command: ['bun', 'run', 'payment.cjs'] },
  Deno: {
    files: { 'payment.mjs': imported + body + printed },
    command: ['deno', 'run', '--allow-all', '--node-modules-dir=manual', 'payment.mjs'],
  },
  'types, node10': checkedTypes('commonjs', 'node10', { 'use.ts': typed }),
  'types, node16': checkedTypes('node16', 'node16', { 'use.mts': typed, 'use.cts': requiredTypes, 'other.cts': typed }),
  'types, nodenext': checkedTypes('nodenext', 'nodenext', { 'use.mts': typed, 'use.cts': requiredTypes }),
  'types, bundler': checkedTypes('esnext', 'bundler', { 'use.ts': typed }),
};
