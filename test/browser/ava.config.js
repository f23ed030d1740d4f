import { compileCache } from '../helpers/ava/compile-cache.js';

/** One file at a time: each starts a browser of its own. */
export default {
  extensions: ['ts'],
  files: ['test/browser/**/*.test.ts'],
  concurrency: 1,
  // Worker threads were seen to crash the process: https://github.com/nodejs/node/issues/64500
  environmentVariables: compileCache,
  workerThreads: false,
  timeout: '120s',
};
