#!/usr/bin/env node
/** What npm installs as `tillbox`: the launcher finds a usable Node and runs the commands on it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../cli.js', import.meta.url));
process.argv.splice(2, 0, existsSync(built) ? built : built.replace(/js$/, 'ts'));
await import('./with-node.js');
