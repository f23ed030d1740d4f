/** For `npm run test:holes`, which writes the files: each is a process with one hole. One file at a time, because the hole is in the files of the program. */
export default {
  extensions: ['ts'],
  files: ['test/holes/trials/*.test.ts'],
  concurrency: 1,
  cache: false,
  workerThreads: false,
  timeout: '60s',
};
