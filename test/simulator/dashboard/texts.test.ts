import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { pages } from '../../../simulator/dashboard/pages.ts';
import { frameTexts } from '../../../simulator/dashboard/shell/texts.ts';
import { signInTexts } from '../../../simulator/dashboard/sign-in/texts.ts';
import type { TextRow } from '../../../simulator/dashboard/texts/say.ts';

const root = join(import.meta.dirname, '../../../simulator/dashboard');

const sourcesBelow = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|ejs)$/.test(file) && !/texts\.ts$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');

const unquoted = (literal: string): string => literal.slice(1, -1).replaceAll(/\\(['"])/g, '$1');

/** The texts that a source says, as far as they stand in it. */
const saidIn = (source: string): readonly string[] =>
  [...source.matchAll(/\bsay\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g)].map(([, literal = '']) =>
    unquoted(literal),
  );

const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

const tables: readonly (readonly [folder: string, rows: () => Promise<readonly TextRow[]>])[] = [
  ['shell', async () => frameTexts],
  ['sign-in', async () => signInTexts],
  ...pages.map(({ name, load }) => [`pages/${name}`, async () => (await load()).texts] as const),
];

for (const [folder, read] of tables) {
  test(`every text of ${folder} is there in three languages, and no other`, async (t) => {
    const rows = await read();
    const source = sourcesBelow(folder);
    const inFrame = new Set(folder === 'sign-in' ? [] : frameTexts.map(([english]) => english));
    const known = new Set(rows.map(([english]) => english));

    t.deepEqual(
      saidIn(source).filter((text) => !known.has(text) && !inFrame.has(text)),
      [],
    );
    for (const [english, ...others] of rows)
      for (const other of others) t.deepEqual(namesIn(other), namesIn(english), english);
    t.is(known.size, rows.length);
  });
}

test('a text without a row is found', (t) => {
  t.deepEqual(saidIn(`<%= say('It\\'s paid', { a }) %> say("x") say(name)`), ["It's paid", 'x']);
});
