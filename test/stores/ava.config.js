/** One file at a time: each starts several processes of the program, and a PostgreSQL server. */
export default {
  extensions: ['ts'],
  files: ['test/stores/**/*.test.ts'],
  concurrency: 1,
  workerThreads: false,
  timeout: '120s',
};
