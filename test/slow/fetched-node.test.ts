import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

const run = promisify(execFile);

const launcher = fileURLToPath(new URL('../../simulator/commands/launcher/fetch-node.js', import.meta.url));

const name = 'node-of-a-test';
const version = '24.21.0';

/** A package with a binary that says so when it runs, and with an install script that leaves a file. */
const packageIn = async (folder: string): Promise<Buffer> => {
  const place = path.join(folder, 'package');
  await mkdir(path.join(place, 'bin'), { recursive: true });
  const manifest = { name, version, bin: { node: 'bin/node' }, scripts: { postinstall: 'echo ran > ran' } };
  await writeFile(path.join(place, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(place, 'bin/node'), '#!/bin/sh\necho fetched\n');
  await chmod(path.join(place, 'bin/node'), 0o755);
  await run('tar', ['czf', 'package.tgz', 'package'], { cwd: folder });
  return readFile(path.join(folder, 'package.tgz'));
};

const hashOf = (bytes: Buffer): string => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/** A registry that has this package; `said` is the hash that it gives for it. */
const registryFor = async (t: ExecutionContext, bytes: Buffer, said: string): Promise<string> => {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const dist = { tarball: `http://127.0.0.1:${port}/package.tgz`, integrity: said };
    const facts = { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } };
    response.end(request.url === '/package.tgz' ? bytes : JSON.stringify(facts));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

interface Fetched {
  readonly answer?: string;
  readonly why?: string;
  readonly err: string;
  readonly kept: readonly string[];
}

/** Fetches the package, whose hash is expected to be this one. */
const fetchFrom = async (registry: string, folder: string, integrity: string): Promise<Fetched> => {
  const script = `
    const { fetchNode } = await import(${JSON.stringify(launcher)});
    console.log(JSON.stringify(fetchNode(${JSON.stringify({ name, version, integrity })})));`;
  const cache = path.join(folder, 'cache');
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_CACHE_HOME: cache,
      npm_config_cache: path.join(folder, 'npm'),
      npm_config_registry: registry,
      npm_config_ignore_scripts: 'false',
      npm_config_fetch_retries: '0',
    },
  });
  return { ...JSON.parse(stdout), err: stderr, kept: await readdir(path.join(cache, 'tillbox')) };
};

test('a package with the expected SHA-512 is fetched, and runs none of its scripts', async (t) => {
  const folder = temporaryFolder(t);
  const bytes = await packageIn(folder);
  const integrity = hashOf(bytes);
  const registry = await registryFor(t, bytes, integrity);

  const { answer = '', err } = await fetchFrom(registry, folder, integrity);

  t.is((await run(answer)).stdout, 'fetched\n');
  t.regex(err, /^Fetched the npm package node-of-a-test@24\.21\.0, checked its SHA-512, and keep it in \S+\n$/);
  const unpacked = await readdir(path.dirname(path.dirname(answer)));
  t.deepEqual(unpacked.toSorted(), ['bin', 'package.json']);
});

for (const [what, said] of [
  ['the registry agrees with its hash', hashOf],
  ['the registry gives the expected hash', () => hashOf(Buffer.from('another'))],
  ['the registry gives a third hash', () => hashOf(Buffer.from('a third'))],
] as const)
  test(`a package with another SHA-512 is not kept, even if ${what}`, async (t) => {
    const folder = temporaryFolder(t);
    const bytes = await packageIn(folder);
    const registry = await registryFor(t, bytes, said(bytes));

    const { answer, why = '', err, kept } = await fetchFrom(registry, folder, hashOf(Buffer.from('another')));

    t.is(answer, undefined);
    t.regex(why, /EINTEGRITY|[Ii]ntegrity/);
    t.is(err, '');
    t.deepEqual(kept, []);
  });
