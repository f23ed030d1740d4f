import { join } from 'node:path';

/**
 * Settings of the processes of tests, and of the programs that they start: each loads the program anew, and finds here what
 * was compiled already. Absolute, because some run in folders of their own.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../node_modules/.cache/tillbox-tests'),
};
