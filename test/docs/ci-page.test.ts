import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { parse } from 'yaml';
import { doubtfulSettings, readConfig } from '../../simulator/commands/read-config.ts';
import { blocksIn } from '../helpers/process/shell-blocks.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const [github, gitlab] = blocksIn('docs/tasks/ci.md').filter(({ language }) => language === 'yaml');

/** The variables that tests in other languages read. */
const asked = [...read('docs/recipes/README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name);

test('the workflow for GitHub on the page about CI is that of the recipe', (t) => {
  t.is(github?.text, read('docs/recipes/github-actions/tests.yaml'));
});

test('the job for GitLab starts the gateway with an open control API, and tells the tests where it is', (t) => {
  const { services, variables } = parse(gitlab?.text ?? '').tests;
  const [gateway] = services;
  const { FF_NETWORK_PER_BUILD, ...forTests } = variables;
  const [, port = ''] = /^EXPOSE (\d+)/m.exec(read('Dockerfile')) ?? [];

  t.is(gateway.name, '$TILLBOX_IMAGE');
  t.is(forTests.TILLBOX_URL, `http://${gateway.alias}:${port}`);
  t.is(gateway.variables.HEALTHCHECK_TCP_PORT, port);
  t.deepEqual(Object.keys(forTests), asked);
  t.deepEqual([FF_NETWORK_PER_BUILD, forTests.SHOP_HOST], ['true', 'build']);

  // GitLab gives a service the variables of its job, too.
  const environment = { ...variables, ...gateway.variables };
  t.is(readConfig(environment).controlToken, forTests.TILLBOX_TOKEN);
  t.deepEqual(doubtfulSettings(environment), []);
});

test('the page about CI names every variable that tests read', (t) => {
  const rows = [...read('docs/tasks/ci.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

  t.deepEqual(rows, asked);
});
