import { rmSync } from 'node:fs';

process.env.PACT_DO_NOT_TRACK = 'true';

// Pact merges into the files it finds, so interactions that are gone would stay. A run of chosen files keeps them.
const isWholeRun = !process.argv.slice(2).some((argument) => argument.endsWith('.ts'));
if (isWholeRun) rmSync(new URL('pacts', import.meta.url), { recursive: true, force: true });

/** The consumer tests write the contracts that the provider tests then verify: one file after the other, in order. */
export default {
  extensions: ['ts'],
  files: ['contracts/**/*.test.ts'],
  sortTestFiles: (one, other) => one.localeCompare(other, 'en'),
  serial: true,
  // Without its cache AVA does not run first what failed last: that would be before there is a contract.
  cache: false,
  // Pact's core can be set up once in a process; in the second thread it complains.
  workerThreads: false,
  timeout: '60s',
};
