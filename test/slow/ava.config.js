import { compileCache } from '../helpers/ava/compile-cache.js';

/** What costs much of the processor or of the clock, and rarely fails; `npm test` does without it. */
export default {
  extensions: ['ts'],
  files: ['test/slow/**/*.test.ts'],
  timeout: '300s',
  environmentVariables: { ...compileCache, TEST_RUN: 'slow' },
  workerThreads: false,
};
