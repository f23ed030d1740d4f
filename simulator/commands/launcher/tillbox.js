#!/usr/bin/env node
/** The program `tillbox` of the npm package: runs the commands here if this Node is new enough, else on a newer one. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chosenNode, isThisNode, run } from './run-on-node.js';
import { watchParent, withLauncher } from './watch-parent.js';

const built = fileURLToPath(new URL('../cli.js', import.meta.url));
const cli = existsSync(built) ? built : built.replace(/js$/, 'ts');
const node = chosenNode();
if (isThisNode(node)) {
  watchParent(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(cli).href);
} else run(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], withLauncher);
