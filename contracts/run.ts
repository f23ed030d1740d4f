/**
 * Runs the contracts: `npm run contracts -- [--only <subject>] [--tap]`. First the consumers write the pact files, then the
 * honest simulator is verified, and only if it keeps the contract come banks, broken gateways and shops.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'contracts-'));
const summary = path.join(scratch, 'summary');

const testsIn = (...patterns: string[]): readonly string[] => globSync(patterns, { cwd: root }).sort();

/** Runs test files; whether all tests passed. */
const passes = (files: readonly string[], environment: NodeJS.ProcessEnv, isTap: boolean): boolean => {
  const ava = [
    'node_modules/ava/entrypoints/cli.js',
    '--config',
    'contracts/ava.config.js',
    ...(isTap ? ['--tap'] : []),
  ];
  const env = { ...process.env, ...environment, CONTRACTS_SUMMARY: summary };
  return spawnSync(process.execPath, [...ava, ...files], { cwd: root, stdio: 'inherit', env }).status === 0;
};

const main = (args: readonly string[]): boolean => {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, tap: { type: 'boolean' } } });
  const { only, tap = false } = values;
  const consumers = testsIn(`contracts/consumer/${only ?? '*'}.test.ts`);
  if (consumers.length === 0) {
    const subjects = testsIn('contracts/consumer/*.test.ts').map((file) => path.basename(file, '.test.ts'));
    throw new Error(`--only ${only}: expected one of ${subjects.join(', ')}`);
  }
  // Pact adds to the files that it finds, so interactions that are gone would stay.
  if (only === undefined) rmSync(path.join(import.meta.dirname, 'pacts'), { recursive: true, force: true });
  const environment = only === undefined ? {} : { CONTRACTS_FOLDER: path.join(scratch, 'pacts') };
  const shops = testsIn('contracts/shop/*.test.ts');
  const honest = only === 'callbacks' ? [] : ['contracts/provider/simulator.test.ts'];
  const others = {
    whole: [...testsIn('contracts/provider/*.test.ts').filter((file) => !honest.includes(file)), ...shops],
    callbacks: shops,
    subject: ['contracts/provider/broken-gateways.test.ts'],
  }[only === undefined ? 'whole' : only === 'callbacks' ? 'callbacks' : 'subject'];

  if (!passes(consumers, environment, tap)) return stopped('The consumers do not agree; nothing was verified.');
  if (honest.length > 0 && !passes(honest, environment, tap))
    return stopped('The simulator itself fails; nothing else was tried.');
  return passes(others, environment, tap);
};

const stopped = (why: string): false => {
  process.stderr.write(`\n${why}\n`);
  return false;
};

try {
  process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
} finally {
  if (existsSync(summary)) process.stderr.write(`\n${readFileSync(summary, 'utf8')}`);
  rmSync(scratch, { recursive: true, force: true });
}
