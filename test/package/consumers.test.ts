import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import manifest from '../../package.json' with { type: 'json' };
import { npmInstall, packed, runWith } from '../helpers/process/packed.ts';
import { consumers, proof } from './consumers.ts';
import { kitConsumers } from './kit-consumers.ts';

/** A folder with tillbox as it was packed, beside everything that projects use. */
const install = async () => {
  const { folder, tarball, remove } = await packed();
  const project = path.join(folder, 'project');
  mkdirSync(project);
  copyFileSync(path.join(import.meta.dirname, 'consumers', 'package.json'), path.join(project, 'package.json'));
  await npmInstall(project, tarball);
  return { project, tarball, remove };
};

const installing = install();
test.after.always('the folder is removed', async () => (await installing).remove());

// One after the other, because most of them use every core.
for (const [name, { files, command, failsWith }] of Object.entries({ ...consumers, ...kitConsumers }))
  test.serial(`an order is paid in a project of its own: ${name}`, async (t) => {
    const { project } = await installing;
    const folder = path.join(project, name.replace(/\W+/g, '-').toLowerCase());
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const [program, ...args] = command;

    const file = program === 'node' ? program : path.join(project, 'node_modules/.bin', program);

    const run = runWith(process.execPath, folder, file, ...args);

    if (failsWith) {
      const { stdout, stderr } = (await t.throwsAsync(run)) as Error & Readonly<Record<'stdout' | 'stderr', string>>;
      for (const pattern of failsWith) t.regex(`${stdout}\n${stderr}`, pattern);
      return;
    }
    await t.notThrowsAsync(run.catch(({ stdout, stderr }) => Promise.reject(new Error(`${stdout}\n${stderr}`))));
    t.true(program === 'tsc' || existsSync(path.join(folder, proof)), 'it ran to its end');
  });

test.serial('the types are right, however a module is looked for', async (t) => {
  const { project, tarball } = await installing;
  const attw = path.join(project, 'node_modules/.bin/attw');
  // TypeScript finds no JSON file of a package by `node10`, and files of requests have no types.
  const files = Object.keys(manifest.exports).filter((name) => /\.json$|\*$/.test(name));
  const options = ['--no-emoji', '--exclude-entrypoints', ...files];

  await t.notThrowsAsync(runWith(process.execPath, project, attw, tarball, ...options));
});
