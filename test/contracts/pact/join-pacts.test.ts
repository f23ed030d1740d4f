import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { joinPacts } from '../../../contracts/pact/join-pacts.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

type Json = Readonly<Record<string, unknown>>;

const interaction = (description: string, status = 200, name = 'a state'): Json => ({
  description,
  providerStates: [{ name }],
  response: { status },
});

/** Writes the parts, of which each is a list of interactions. */
const written = (folder: string, parts: readonly (readonly Json[])[]): string => {
  const root = path.join(folder, 'parts');
  for (const [index, interactions] of parts.entries()) {
    mkdirSync(path.join(root, `${index}`), { recursive: true });
    const pact = { consumer: { name: 'shop' }, interactions, provider: { name: 'gateway' } };
    writeFileSync(path.join(root, `${index}`, 'shop-gateway.json'), JSON.stringify(pact));
  }
  return root;
};

test('the parts of a pact become one file, by description; an interaction that is there twice is there once', (t) => {
  const folder = temporaryFolder(t);
  const parts = written(folder, [
    [interaction('c'), interaction('a')],
    [interaction('b'), interaction('a')],
  ]);
  const target = path.join(folder, 'pacts', 'shop-gateway.json');

  joinPacts(parts, path.dirname(target));

  const { consumer, interactions } = JSON.parse(readFileSync(target, 'utf8'));
  t.deepEqual(consumer, { name: 'shop' });
  t.deepEqual(interactions, [interaction('a'), interaction('b'), interaction('c')]);

  const { mtimeMs } = statSync(target);
  joinPacts(parts, path.dirname(target));
  t.is(statSync(target).mtimeMs, mtimeMs, 'a file that is the same is not written again');
});

test('the same description with other states is another interaction', (t) => {
  const folder = temporaryFolder(t);
  joinPacts(written(folder, [[interaction('a')], [interaction('a', 200, 'another')]]), folder);

  t.is(JSON.parse(readFileSync(path.join(folder, 'shop-gateway.json'), 'utf8')).interactions.length, 2);
});

test('two interactions with the same description and states, and another answer, are an error', (t) => {
  const folder = temporaryFolder(t);
  const parts = written(folder, [[interaction('a')], [interaction('a', 201)]]);

  t.throws(() => joinPacts(parts, folder), { message: 'two interactions are called "a", and differ' });
});
