import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { build } from 'esbuild';
import { folderWith } from '../../helpers/process/folder-with.ts';

const sourceMaps = fileURLToPath(new URL('../../../simulator/commands/launcher/source-maps.js', import.meta.url));

const source = `
interface Order { readonly amount: number }


export const total = (orders: readonly Order[]): number => {
  throw new TypeError('no sum');
};
`;

/** A bundled file whose error is shown by a program with source maps. */
const stackOf = async (t: ExecutionContext, { hasMap = true } = {}): Promise<readonly string[]> => {
  const folder = await folderWith(t, { 'total.ts': source });
  await build({
    absWorkingDir: folder,
    entryPoints: ['total.ts'],
    outfile: 'bundle/total.js',
    bundle: true,
    format: 'esm',
    banner: { js: '/* two */\n/* lines */' },
    sourcemap: 'linked',
    sourcesContent: false,
  });
  if (!hasMap) await rm(join(folder, 'bundle/total.js.map'));
  const program = `
import { useSourceMaps } from ${JSON.stringify(pathToFileURL(sourceMaps).href)};
useSourceMaps(new URL('bundle/', import.meta.url).href);
const { total } = await import('./bundle/total.js');
try {
  total([]);
} catch (error) {
  console.log(error.stack.replaceAll(${JSON.stringify(folder)}, ''));
}`;
  await writeFile(join(folder, 'program.mjs'), program);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.mjs')]);
  return stdout.split('\n');
};

test('a stack names the file and the line of the source; other files stay as they are', async (t) => {
  const [error, first, second] = await stackOf(t);

  t.is(error, 'TypeError: no sum');
  t.regex(first ?? '', /^ {4}at total \(\/total\.ts:6:9\)$/);
  t.regex(second ?? '', /^ {4}at file:\/\/\/program\.mjs:6:3$/);
});

test('a stack is there without the map, too', async (t) => {
  const [error, first] = await stackOf(t, { hasMap: false });

  t.is(error, 'TypeError: no sum');
  t.regex(first ?? '', /^ {4}at total \(file:\/\/\/bundle\/total\.js:\d+:\d+\)$/);
});
