import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const files = globSync(['.github/workflows/*', 'docs/recipes/github-actions/*.y*ml'], { cwd: root });
const own = files.filter((file) => file.startsWith('.github'));

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const jobsOf = (file: string): readonly (readonly [string, Job])[] => Object.entries(parse(read(file)).jobs);

test('every workflow is checked by npm run lint:workflows', (t) => {
  const { scripts } = JSON.parse(read('package.json'));
  const [, pattern = ''] = /"([^"]+)"$/.exec(scripts['lint:workflows']) ?? [];

  t.deepEqual(globSync(pattern, { cwd: root }).toSorted(), files.toSorted());
});

test('our workflows name an action by its commit, with the version beside it, and everywhere the same', (t) => {
  const uses = own.flatMap((file) => [...read(file).matchAll(/uses: (.*)$/gm)].map(([, text = '']) => text));

  t.true(uses.length > 10);
  for (const text of uses) t.regex(text, /^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const names = new Set(uses.map((text) => text.split('@')[0]));
  t.is(new Set(uses).size, names.size);
});

test('our workflows may read the repository only, but for the jobs that publish', (t) => {
  for (const file of own) t.deepEqual(parse(read(file)).permissions, { contents: 'read' }, file);
  const rights = jobsOf('.github/workflows/release.yaml').map(([name, { permissions }]) => [name, permissions]);

  t.deepEqual(Object.fromEntries(rights), {
    check: undefined,
    package: { contents: 'read', 'id-token': 'write' },
    image: { contents: 'read', packages: 'write' },
    'joined-image': { contents: 'read', packages: 'write', 'id-token': 'write' },
    notes: { contents: 'write' },
  });
});

test('the steps of our workflows are programs that can be run here too', (t) => {
  const { scripts } = JSON.parse(read('package.json'));
  const commands = own.flatMap((file) =>
    jobsOf(file).flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? [])),
  );

  t.true(commands.length > 5);
  for (const command of commands) {
    const [, program, script] = /^(?:bash )?(\.ci\/[\w-]+)[^;&|]*$|^npm (?:run ([\w:-]+)|ci)$/.exec(command) ?? [];
    if (program) t.true((statSync(join(root, program)).mode & 0o111) !== 0, command);
    else if (script) t.true(script in scripts, command);
    else t.is(command, 'npm ci');
  }
});
