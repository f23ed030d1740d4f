/**
 * Finds a Node that can run the program, and runs a script on it. On a machine with another Node a usable one is
 * fetched from npm. Plain JavaScript, because an old Node must be able to read it.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { isUsable } from '../../runtime/usable-node.js';
import { ask, fetchNode } from './fetch-node.js';
import { watchParent } from './watch-parent.js';
import { childEnvironment, complaint, exitCode, nodePackageFor, notice } from './with-node-choice.js';

const version = process.versions.node;

export const stop = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

export const isThisNode = (node) => existsSync(node) && realpathSync(node) === realpathSync(process.execPath);

const fetchedNode = () => {
  const wanted = nodePackageFor(process.platform, process.arch);
  if (!wanted) return stop(complaint(version, `npm has no Node for ${process.platform} ${process.arch}`));
  process.stderr.write(`${notice(version, wanted)}\n`);
  try {
    const { answer, why } = fetchNode(wanted);
    return answer || stop(complaint(version, `npm could not fetch another (${why})`));
  } catch (error) {
    return stop(complaint(version, `another could not be fetched (${error.message})`));
  }
};

/** Checks the version of a fetched or named binary, so that the launcher never starts itself again and again. */
const checked = (node, source) => {
  const { answer, why } = ask(node, ['-p', 'process.versions.node']);
  if (!answer) return stop(complaint(version, `${source} ${node} does not run (${why || 'it prints no version'})`));
  return isUsable(answer) ? node : stop(complaint(version, `${source} ${node} is Node ${answer}`));
};

/** The binary that TILLBOX_NODE names, this one if it is usable, or a fetched one unless TILLBOX_NODE is `none`. */
export const chosenNode = () => {
  const named = process.env.TILLBOX_NODE;
  const mayFetch = named !== 'none';
  if (named && mayFetch && !isThisNode(named)) return checked(path.resolve(named), 'TILLBOX_NODE');
  if (isUsable(version)) return process.execPath;
  return mayFetch
    ? checked(fetchedNode(), 'the fetched')
    : stop(complaint(version, 'TILLBOX_NODE=none forbids another'));
};

/**
 * Hands signals on, also those that come before there is a child. A terminal sends Ctrl-C to the child too, and a second
 * one would stop it at once.
 */
const forwardSignals = () => {
  const early = [];
  let child;
  const forward = (signal) => (child ? child.kill(signal) : early.push(signal));
  process.on('SIGINT', () => process.stdin.isTTY || forward('SIGINT'));
  process.on('SIGTERM', () => forward('SIGTERM'));
  return (started) => {
    child = started;
    for (const signal of early) child.kill(signal);
  };
};

/** Runs a script in its own process, and exits with its exit code. */
export const run = (node, args, environmentOf = (environment) => environment) => {
  const env = isThisNode(node) ? process.env : childEnvironment(process.env, node, path.dirname(node), path.delimiter);
  const forwardTo = forwardSignals();
  const child = spawn(node, args, { stdio: 'inherit', env: environmentOf(env) });
  forwardTo(child);
  watchParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => stop(`${node}: ${error.message}\nTILLBOX_NODE=/path/to/node names another Node.`));
  child.on('exit', (code, signal) => process.exit(exitCode(code, signal, constants.signals)));
};
