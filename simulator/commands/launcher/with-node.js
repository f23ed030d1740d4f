/**
 * Runs a tool on a Node that can run it:
 * `node simulator/commands/launcher/with-node.js <file | command of node_modules/.bin> [args]`.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenNode, run, stop } from './run-on-node.js';
import { isFile, scriptInShim } from './with-node-choice.js';

const commands = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../node_modules', '.bin');

const scriptOf = (command) => {
  const file = path.join(commands, command);
  if (!existsSync(file)) return stop(`No command ${command} in ${commands}; npm ci installs the commands.`);
  const script = realpathSync(file);
  const behind = script === file ? scriptInShim(readFileSync(script, 'utf8')) : undefined;
  return behind ? path.join(commands, behind) : script;
};

const [target, ...args] = process.argv.slice(2);
if (!target)
  stop(
    'Usage: node simulator/commands/launcher/with-node.js <file.ts | file.js | command of node_modules/.bin> [args]',
  );

run(chosenNode(), [isFile(target) ? path.resolve(target) : scriptOf(target), ...args]);
