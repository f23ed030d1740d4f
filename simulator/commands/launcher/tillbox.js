#!/usr/bin/env node
/** What npm installs as `tillbox`: runs the commands in this process if its Node can run them, else on one that can. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chosenNode, isThisNode, run } from './run-on-node.js';

const built = fileURLToPath(new URL('../cli.js', import.meta.url));
const cli = existsSync(built) ? built : built.replace(/js$/, 'ts');
const node = chosenNode();
if (isThisNode(node)) await import(pathToFileURL(cli).href);
else run(node, [cli, ...process.argv.slice(2)]);
