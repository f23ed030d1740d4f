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
    '!test/stores/**',
    '!test/bench/**',
    '!test/helpers/**',
  ],
  timeout: '60s',
  // Every file is a process of its own, which loads the program anew: this keeps what was compiled.
  environmentVariables: { NODE_COMPILE_CACHE: 'node_modules/.cache/tillbox-tests' },
  // Worker threads were seen to crash the process, and start no faster.
  workerThreads: false,
};
