import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { readConfig } from '../../simulator/commands/read-config.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const container = JSON.parse(read('.devcontainer/devcontainer.json'));
const packages = execFileSync(join(root, '.ci/packages'), ['--list'], { encoding: 'utf8' }).trim().split('\n');

test('the development container has a Node that the project is for, of Debian', (t) => {
  const [, major, system] = /\/javascript-node:(\d+)-(\w+)$/.exec(container.image) ?? [];

  t.is(major, /node-version: (\d+)/.exec(read('.github/workflows/ci.yaml'))?.[1]);
  t.true(JSON.parse(read('package.json')).engines.node.includes(`^${major}.`));
  t.is(system, 'bookworm');
});

test('the development container and CI install the same packages, by the same program', (t) => {
  t.is(container.postCreateCommand, '.ci/packages && npm ci');
  const run = read('.ci/run');
  t.regex(run, /^check '[^']*' \.ci\/packages$/m);
  t.notRegex(run, /apt-get/);
  t.true(packages.length > 15);
  t.deepEqual(
    packages.filter((name) => !/^[a-z0-9][a-z0-9.+-]+$/.test(name)),
    [],
  );
  t.is(new Set(packages).size, packages.length);
});

test('the packages that CONTRIBUTING.md names for the recipes are among them', (t) => {
  const [, sentence = ''] = /The recipes run on (.*) of Debian\./.exec(read('CONTRIBUTING.md')) ?? [];
  const named = [...sentence.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

  t.true(named.length > 5);
  t.deepEqual(
    named.filter((name) => !packages.includes(name)),
    [],
  );
});

test('the development container forwards the ports of the gateway and the demo shop', (t) => {
  const { port, shopPort } = readConfig({});

  t.deepEqual(container.forwardPorts, [port, shopPort]);
  t.deepEqual(Object.keys(container.portsAttributes).toSorted(), [String(shopPort), String(port)].toSorted());
});
