import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { runProgram } from '../../simulator/commands/program.ts';
import { settings } from '../../simulator/config.ts';
import { markdownPages } from '../helpers/docs/markdown-pages.ts';

const root = join(import.meta.dirname, '../..');
const pages = markdownPages();

/** Code in the sentences of all pages. */
const inlineCode = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => ({ page, code }));
});

/** What a pattern finds in the code of the pages, with its page. */
const found = (pattern: RegExp): readonly (readonly [page: string, name: string])[] =>
  inlineCode.flatMap(({ page, code }) => [...code.matchAll(pattern)].map(([, name = '']) => [page, name] as const));

test('every script of npm that a sentence names is there', (t) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = found(/\bnpm run (?:--silent )?([\w:-]+)/g);

  t.true(named.length > 20);
  t.deepEqual(
    named.filter(([, name]) => !(name in scripts)),
    [],
  );
});

test('every command of tillbox that a sentence names has a help', async (t) => {
  const named = found(/^tillbox ((?:scenarios )?[a-z][a-z-]*)\b/g);

  t.true(named.length > 5);
  for (const [page, name] of named) {
    const out: string[] = [];
    await runProgram([...name.split(' '), '--help'], { out: (text) => out.push(text), err: () => {} });
    t.true(out.join('').startsWith(`Usage: tillbox ${name === 'help' ? '' : name}`), `${page}: ${name}`);
  }
});

test('every setting that a sentence sets for a start is there', (t) => {
  const known = new Set([...Object.values(settings).map(({ variable }) => variable), 'TILLBOX_NODE']);
  const starts = inlineCode.filter(({ code }) => /\bnpm start\b|^(?:\w+=\S* )+tillbox\b/.test(code));
  const named = starts.flatMap(({ page, code }) =>
    (code.match(/\b[A-Z_]+(?==)/g) ?? []).map((name) => ({ page, name })),
  );

  t.true(named.length > 2);
  t.deepEqual(
    named.filter(({ name }) => !known.has(name)),
    [],
  );
});
