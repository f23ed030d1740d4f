/** Fetches a Node from npm. Plain JavaScript, because an old Node must be able to read it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fetchedLine, keptName, lockFor } from './with-node-choice.js';

/** Runs a short command and returns its last line of output; `why` is the reason of a failure. */
export const ask = (command, args, options) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status === 0) return { answer: stdout.trim().split('\n').pop().trim() };
  const said = (stderr || '').trim();
  return { why: `${error ? error.message : `exit code ${status}`}${said ? `:\n${said}\n` : ''}` };
};

const cache = () => path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'tillbox');

const binaryIn = (folder, { name }) =>
  path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Settings that a surrounding `npm run` hands on, and that would change this installation. */
const notHandedOn =
  /^npm_config_(workspaces?|include_workspace_root|global|location|prefix|local_prefix|dry_run|package_lock(_only)?|omit|include|only|production)$/i;

const environment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !notHandedOn.test(name)));

/** npm checks the SHA-512 of the lock file before it unpacks the package. */
const install = (folder, wanted) => {
  const { manifest, lock } = lockFor(wanted);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return ask('npm', args, { cwd: folder, env: environment(), shell: process.platform === 'win32' });
};

/** The binary of a package, fetched now or earlier: `{ answer }` is its path, or `{ why }` the reason of a failure. */
export const fetchNode = (wanted) => {
  const kept = path.join(cache(), keptName(wanted));
  if (existsSync(binaryIn(kept, wanted))) return { answer: binaryIn(kept, wanted) };
  mkdirSync(cache(), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(path.join(cache(), 'fetching-'));
  try {
    const { why } = install(folder, wanted);
    if (why) return { why };
    if (!existsSync(binaryIn(folder, wanted))) return { why: `there is no ${binaryIn('', wanted)} in the package` };
    process.stderr.write(`${fetchedLine(wanted, kept)}\n`);
    keep(folder, kept);
    return { answer: binaryIn(kept, wanted) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Another process may have been faster. */
const keep = (folder, kept) => {
  try {
    renameSync(folder, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
  }
};
