/**
 * Builds dist/ for the npm package and the image: bundled JavaScript, every file that is read at run time, and types.
 * `--without-types` leaves out the types, which the image does not need.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle, bundleCommonJs, bundleFixtures } from './bundle.ts';

const root = path.join(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');

/** Views, styles, scripts and pictures of pages, keys, recorded examples, and the launcher, which is JavaScript already. */
const isReadAtRunTime = (file: string): boolean =>
  /\.(ejs|css|js|svg|pem)$|(?:examples|page-languages[\\/]\w+)\.json$/.test(file) || !path.extname(file);

/** Every file of declarations that these files lead to, themselves included. @throws if one of them is not there. */
const reachedTypes = (files: readonly string[]): ReadonlySet<string> => {
  const reached = new Set(files);
  for (const file of reached)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:\bfrom|\bimport\(|\bimport) ?['"](\.[^'"]+)\.[jt]s['"]/g,
    ))
      reached.add(path.resolve(path.dirname(file), `${name}.d.ts`));
  return reached;
};

/** tsc declares every file of the program; a user's editor reads those that a door of the package leads to. */
const keepReachedTypes = (): void => {
  const doors = Object.keys(entries).filter((file) => !file.includes('commands'));
  const reached = reachedTypes(doors.map((file) => path.join(dist, file.replace(/\.js$/, '.d.ts'))));
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dist, name)))
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
};

/** The same types once more, because TypeScript takes those beside `"type": "commonjs"` for a module that `require` gives. */
const copyTypesForCommonJs = (): void => {
  const isFolderOrType = (file: string): boolean => statSync(file).isDirectory() || file.endsWith('.d.ts');
  for (const folder of ['simulator', 'client', 'contracts'])
    if (existsSync(path.join(dist, folder)))
      cpSync(path.join(dist, folder), path.join(dist, 'commonjs', folder), {
        recursive: true,
        filter: isFolderOrType,
      });
};

/** The files that package.json and the launcher name. */
const entries = {
  'simulator/index.js': 'export * from "../bundle/simulator.js";\n',
  'client/index.js': 'export * from "../bundle/client.js";\n',
  'simulator/fixtures/vitest.js': 'export * from "../../bundle/vitest.js";\n',
  'simulator/fixtures/playwright.js': 'export * from "../../bundle/playwright.js";\n',
  'simulator/commands/cli.js': `import { enableCompileCache } from "node:module";
import { useSourceMaps } from "./launcher/source-maps.js";

useSourceMaps(new URL("../../bundle/", import.meta.url).href);
enableCompileCache();
await import("../../bundle/cli.js");
`,
};

/** The licences of the bundled packages, which they require. */
const licencesOf = (files: readonly string[]): string => {
  const packages = new Set(files.flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...packages]
    .sort()
    .map((folder) => {
      const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
      const { license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
      const text = file ? readFileSync(path.join(root, folder, file), 'utf8') : `Licence: ${license}\n`;
      return `${folder.slice('node_modules/'.length)}\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
};

rmSync(dist, { recursive: true, force: true });
const [{ inputs }] = await Promise.all([
  bundle(root, path.join(dist, 'bundle')),
  bundleCommonJs(root, path.join(dist, 'commonjs')),
  bundleFixtures(root, path.join(dist, 'bundle'), 'esm'),
  bundleFixtures(root, path.join(dist, 'commonjs'), 'cjs'),
]);
for (const folder of ['simulator', 'client'])
  cpSync(path.join(root, folder), path.join(dist, folder), { recursive: true, filter: isReadAtRunTime });
for (const folder of ['scenarios', 'contracts/pacts', 'contracts/verify/core/core-process.js'])
  if (existsSync(path.join(root, folder)))
    cpSync(path.join(root, folder), path.join(dist, folder), { recursive: true });
for (const [file, text] of Object.entries(entries)) {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
  writeFileSync(path.join(dist, file), text);
}
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify({ name, version, type: 'module' })}\n`);
writeFileSync(path.join(dist, 'commonjs/package.json'), '{"type":"commonjs"}\n');
writeFileSync(path.join(dist, 'LICENCES.txt'), licencesOf(Object.keys(inputs)));
if (!process.argv.includes('--without-types')) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const project = path.join(root, 'simulator/commands/tsconfig.build.json');
  execFileSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  keepReachedTypes();
  copyTypesForCommonJs();
}
