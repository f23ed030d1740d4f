import { compileCache } from '../helpers/ava/compile-cache.js';

/** The OpenAPI documents in tools of others, which `npm run test:openapi` installs in this folder. */
export default {
  extensions: ['ts'],
  files: ['test/openapi/**/*.test.ts'],
  environmentVariables: compileCache,
  workerThreads: false,
  timeout: '4m',
};
