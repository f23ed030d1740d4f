import { compileCache } from '../helpers/ava/compile-cache.js';

/** One file at a time: each starts several processes of the program, and a PostgreSQL server. */
export default {
  extensions: ['ts'],
  files: ['test/stores/**/*.test.ts'],
  concurrency: 1,
  environmentVariables: compileCache,
  workerThreads: false,
  timeout: '300s',
};
