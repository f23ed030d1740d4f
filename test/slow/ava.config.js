/** What costs much of the processor or of the clock, and rarely fails; `npm test` does without it. */
export default {
  extensions: ['ts'],
  files: ['test/slow/**/*.test.ts'],
  timeout: '120s',
  environmentVariables: {
    NODE_COMPILE_CACHE: 'node_modules/.cache/tillbox-tests',
    TEST_RUN: 'slow',
  },
  workerThreads: false,
};
