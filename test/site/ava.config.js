/** The site is built once, in the package that the tests install, and shown in a browser. */
export default {
  extensions: ['ts'],
  files: ['test/site/*.test.ts'],
  concurrency: 1,
  workerThreads: false,
  timeout: '240s',
};
