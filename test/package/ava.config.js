/** Packs, installs and runs the npm package, on every Node that it is for. One file at a time: each builds dist/. */
export default {
  extensions: ['ts'],
  concurrency: 1,
  files: ['test/package/**/*.test.ts'],
  workerThreads: false,
  timeout: '5m',
};
