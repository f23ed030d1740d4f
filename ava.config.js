import { compileCache } from './test/helpers/ava/compile-cache.js';

// Pact's Rust core asks the real environment, not the one that AVA gives to its worker threads.
process.env.PACT_DO_NOT_TRACK = 'true';

/** `npx ava test/simulator/gateway` runs the named files, each in a process of its own. */
const namesFiles = process.argv.slice(2).some((argument) => argument.includes('test/'));

/** Files with an AVA configuration of their own, and what is no test. */
const others = ['bench', 'browser', 'openapi', 'package', 'pact-tools', 'recipes', 'site', 'stores'].map(
  (folder) => `!test/${folder}/**`,
);

export default {
  extensions: ['ts'],
  // A process costs most of a second: a file at the top of test/ imports the tests of its rooms into one process.
  files: namesFiles ? ['test/**/*.test.ts', ...others] : ['test/*.test.ts', 'test/alone/*.test.ts'],
  timeout: '60s',
  environmentVariables: { ...compileCache, ...(namesFiles ? {} : { TEST_RUN: 'quick' }) },
  // Worker threads were seen to crash the process, and start no faster.
  workerThreads: false,
};
