// Pact's Rust core asks the real environment, not the one that AVA gives to its worker threads.
process.env.PACT_DO_NOT_TRACK = 'true';

export default {
  extensions: ['ts'],
  files: [
    'test/**/*.test.ts',
    '!test/browser/**',
    '!test/image/**',
    '!test/package/**',
    '!test/recipes/**',
    '!test/bench/**',
    '!test/helpers/**',
  ],
  timeout: '60s',
  // Worker threads were seen to crash the process, and start no faster.
  workerThreads: false,
};
