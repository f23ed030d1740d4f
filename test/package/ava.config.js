/** Packs, installs and runs the npm package, on every Node that it is for. */
export default {
  extensions: ['ts'],
  files: ['test/package/**/*.test.ts'],
  workerThreads: false,
  timeout: '5m',
};
