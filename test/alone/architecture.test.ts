import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../..');

const typeScriptFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const files = [...typeScriptFiles('simulator'), ...typeScriptFiles('client')];

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every file of the project that a file imports, also by type and at run time. */
const importsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(root, join(root, dirname(file), path)),
  );

/** The room that a file belongs to: `gateway` in simulator/, a file at the top of it by its name, or `client`, `contracts`. */
const roomOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'simulator' ? second : top;
};

/** From the bottom up. A room may import any room of a layer below its own; rooms of one layer don't import one another. */
const layers: readonly (readonly string[])[] = [
  ['domain'],
  ['data'],
  ['banks'],
  ['issuer', 'runtime'],
  ['store'],
  ['sharing'],
  ['config.ts'],
  ['scenario-engine'],
  ['callbacks'],
  ['context.ts'],
  ['own-context.ts'],
  ['merchants'],
  ['payments'],
  ['wire'],
  ['http'],
  ['inspection', 'provider-states'],
  ['gateway', 'card-page', 'acs', 'control', 'dashboard'],
  ['server'],
  ['simulator.ts'],
  ['index.ts'],
  ['commands'],
];

/** What the layers alone would refuse. */
const exceptions: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'runtime', to: 'config.ts' },
  { from: 'payments', to: 'wire' },
  { from: 'wire', to: 'http' },
  { from: 'provider-states', to: 'client' },
  { from: 'commands', to: 'client' },
  { from: 'commands', to: 'contracts' },
];

const layerOf = (room: string): number => layers.findIndex((rooms) => rooms.includes(room));

/** Why an import is a breach; undefined if it is none. */
const breachOf = (file: string, imported: string): string | undefined => {
  const [from, to] = [roomOf(file), roomOf(imported)];
  if (from === to || exceptions.some((exception) => exception.from === from && exception.to === to)) return undefined;
  const [layer, below] = [layerOf(from), layerOf(to)];
  if (layer < 0) return 'its room has no layer';
  return below >= 0 && below < layer ? undefined : 'not below it';
};

test('imports run one way: no room imports what it may not', (t) => {
  const breaches = files
    .filter((file) => file.startsWith('simulator/'))
    .flatMap((file) =>
      importsOf(file).flatMap((imported) => {
        const breach = breachOf(file, imported);
        return breach ? [`${file} imports ${imported}: ${breach}`] : [];
      }),
    );

  t.true(files.length > 100);
  t.deepEqual(breaches, []);
});

/** Words that belong to one file alone. Comments don't count. */
const guarded = [
  {
    words: /\bDate\.now\b|\bnew Date\(\)|\bset(?:Timeout|Interval)\b|performance\.now/,
    only: ['simulator/runtime/machine-time.ts'],
    what: 'time',
  },
  { words: /\bprocess\.env\b/, only: ['simulator/config.ts'], what: 'the environment' },
  {
    words: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\brandomFill/,
    only: ['simulator/runtime/ids.ts'],
    what: 'chance',
  },
  {
    words: /\bcreateServer\b|\.listen\(/,
    only: ['simulator/server/connections.ts', 'simulator/server/ports.ts'],
    what: 'ports',
  },
] as const;

for (const { words, only, what } of guarded) {
  test(`only ${only.join(', ')} touches ${what}`, (t) => {
    const breaches = files.filter((file) => {
      if (!file.startsWith('simulator/') || (only as readonly string[]).includes(file)) return false;
      const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return words.test(code);
    });

    t.deepEqual(breaches, []);
  });
}

test('the client stands alone: no package but in the demo shop', (t) => {
  const breaches = files
    .filter((file) => file.startsWith('client/') && !file.startsWith('client/shop/'))
    .filter((file) => /from '(?!\.|node:)/.test(textOf(file)));

  t.deepEqual(breaches, []);
});

test('no module keeps state of its own', (t) => {
  const isChangeable = /^(?:export )?(?:let |const \w+(?<readOnly>: Readonly[^=]*)? = new (?:Map|Set)\b)/;
  const breaches = files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .filter((line) => {
        const found = isChangeable.exec(line);
        return found && found.groups?.['readOnly'] === undefined;
      })
      .map((line) => `${file}: ${line}`),
  );

  t.deepEqual(breaches, []);
});

/** What a file imports for its run, before it is asked for anything: not by type, and not by `import()`. */
const loadsAtOnce = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^(?:import|export) (?!type\b)(?:[^;]*? from )?'([^']+)';$/gm)].map(([, path = '']) =>
    path.startsWith('.') ? relative(root, join(root, dirname(file), path)) : path,
  );

const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (file.endsWith('.ts')) for (const loaded of loadsAtOnce(file)) loadedBy(loaded, seen);
  return seen;
};

test('the start loads the merchant API alone: pages, control API and what reads scenario files come when they are needed', (t) => {
  const loaded = [...loadedBy('simulator/commands/start.ts')];
  const packages = loaded.filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'));
  const late = loaded.filter((name) =>
    /^simulator\/(?:(?:card-page|acs|control|dashboard|commands\/demo)\/|server\/app\.ts$)/.test(name),
  );

  t.true(loaded.includes('simulator/gateway/orders/register.ts'));
  t.deepEqual(packages, ['nanoid']);
  t.deepEqual(late, []);
});
