/** Pacts and brokers in the tools of Pact itself, which `npm run test:pact-tools` installs in this folder. */
process.env.PACT_DO_NOT_TRACK = 'true';

export default {
  extensions: ['ts'],
  files: ['test/pact-tools/**/*.test.ts'],
  // Most tests start several processes.
  serial: true,
  workerThreads: false,
  // Every process loads the program anew: this keeps what was compiled.
  environmentVariables: { NODE_COMPILE_CACHE: 'node_modules/.cache/tillbox-tests' },
  timeout: '4m',
};
