import { compileCache } from '../helpers/ava/compile-cache.js';

/** The OpenAPI documents in tools of others, which `npm run test:openapi` installs in this folder. */
export default {
  extensions: ['ts'],
  files: ['test/openapi/**/*.test.ts'],
  environmentVariables: compileCache,
  // Each file starts tools that keep a processor busy for a minute.
  concurrency: 1,
  workerThreads: false,
  timeout: '4m',
};
