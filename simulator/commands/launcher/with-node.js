/**
 * Runs a program on a Node that can run it: `node simulator/commands/launcher/with-node.js <file | command of node_modules/.bin> [args]`.
 * On a usable Node a file is simply imported. On another one a usable Node is fetched with npx, and the program runs
 * on that. Plain JavaScript, because an old Node has to be able to read it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  childEnvironment,
  complaint,
  exitCode,
  isFile,
  isUsable,
  nodePackageFor,
  notice,
  scriptInShim,
} from './with-node-choice.js';

const version = process.versions.node;
const commands = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../node_modules', '.bin');

const stop = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const isThisNode = (node) => existsSync(node) && realpathSync(node) === realpathSync(process.execPath);

/** Runs a short command and gives what it wrote; `why` says how it failed. */
const ask = (command, args, options) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status === 0 && stdout.trim()) return { answer: stdout.trim().split('\n').pop().trim() };
  const said = (stderr || '').trim();
  return { why: `${error ? error.message : `exit code ${status}`}${said ? `:\n${said}\n` : ''}` };
};

const fetchedNode = () => {
  const wanted = nodePackageFor(process.platform, process.arch);
  if (!wanted) return stop(complaint(version, `npm has no Node for ${process.platform} ${process.arch}`));
  process.stderr.write(`${notice(version, wanted)}\n`);
  const question = ['--', 'node', '-p', 'process.execPath'];
  const args = ['--yes', '--package', `${wanted.name}@${wanted.version}`, ...question];
  const { answer, why } = ask('npx', args, { shell: process.platform === 'win32' });
  return answer || stop(complaint(version, `npx could not fetch another (${why})`));
};

/** A binary that was fetched or named is asked for its version, so that the launcher never calls itself in a circle. */
const checked = (node, source) => {
  const { answer, why } = ask(node, ['-p', 'process.versions.node']);
  if (!answer) return stop(complaint(version, `${source} ${node} does not run (${why})`));
  return isUsable(answer) ? node : stop(complaint(version, `${source} ${node} is Node ${answer}`));
};

const chosenNode = () => {
  const named = process.env.TILLBOX_NODE;
  if (named && !isThisNode(named)) return checked(path.resolve(named), 'TILLBOX_NODE');
  return isUsable(version) ? process.execPath : checked(fetchedNode(), 'the fetched');
};

const scriptOf = (command) => {
  const file = path.join(commands, command);
  if (!existsSync(file)) return stop(`No command ${command} in ${commands}; npm ci installs the commands.`);
  const script = realpathSync(file);
  const behind = script === file ? scriptInShim(readFileSync(script, 'utf8')) : undefined;
  return behind ? path.join(commands, behind) : script;
};

/** A terminal sends Ctrl-C to the child as well, and a second one would mean "at once" to it. */
const forwardSignals = (child) => {
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
};

const run = (node, args) => {
  const env = isThisNode(node) ? process.env : childEnvironment(process.env, node, path.dirname(node), path.delimiter);
  const child = spawn(node, args, { stdio: 'inherit', env });
  forwardSignals(child);
  child.on('error', (error) => stop(`${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(exitCode(code, signal, constants.signals)));
};

const [target, ...args] = process.argv.slice(2);
if (!target)
  stop(
    'Usage: node simulator/commands/launcher/with-node.js <file.ts | file.js | command of node_modules/.bin> [args]',
  );

const node = chosenNode();
const script = isFile(target) ? path.resolve(target) : scriptOf(target);
if (isFile(target) && isThisNode(node)) {
  process.argv.splice(1, 2, script);
  await import(pathToFileURL(script).href);
} else {
  run(node, [script, ...args]);
}
