/** Runs the recipes as a reader would: copied out, with the packed package, on their own test runners and languages. */
export default {
  extensions: ['ts'],
  files: ['test/recipes/**/*.test.ts'],
  workerThreads: false,
  timeout: '5m',
};
