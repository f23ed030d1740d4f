import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

const root = path.join(import.meta.dirname, '../..');
const execute = promisify(execFile);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

interface Published {
  readonly id: string;
  readonly files: readonly { readonly path: string }[];
}

/** What `publish-package --dry-run` of a project would publish, and what npm said. */
const dryRun = async (
  folder: string,
  more: NodeJS.ProcessEnv = {},
): Promise<{ readonly published: Published; readonly said: string }> => {
  const env = {
    ...process.env,
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
    GITHUB_REPOSITORY: 'someone/till',
    npm_config_loglevel: 'notice', // `npm run --silent` hands its own on
    ...more,
  };
  const publish = path.join(folder, '.ci/publish-package');
  const { stdout, stderr } = await execute(publish, ['--dry-run', '--json'], { env });
  const answer = JSON.parse(stdout) as Published | { readonly tillbox: Published };
  return { published: 'tillbox' in answer ? answer.tillbox : answer, said: stderr };
};

test('the package that would be published is the whole package, and the tree stays as it is', async (t) => {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');

  const { published, said } = await dryRun(root);

  t.is(published.id, `tillbox@${version}`);
  t.regex(said, /with tag latest and public access \(dry-run\)/);
  const files = published.files.map((file) => file.path);
  for (const file of [
    'package.json',
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
    'dist/bundle/cli.js',
    'dist/client/index.d.ts',
  ])
    t.true(files.includes(file), file);
  t.is(readFileSync(path.join(root, 'package.json'), 'utf8'), manifest);
});

/** A project of one file, which shows what npm gets to publish. */
const smallProject = (t: ExecutionContext, itsVersion: string): string => {
  const folder = temporaryFolder(t);
  cpSync(path.join(root, '.ci'), path.join(folder, '.ci'), { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'tillbox', version: itsVersion, files: ['dist'] }),
  );
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.js'), '');
  return folder;
};

test('a pre-release does not become the version that everybody installs', async (t) => {
  const { published, said } = await dryRun(smallProject(t, '9.0.0-rc.1'), { TILLBOX_PACKED: undefined });

  t.is(published.id, 'tillbox@9.0.0-rc.1');
  t.regex(said, /with tag next and public access/);
});
