/**
 * Runs the contracts: `npm run contracts -- [--only <subject>] [--tap]`. First the consumers write the pact files, then the
 * honest simulator is verified, and only if it keeps the contract come banks, a sample of broken gateways, and shops. A
 * whole run writes contracts/pacts again, or the folder that CONTRACTS_FOLDER names; one of a subject leaves them as they
 * are. `npm run test:breaks` tries every broken gateway, with the pact files as they are.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commentPact } from './pact/comment-pact.ts';
import { joinPacts } from './pact/join-pacts.ts';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'contracts-'));
/** What is said at the end, in this order. */
const summaries = { gateways: path.join(scratch, 'gateways'), shops: path.join(scratch, 'shops') } as const;
const parts = path.join(scratch, 'parts');

const testsIn = (...patterns: string[]): readonly string[] => globSync(patterns, { cwd: root }).sort();

interface TestRun {
  readonly environment: NodeJS.ProcessEnv;
  readonly isTap: boolean;
  readonly about?: keyof typeof summaries;
  /** What the tests print is written when this has happened, so that it does not get between other lines. */
  readonly after?: Promise<unknown>;
}

/** Runs test files one after the other; whether all tests passed. */
const passes = async (
  files: readonly string[],
  { environment, isTap, about = 'gateways', after }: TestRun,
): Promise<boolean> => {
  const ava = [
    'node_modules/ava/entrypoints/cli.js',
    '--config',
    'contracts/ava.config.js',
    ...(isTap ? ['--tap'] : []),
  ];
  const env = { ...process.env, ...environment, CONTRACTS_SUMMARY: summaries[about], CONTRACTS_PARTS: parts };
  const output = after ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [...ava, ...files], { cwd: root, stdio: ['inherit', output, output], env });
  let [written, complaints] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  await after;
  process.stdout.write(written);
  process.stderr.write(complaints);
  return code === 0;
};

/** The folder that a run writes, of one subject or of all, in the form of an environment. */
const environmentOf = (only: string | undefined) => {
  if (only !== undefined) return { CONTRACTS_FOLDER: path.join(scratch, 'pacts'), CONTRACTS_ONLY: only };
  return { CONTRACTS_FOLDER: process.env['CONTRACTS_FOLDER'] ?? path.join(import.meta.dirname, 'pacts') };
};

const main = async (args: readonly string[]): Promise<boolean> => {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, 'all-breaks': { type: 'boolean' }, tap: { type: 'boolean' } },
  });
  const { only, 'all-breaks': isOfBreaks = false, tap = false } = values;
  if (isOfBreaks)
    return passes(testsIn('contracts/provider/broken-gateways.test.ts'), {
      environment: { ALL_BREAKS: 'true' },
      isTap: tap,
    });
  const consumers = testsIn(`contracts/consumer/${only ?? '*'}.test.ts`);
  if (consumers.length === 0) {
    const subjects = testsIn('contracts/consumer/*.test.ts').map((file) => path.basename(file, '.test.ts'));
    throw new Error(`--only ${only}: expected one of ${subjects.join(', ')}`);
  }
  const environment = environmentOf(only);
  rmSync(environment.CONTRACTS_FOLDER, { recursive: true, force: true });
  mkdirSync(parts);
  const provider = testsIn('contracts/provider/*.test.ts');
  const shop = testsIn('contracts/shop/*.test.ts');
  const users = testsIn('contracts/verify/*.test.ts');
  const honest = provider.filter((file) => file.endsWith('/simulator.test.ts'));
  const broken = provider.filter((file) => file.endsWith('/broken-gateways.test.ts'));
  const run = { environment, isTap: tap };
  // All of them in one process: to load Pact takes longer than most subjects.
  const written = await passes(only === undefined ? ['contracts/consumer.test.ts'] : consumers, run);
  joinPacts(parts, environment.CONTRACTS_FOLDER);
  commentPact(path.join(environment.CONTRACTS_FOLDER, 'shop-gateway.json'));
  if (!written) return stopAt('No contract to verify.');
  if (only === 'callbacks') return passes(shop, run);
  if (!(await passes(honest, run))) return stopAt('The simulator itself fails; nothing else was tried.');
  if (only !== undefined) return passes(broken, run);
  // Shops mostly wait, and broken gateways keep the processor busy.
  const gateways = passes(
    provider.filter((file) => !honest.includes(file)),
    run,
  );
  const results = await Promise.all([
    gateways,
    passes([...users, ...shop], { ...run, about: 'shops', after: gateways }),
  ]);
  return results.every(Boolean);
};

const stopAt = (reason: string): false => {
  process.stderr.write(`\n${reason}\n`);
  return false;
};

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
} finally {
  const said = Object.values(summaries).flatMap((file) => (existsSync(file) ? [readFileSync(file, 'utf8')] : []));
  if (said.length > 0) process.stderr.write(`\n${said.join('')}`);
  rmSync(scratch, { recursive: true, force: true });
}
