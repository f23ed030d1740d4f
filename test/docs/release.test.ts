import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

const changelog = `# Changelog

## Unreleased

- Something to come.

## 2.0.0-rc.1 (2026-12-02)

- A trial.

## 1.20.0 (2026-12-01)

- Refunds in parts.

### Upgrading

- Nothing.

## 1.2.0 (2026-11-01)

- The first one.

## 1.1.0 (2026-10-01)

## 1.0.0

- Without a date.
`;

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A project of this version, and its scripts of \`.ci\`. */
const projectFor = (t: ExecutionContext, version: string, locked = version) => {
  const folder = temporaryFolder(t);
  cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'tillbox', version }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ version: locked }));
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  return {
    folder,
    /** Puts a program in the place of another: it writes its arguments and its input, and prints a text. */
    replace: (name: string, prints = '') => {
      const text = `#!/bin/sh\n{ printf '%s ' ${name} "$@"; echo; } >> '${folder}/calls'\n[ -t 0 ] || cat >> '${folder}/input'\nprintf '%s' '${prints}'\n`;
      writeFileSync(join(programs, name), text);
      chmodSync(join(programs, name), 0o755);
    },
    calls: () => (existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : ''),
    run: (script: string, ...args: readonly string[]) =>
      new Promise<Result>((resolve) => {
        const PATH = [programs, join(process.execPath, '..'), process.env['PATH']].join(delimiter);
        const env = { PATH, GITHUB_REPOSITORY: 'Some-One/Till' };
        const child = execFile(join(folder, '.ci', script), args, { cwd: folder, env }, (error, out, err) =>
          resolve({ code: error ? Number(error.code) : 0, out, err }),
        );
        child.stdin?.end();
      }),
  };
};

test('a tag is released if every file names its version', async (t) => {
  const { run } = projectFor(t, '1.20.0');

  const { code, out } = await run('check-tag', 'v1.20.0');

  t.is(code, 0);
  t.is(out, 'version=1.20.0\nimage=ghcr.io/some-one/till\n');
});

const wrong = [
  ['1.20.0', '1.20.0', 'v1.2.0', 'the version in package.json is 1.20.0'],
  ['1.2.0', '1.1.0', 'v1.2.0', 'the version in package-lock.json is 1.1.0'],
  ['1.20.0', '1.20.0', '1.20.0', 'expected a tag such as v1.2.3'],
  ['1.20.0', '1.20.0', 'v1.20', 'expected a tag such as v1.2.3'],
  ['1.20.0', '1.20.0', 'v1.20.0;id', 'expected a tag such as v1.2.3'],
  ['1.3.0', '1.3.0', 'v1.3.0', 'CHANGELOG.md has no section "## 1.3.0'],
  ['1.1.0', '1.1.0', 'v1.1.0', 'CHANGELOG.md has no section "## 1.1.0'],
  ['1.0.0', '1.0.0', 'v1.0.0', 'CHANGELOG.md has no section "## 1.0.0'],
] as const;

for (const [version, locked, tag, problem] of wrong)
  test(`the tag ${tag} of version ${version} is not released: ${problem}`, async (t) => {
    const { code, out, err } = await projectFor(t, version, locked).run('check-tag', tag);

    t.is(code, 1);
    t.is(out, '');
    t.true(err.startsWith(`${tag} cannot be released: ${problem}`), err);
  });

test('the notes of a release are its section of the changelog, and the names under which it is published', async (t) => {
  const { out } = await projectFor(t, '1.20.0').run('release-notes', '1.20.0');

  t.true(out.startsWith('- Refunds in parts.\n\n### Upgrading\n\n- Nothing.\n\n## Install\n'));
  t.true(out.includes('\nnpm install --save-dev tillbox@1.20.0\ndocker pull ghcr.io/some-one/till:1.20.0\n'));
  t.true(out.includes('Some-One/Till/.github/workflows/release.yaml@refs/tags/v1.20.0\n'));
  t.notRegex(out, /to come|The first one/);
});

test('the image has the version, its line and "latest" as names; a pre-release has the version only', async (t) => {
  const { run } = projectFor(t, '1.2.0');
  const image = 'ghcr.io/some-one/till';

  t.is((await run('image-names', '1.2.0')).out, `${image}:1.2.0\n${image}:1.2\n${image}:latest\n`);
  t.is((await run('image-names', '1.2.0-rc.1')).out, `${image}:1.2.0-rc.1\n`);
});

const digestOf = (digit: string): string => digit.repeat(64);

test('the images of both processors become one, which is signed by its digest', async (t) => {
  const { run, replace, calls, folder } = projectFor(t, '1.2.0');
  replace('docker', `{"digest":"sha256:${digestOf('c')}"}`);
  replace('cosign');
  for (const digit of ['a', 'b']) t.is((await run('keep-digest', `sha256:${digestOf(digit)}`, 'digests')).code, 0);

  const { code, err } = await run('publish-image', '1.2.0', 'digests');

  t.is(code, 0, err);
  const image = 'ghcr.io/some-one/till';
  const tags = `--tag=${image}:1.2.0 --tag=${image}:1.2 --tag=${image}:latest`;
  t.deepEqual(readdirSync(join(folder, 'digests')), [digestOf('a'), digestOf('b')]);
  t.deepEqual(calls().split(' \n'), [
    `docker buildx imagetools create ${tags} ${image}@sha256:${digestOf('a')} ${image}@sha256:${digestOf('b')}`,
    `docker buildx imagetools inspect --format {{json .Manifest}} ${image}:1.2.0`,
    `cosign sign --yes --recursive ${image}@sha256:${digestOf('c')}`,
    '',
  ]);
});

test('an image without one of its processors, or with a wrong digest, is not published', async (t) => {
  const { run, replace, calls } = projectFor(t, '1.2.0');
  replace('docker');
  replace('cosign');

  t.is((await run('keep-digest', 'sha256:12', 'digests')).code, 1);
  t.is((await run('keep-digest', `sha256:${digestOf('a')}`, 'digests')).code, 0);
  t.is((await run('publish-image', '1.2.0', 'digests')).code, 1);
  t.is(calls(), '');
});

test('an image whose digest the registry does not tell is not signed', async (t) => {
  const { run, replace, calls } = projectFor(t, '1.2.0');
  replace('docker', '{}');
  replace('cosign');
  for (const digit of ['a', 'b']) await run('keep-digest', `sha256:${digestOf(digit)}`, 'digests');

  t.not((await run('publish-image', '1.2.0', 'digests')).code, 0);
  t.notRegex(calls(), /cosign/);
});

for (const [version, more] of [
  ['1.2.0', ''],
  ['2.0.0-rc.1', '--prerelease '],
] as const)
  test(`the release of ${version} has its notes`, async (t) => {
    const { run, replace, calls, folder } = projectFor(t, version);
    replace('gh');

    t.is((await run('publish-notes', `v${version}`)).code, 0);

    const options = `--repo Some-One/Till --verify-tag --title tillbox ${version} --notes-file -`;
    t.is(calls(), `gh release create v${version} ${options} ${more}\n`);
    t.true(readFileSync(join(folder, 'input'), 'utf8').includes('## Install'));
  });
