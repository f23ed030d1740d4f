import { globSync, readFileSync } from 'node:fs';

// Pact's Rust core asks the real environment, not the one that AVA gives to its worker threads.
process.env.PACT_DO_NOT_TRACK = 'true';

/**
 * Files that a file of test/together imports: they run in its process, and not in one of their own as well. A file that
 * waits in real time, replaces something of the process or awaits at its top does not belong there.
 */
const parts = () =>
  globSync('test/together/*.test.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^import '\.\.\/(.+)';$/gm)].map(([, part]) => `test/${part}`),
  );

/** Whoever names files gets just those, each in a process of its own. */
const isByFile = process.argv.slice(2).some((argument) => /(?:^|\/)test\//.test(argument));

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
    ...(isByFile ? [] : parts().map((file) => `!${file}`)),
  ],
  timeout: '60s',
  // Every file is a process of its own, which loads the program anew: this keeps what was compiled.
  environmentVariables: { NODE_COMPILE_CACHE: 'node_modules/.cache/tillbox-tests' },
  // Worker threads were seen to crash the process, and start no faster.
  workerThreads: false,
};
