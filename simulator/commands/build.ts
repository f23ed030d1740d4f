/** Makes dist/, what the npm package holds: JavaScript with types, and beside it every file that is read at run time. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');

/** Views, styles, scripts of pages, keys, and the launcher, which is JavaScript already. */
const isReadAtRunTime = (file: string): boolean => /\.(ejs|css|js|pem)$/.test(file) || !path.extname(file);

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'simulator/commands/tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
for (const folder of ['simulator', 'client'])
  cpSync(path.join(root, folder), path.join(dist, folder), { recursive: true, filter: isReadAtRunTime });
for (const folder of ['scenarios', 'contracts/pacts'])
  cpSync(path.join(root, folder), path.join(dist, folder), { recursive: true });
