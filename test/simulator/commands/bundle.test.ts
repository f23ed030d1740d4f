import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import type { Metafile } from 'esbuild';
import { bundle } from '../../../simulator/commands/bundle.ts';
import { withQuickBuiltins } from '../../../simulator/commands/quick-builtins.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Made once for all tests. */
let metafile: Metafile;
test.before('the bundle is made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillbox-bundle-'));
  metafile = await bundle(root, folder).finally(() => rmSync(folder, { recursive: true, force: true }));
});

/** The files of the bundle that are loaded with the output of this source, without those that come later. */
const loadedWith = ({ outputs }: Metafile, source: string): readonly string[] => {
  const [first = ''] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
  const seen = new Set([first]);
  for (const file of seen)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs) seen.add(path);
  return [...seen];
};

const packagesIn = ({ outputs }: Metafile, files: readonly string[]): readonly string[] => {
  const inputs = files.flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  return [...new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []))];
};

test('a start loads few files of the bundle, and no package but nanoid', (t) => {
  for (const source of ['simulator/commands/start.ts', 'simulator/index.ts']) {
    const files = loadedWith(metafile, source);
    t.true(files.length <= 11, `${source}: ${files.join(' ')}`);
    t.deepEqual(packagesIn(metafile, files), ['nanoid'], source);
  }
});

test('the bundle has the scenarios as data, and nothing that is loaded with them', (t) => {
  const files = loadedWith(metafile, 'simulator/scenario-engine/definition/packed-scenarios.ts');

  t.deepEqual(
    packagesIn(metafile, files).filter((name) => name !== 'nanoid'),
    [],
  );
});

test('the error texts of Zod are in the bundle in English only', (t) => {
  const { inputs } = metafile;

  t.deepEqual(
    Object.keys(inputs)
      .filter((input) => /zod\/v4\/locales\/\w+\.js$/.test(input))
      .map((input) => input.split('/').at(-1))
      .sort(),
    ['en.js', 'index.js'],
  );
});

test('no file of the bundle imports a module of Node, with all that it offers', (t) => {
  const imported = Object.entries(metafile.outputs).flatMap(([file, { imports }]) =>
    imports
      .filter(({ kind, path, external }) => kind === 'import-statement' && external && !path.startsWith('@'))
      .map(({ path }) => `${file}: ${path}`),
  );

  t.deepEqual(imported, []);
});

test('what is taken of modules of Node has the same names, on the same lines', (t) => {
  const text = `import type { Socket } from 'node:net';
import path from 'node:path';
import {
  type AddressInfo,
  createServer as serve,
  type Server as S,
} from "http";
import { type A, type B } from 'node:util';
import { nanoid } from 'nanoid';
export const x = "import a from 'node:b';";
`;

  t.is(
    withQuickBuiltins(text).replaceAll(/ +$/gm, ''),
    `import type { Socket } from 'node:net';
const path = require('node:path');
const {

  createServer: serve,

} = require('http');
const {   } = require('node:util');
import { nanoid } from 'nanoid';
export const x = "import a from 'node:b';";
`,
  );
});
