/** Not a suite: `npm run bench` runs one file of it at a time and reads what it prints. */
export default {
  extensions: ['ts'],
  files: ['test/bench/**/*.test.ts'],
  workerThreads: false,
  timeout: '120s',
};
