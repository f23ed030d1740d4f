import { compileCache } from '../helpers/ava/compile-cache.js';

/** `npx ava --config test/browser/ava.config.js test/browser/wallets.test.ts` runs the named files, each in a process of its own. */
const namesFiles = process.argv.slice(2).some((argument) => /test\/browser\/.*test\.ts/.test(argument));

export default {
  extensions: ['ts'],
  // A process costs a second, and its browser another: one process runs the tests of all files, with one browser.
  files: [namesFiles ? 'test/browser/**/*.test.ts' : 'test/browser/together.ts'],
  concurrency: 1,
  environmentVariables: compileCache,
  // Worker threads were seen to crash the process: https://github.com/nodejs/node/issues/64500
  workerThreads: false,
  timeout: '120s',
};
