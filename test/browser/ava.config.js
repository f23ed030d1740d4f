/** One file at a time: each starts a browser of its own. */
export default {
  extensions: ['ts'],
  files: ['test/browser/**/*.test.ts'],
  concurrency: 1,
  timeout: '120s',
};
