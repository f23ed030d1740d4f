/**
 * Runs the contracts: `npm run contracts -- [--only <subject>] [--tap]`. First the consumers write the pact files, then the
 * honest simulator is verified, and only if it keeps the contract come banks, a sample of broken gateways, and shops. A
 * whole run writes contracts/pacts again, or the folder that CONTRACTS_FOLDER names; one of a subject leaves them as they
 * are. `npm run test:breaks` tries every broken gateway, with the pact files as they are.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commentPact } from './pact/comment-pact.ts';
import { joinPacts } from './pact/join-pacts.ts';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'contracts-'));
const summary = path.join(scratch, 'summary');
const parts = path.join(scratch, 'parts');

const testsIn = (...patterns: string[]): readonly string[] => globSync(patterns, { cwd: root }).sort();

/** Runs test files; whether all tests passed. */
const passes = (files: readonly string[], environment: NodeJS.ProcessEnv, isTap: boolean): boolean => {
  const ava = [
    'node_modules/ava/entrypoints/cli.js',
    '--config',
    'contracts/ava.config.js',
    ...(isTap ? ['--tap'] : []),
  ];
  const env = { ...process.env, ...environment, CONTRACTS_SUMMARY: summary, CONTRACTS_PARTS: parts };
  return spawnSync(process.execPath, [...ava, ...files], { cwd: root, stdio: 'inherit', env }).status === 0;
};

/** The folder that a run writes, of one subject or of all, in the form of an environment. */
const environmentOf = (only: string | undefined) => {
  if (only !== undefined) return { CONTRACTS_FOLDER: path.join(scratch, 'pacts'), CONTRACTS_ONLY: only };
  return { CONTRACTS_FOLDER: process.env['CONTRACTS_FOLDER'] ?? path.join(import.meta.dirname, 'pacts') };
};

const main = (args: readonly string[]): boolean => {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, 'all-breaks': { type: 'boolean' }, tap: { type: 'boolean' } },
  });
  const { only, 'all-breaks': isOfBreaks = false, tap = false } = values;
  if (isOfBreaks) return passes(testsIn('contracts/provider/broken-gateways.test.ts'), { ALL_BREAKS: 'true' }, tap);
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
  const others =
    only === undefined ? [...provider.filter((file) => !honest.includes(file)), ...users, ...shop] : broken;
  const phases = only === 'callbacks' ? [consumers, shop] : [consumers, honest, others];
  const failed = phases.findIndex((files) => {
    // All of them in one process: to load Pact takes longer than most subjects.
    const isWhole = files === consumers && only === undefined;
    const passed = passes(isWhole ? ['contracts/consumer.test.ts'] : files, environment, tap);
    if (files === consumers) {
      joinPacts(parts, environment.CONTRACTS_FOLDER);
      commentPact(path.join(environment.CONTRACTS_FOLDER, 'shop-gateway.json'));
    }
    return !passed;
  });
  if (failed >= 0 && failed < phases.length - 1)
    process.stderr.write(
      failed === 0 ? '\nNo contract to verify.\n' : '\nThe simulator itself fails; nothing else was tried.\n',
    );
  return failed < 0;
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
