import { ConfigError } from '../options/config-error.ts';
import { isUsable, usableRange } from './usable-node.js';

/**
 * Versions of the runtime, as `process.versions` has them. Bun and Deno name a version of Node, too, which is older than what
 * they can do.
 */
export type RuntimeVersions = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError if this is a Node on which the program does not run. */
export const checkNode = ({ node = '', bun, deno }: RuntimeVersions): void => {
  if (bun !== undefined || deno !== undefined || isUsable(node)) return;
  throw new ConfigError(
    `startSimulator: tillbox needs Node ${usableRange}; this is ${node}. The command npx tillbox runs on any Node, because it fetches one`,
  );
};
