import { compileCache } from '../test/helpers/ava/compile-cache.js';

process.env.PACT_DO_NOT_TRACK = 'true';

/** Consumer tests write into one file, so test files run one after the other. contracts/run.ts says which, and when. */
export default {
  extensions: ['ts'],
  files: ['contracts/**/*.test.ts'],
  sortTestFiles: (one, other) => one.localeCompare(other, 'en'),
  serial: true,
  // Without its cache AVA does not run first the file that failed last.
  cache: false,
  environmentVariables: compileCache,
  // Pact's core can be set up once in a process; in the second thread it complains.
  workerThreads: false,
  // The first results of a file come after its recording of the whole contract.
  timeout: '400s',
};
