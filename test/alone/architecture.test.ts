import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'ava';
import {
  circles,
  type Imports,
  importBreaches,
  importsOf,
  needlessExceptions,
  type Rules,
  root,
  textOf,
  typeScriptFiles,
} from './import-rules.ts';

const files = ['simulator', 'client', 'contracts'].flatMap(typeScriptFiles);
const imports = importsOf(files);

/** The files at the top of simulator/, each a room of its own. */
const topFiles = ['assemble.ts', 'config.ts', 'context.ts', 'index.ts', 'simulator.ts'];

const rules: Rules = {
  layers: [
    ['text'],
    ['options'],
    ['domain'],
    ['data', 'files', 'masking'],
    ['banks'],
    ['issuer', 'runtime', 'breaks'],
    ['store', 'tls'],
    ['sharing'],
    ['scenario-engine', 'callbacks'],
    ['config.ts'],
    ['context.ts'],
    ['merchants'],
    ['payments'],
    ['wire'],
    ['http'],
    ['inspection', 'provider-states'],
    ['recording'],
    ['gateway', 'card-page', 'acs', 'control', 'dashboard'],
    ['server'],
    ['assemble.ts'],
    ['simulator.ts'],
    ['index.ts'],
    ['commands', 'fixtures'],
  ],
  clientUsers: ['commands', 'fixtures', 'provider-states', 'dashboard', 'contracts'],
  clientDoors: ['client/index.ts', 'client/shop/start-shop.ts'],
  simulatorDoors: ['simulator/index.ts', 'simulator/simulator.ts'],
  exceptions: [
    { from: 'text', to: 'client/options', because: 'times and near misses are read in one way on both sides' },
    { from: 'options', to: 'client/options', because: 'options in code are checked in one way on both sides' },
    { from: 'domain', to: 'client/options', because: 'editors complete the names of scenarios on both sides' },
    {
      from: 'scenario-engine',
      to: 'client/customer/payer-habits.ts',
      because: 'a payer has the same words in files and in code',
    },
    { from: 'scenario-engine', to: 'client/customer/payer-contradictions.ts', because: 'and the same contradictions' },
    { from: 'commands', to: 'contracts/mutate', because: 'tillbox mutate tries the tests of the caller' },
    { from: 'commands', to: 'contracts/drift', because: 'tillbox drift and proxy compare a bank with its profile' },
    { from: 'commands', to: 'contracts/report', because: 'commands about contracts write the same kinds of reports' },
    { from: 'commands', to: 'contracts/record', because: 'tillbox record writes the pact of a shop' },
    { from: 'commands', to: 'contracts/shop', because: 'tillbox verify-shop checks a shop of the caller' },
    { from: 'commands', to: 'contracts/tested-shop', because: "commands run the shop's own command" },
    { from: 'commands', to: 'contracts/verify', because: 'tillbox verify verifies pacts of the caller' },
    { from: 'contracts', to: 'simulator/provider-states', because: 'a pact is verified against these states' },
    { from: 'contracts', to: 'simulator/recording', because: 'the command writes what the gateway has recorded' },
    { from: 'contracts', to: 'simulator/gateway', because: 'the pact names the source of each call' },
    { from: 'contracts', to: 'simulator/card-page', because: 'the pact names the source of each call of the page' },
    { from: 'contracts', to: 'simulator/data', because: 'the pact names the source of each call' },
    { from: 'contracts', to: 'simulator/text', because: 'the meant name is found in one way' },
    { from: 'contracts', to: 'simulator/options', because: 'a wrong option is one kind of error' },
    { from: 'contracts', to: 'simulator/masking', because: 'what the commands print has no card number' },
    { from: 'contracts', to: 'simulator/domain', because: 'a state that is not reached fails an interaction' },
    { from: 'contracts', to: 'simulator/banks', because: 'the contract is verified as each bank' },
    { from: 'contracts', to: 'simulator/breaks', because: 'the contract has to reject each broken gateway' },
    { from: 'contracts', to: 'simulator/callbacks', because: 'a shop is sent callbacks that the gateway has signed' },
    { from: 'contracts', to: 'simulator/inspection', because: 'tillbox proxy writes HAR as the journal does' },
    { from: 'contracts', to: 'simulator/store', because: 'and masks it as the journal does' },
    { from: 'contracts', to: 'simulator/http', because: 'tillbox proxy knows the codes of each call' },
    { from: 'contracts', to: 'simulator/issuer', because: 'a card of the range declines with the code of an example' },
    { from: 'contracts', to: 'simulator/runtime', because: 'examples show the time of a clock that stands still' },
    { from: 'contracts', to: 'test/helpers', because: 'the shop is started as in its own tests' },
    { from: 'contracts', to: 'client', because: 'until the client exports what its contracts need' },
  ],
};

test('imports run one way: down the layers, and into client/ and simulator/ by their doors', (t) => {
  t.true(files.length > 100);
  t.deepEqual(importBreaches(imports, rules), []);
});

test('each exception from the layers is needed', (t) => {
  t.deepEqual(needlessExceptions(imports, rules), []);
});

test('no files import one another in a circle, not even by type or late', (t) => {
  t.deepEqual(circles(imports), []);
});

/** Imports that break a rule, and the complaint about each. */
const planted: readonly (readonly [file: string, imported: string, complaint: string])[] = [
  ['simulator/payments/planted.ts', 'simulator/gateway/endpoints.ts', 'above it'],
  ['simulator/acs/planted.ts', 'simulator/control/all.ts', 'beside it'],
  ['simulator/new-room/planted.ts', 'simulator/domain/orders/order.ts', 'new-room has no layer'],
  ['simulator/planted.ts', 'simulator/domain/orders/order.ts', 'planted.ts has no layer'],
  ['simulator/gateway/planted.ts', 'client/index.ts', 'gateway does not know client/'],
  ['client/planted.ts', 'simulator/domain/orders/order.ts', 'client/ does not know simulator/'],
  ['simulator/domain/planted.ts', 'contracts/provider/report.ts', 'simulator/ does not know contracts/'],
  ['contracts/consumer/planted.ts', 'simulator/payments/orders/run-task.ts', 'not a door of simulator/'],
];
for (const [file, imported, complaint] of planted) {
  test(`is refused: ${file} imports ${imported}`, (t) => {
    t.deepEqual(importBreaches(new Map([[file, [imported]]]), rules), [`${file} imports ${imported}: ${complaint}`]);
  });
}

test('is refused: a deep import into client/', (t) => {
  const deep: Imports = new Map([['simulator/commands/planted.ts', ['client/customer/walk.ts', 'client/index.ts']]]);

  t.deepEqual(importBreaches(deep, rules), [
    'simulator/commands/planted.ts imports client/customer/walk.ts: not a door of client/',
  ]);
});

test('a circle is found, also of two files of one room and of a file with itself', (t) => {
  const planted: Imports = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts', 'd.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', ['e.ts']],
    ['e.ts', []],
    ['f.ts', ['f.ts', 'a.ts']],
  ]);

  t.deepEqual(circles(planted), [['a.ts', 'b.ts', 'c.ts'], ['f.ts']]);
});

test('at the top of simulator/ there are these files only, and no other file has a layer of its own', (t) => {
  const top = typeScriptFiles('simulator').filter((file) => file.split('/').length === 2);

  t.deepEqual(
    top.toSorted(),
    topFiles.map((file) => `simulator/${file}`),
  );
  t.deepEqual(
    rules.layers
      .flat()
      .filter((room) => room.endsWith('.ts'))
      .toSorted(),
    topFiles,
  );
});

test('docs/architecture.md lists every room under "Rooms", and no other', (t) => {
  const [, rooms = ''] = /^## Rooms$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(textOf('docs/architecture.md')) ?? [];
  const listed = [...rooms.matchAll(/^- `([^`]+)\/` \S/gm)].map(([, room]) => room);
  const folders = ['simulator', 'client', 'contracts', 'test'].flatMap((tree) =>
    readdirSync(join(root, tree), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${tree}/${name}`),
  );

  t.deepEqual(listed.toSorted(), folders.toSorted());
});

/** Words that belong to one file alone. Comments don't count. */
const guarded = [
  {
    words: /\bDate\.now\b|\bnew Date\(\)|\bset(?:Timeout|Interval)\b|performance\.now/,
    only: ['simulator/runtime/machine-time.ts'],
    what: 'time',
  },
  { words: /\bprocess\.env\b/, only: ['simulator/commands/read-config.ts'], what: 'the environment' },
  {
    words: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\brandomFill/,
    only: ['simulator/runtime/ids.ts'],
    what: 'chance',
  },
  {
    words: /\bcreateServer\b|\bserver\.listen\(/,
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
  const breaches = files
    .filter((file) => !file.startsWith('contracts/'))
    .flatMap((file) =>
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

const isPackage = (name: string): boolean => !/\.[jt]s$/.test(name) && !name.startsWith('node:');

test('the start loads the merchant API alone: pages, control API and what reads scenario files come when they are needed', (t) => {
  const loaded = [...loadedBy('simulator/commands/start.ts')];
  const packages = loaded.filter(isPackage);
  const late = loaded.filter((name) =>
    /^simulator\/(?:(?:card-page|acs|control|dashboard|commands\/demo)\/|server\/app\.ts$)/.test(name),
  );

  t.true(loaded.includes('simulator/gateway/orders/register.ts'));
  t.deepEqual(packages, ['nanoid']);
  t.deepEqual(late, []);
});

test('the pages of a payment come without Koa, which answers the rest', (t) => {
  const loaded = [...loadedBy('simulator/server/app.ts')];

  t.true(loaded.includes('simulator/card-page/pages/show-page.ts'));
  t.deepEqual(loaded.filter(isPackage), ['ejs']);
});

test('a program that imports the package loads no other package either, and no reader of scenario files', (t) => {
  const loaded = [...loadedBy('simulator/index.ts')];

  t.deepEqual(loaded.filter(isPackage), ['nanoid']);
});
