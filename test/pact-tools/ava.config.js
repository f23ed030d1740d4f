import { compileCache } from '../helpers/ava/compile-cache.js';

/** Pacts and brokers in the tools of Pact itself, which `npm run test:pact-tools` installs in this folder. */
process.env.PACT_DO_NOT_TRACK = 'true';

export default {
  extensions: ['ts'],
  files: ['test/pact-tools/**/*.test.ts'],
  // Most tests start several processes.
  serial: true,
  workerThreads: false,
  environmentVariables: compileCache,
  timeout: '4m',
};
