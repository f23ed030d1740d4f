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

/** The room that a file belongs to: `simulator/gateway`, `client`, or the file itself at the top of simulator/. */
const roomOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'simulator' ? `${top}/${second}` : top;
};

const leaves = [
  'simulator/clock.ts',
  'simulator/ids.ts',
  'simulator/in-turn.ts',
  'simulator/leases.ts',
  'simulator/log.ts',
  'simulator/request-id.ts',
  'simulator/events.ts',
  'simulator/metrics.ts',
  'simulator/config.ts',
  'simulator/context.ts',
  'simulator/keys',
];
const surfaces = ['gateway', 'card-page', 'acs', 'control', 'dashboard'].map((name) => `simulator/${name}`);
const shared = [
  'simulator/domain',
  'simulator/data',
  'simulator/banks',
  'simulator/context.ts',
  'simulator/own-context.ts',
];

/** What each room may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'simulator/domain': [],
  'simulator/data': ['simulator/domain'],
  'simulator/banks': ['simulator/data', 'simulator/domain'],
  'simulator/issuer': ['simulator/data', 'simulator/domain'],
  'simulator/scenario-engine': ['simulator/data', 'simulator/domain'],
  'simulator/store': ['simulator/domain', 'simulator/clock.ts'],
  'simulator/callbacks': [
    'simulator/domain',
    'simulator/data',
    'simulator/banks',
    'simulator/issuer',
    'simulator/store',
    'simulator/keys',
    'simulator/clock.ts',
    'simulator/in-turn.ts',
    'simulator/leases.ts',
  ],
  'simulator/clock.ts': [],
  'simulator/ids.ts': [],
  'simulator/in-turn.ts': [],
  'simulator/leases.ts': ['simulator/clock.ts', 'simulator/store'],
  'simulator/log.ts': ['simulator/config.ts', 'simulator/domain'],
  'simulator/request-id.ts': [],
  'simulator/ring.ts': [],
  'simulator/connections.ts': ['simulator/clock.ts', 'simulator/close-server.ts'],
  'simulator/close-server.ts': ['simulator/clock.ts'],
  'simulator/events.ts': ['simulator/clock.ts', 'simulator/domain', 'simulator/ring.ts', 'simulator/store'],
  'simulator/metrics.ts': [],
  'simulator/keys': [],
  'simulator/config.ts': ['simulator/banks', 'simulator/data', 'simulator/domain'],
  'simulator/context.ts': [
    ...leaves,
    'simulator/callbacks',
    'simulator/banks',
    'simulator/domain',
    'simulator/store',
    'simulator/scenario-engine',
  ],
  'simulator/own-context.ts': ['simulator/context.ts'],
  'simulator/payments': [
    ...shared,
    'simulator/events.ts',
    'simulator/callbacks',
    'simulator/clock.ts',
    'simulator/issuer',
    'simulator/scenario-engine',
    'simulator/store',
  ],
  // What is told of orders, callbacks and requests, over HTTP and in process.
  'simulator/inspection': [...shared, 'simulator/callbacks', 'simulator/payments', 'simulator/store'],
  'simulator/http': [
    ...shared,
    'simulator/events.ts',
    'simulator/metrics.ts',
    'simulator/log.ts',
    'simulator/store',
    'simulator/scenario-engine',
    'simulator/clock.ts',
  ],
  // What a shop's own tests make tokens with.
  'simulator/wallet': ['simulator/context.ts', 'client'],
  ...Object.fromEntries(
    surfaces.map((surface) => [
      surface,
      [
        ...shared,
        'simulator/http',
        'simulator/payments',
        'simulator/issuer',
        'simulator/scenario-engine',
        'simulator/wallet',
      ],
    ]),
  ),
  // Everything of a merchant, out and in again.
  'simulator/merchant-state': [
    ...shared,
    'simulator/config.ts',
    'simulator/ids.ts',
    'simulator/merchants.ts',
    'simulator/scenario-engine',
  ],
  // What contracts ask for: brought about by the client, over HTTP, as a shop would.
  'simulator/provider-states': [
    'simulator/banks',
    'simulator/clock.ts',
    'simulator/issuer',
    'simulator/store',
    'client',
  ],
  'simulator/control': [
    ...shared,
    'simulator/inspection',
    'simulator/events.ts',
    'simulator/metrics.ts',
    'simulator/provider-states',
    'simulator/merchant-state',
    'simulator/http',
    'simulator/payments',
    'simulator/issuer',
    'simulator/scenario-engine',
    'simulator/wallet',
    'simulator/store',
    'simulator/clock.ts',
    'simulator/config.ts',
    'simulator/merchants.ts',
  ],
  'simulator/app.ts': [...surfaces, 'simulator/http', 'simulator/payments', 'simulator/context.ts'],
  'simulator/listener.ts': [
    'simulator/app.ts',
    'simulator/request-id.ts',
    'simulator/gateway',
    'simulator/http',
    'simulator/payments',
    'simulator/context.ts',
  ],
  'simulator/merchants.ts': [
    'simulator/banks',
    'simulator/config.ts',
    'simulator/context.ts',
    'simulator/domain',
    'simulator/scenario-engine',
    'simulator/store',
  ],
  'simulator/merchant-clocks.ts': ['simulator/clock.ts', 'simulator/store'],
  'simulator/given-merchants.ts': ['simulator/domain', 'simulator/merchants.ts', 'simulator/store'],
  // What a store that lasts holds from before goes on at the start.
  'simulator/take-up.ts': [
    'simulator/clock.ts',
    'simulator/context.ts',
    'simulator/domain',
    'simulator/merchant-clocks.ts',
    'simulator/store',
  ],
  'simulator/merchant-contexts.ts': [
    'simulator/merchant-clocks.ts',
    'simulator/context.ts',
    'simulator/ids.ts',
    'simulator/banks',
    'simulator/domain',
    'simulator/payments',
  ],
  'simulator/simulator.ts': [
    'simulator/merchant-state',
    'simulator/given-merchants.ts',
    'simulator/take-up.ts',
    'simulator/merchant-clocks.ts',
    'simulator/merchant-contexts.ts',
    'simulator/connections.ts',
    'simulator/listener.ts',
    'simulator/close-server.ts',
    'simulator/merchants.ts',
    'simulator/callbacks',
    'simulator/inspection',
    ...leaves,
    'simulator/banks',
    'simulator/domain',
    'simulator/payments',
    'simulator/scenario-engine',
    'simulator/store',
  ],
  // Programs: they run others.
  'simulator/cli.ts': ['simulator/main.ts', 'simulator/demo.ts', 'simulator/scenarios.ts', 'client', 'contracts'],
  'simulator/scenarios.ts': ['simulator/scenarios'],
  'simulator/scenarios': [
    'simulator/banks',
    'simulator/bundled-scenarios.ts',
    'simulator/data',
    'simulator/demo',
    'simulator/domain',
    'simulator/issuer',
    'simulator/scenario-engine',
    'simulator/simulator.ts',
    'client',
  ],
  'simulator/build.ts': [],
  'simulator/bundled-scenarios.ts': [],
  // What the npm package gives to others.
  'simulator/index.ts': [
    'simulator/data',
    'simulator/connections.ts',
    'simulator/events.ts',
    'simulator/merchant-state',
    'simulator/banks',
    'simulator/bundled-scenarios.ts',
    'simulator/clock.ts',
    'simulator/config.ts',
    'simulator/domain',
    'simulator/inspection',
    'simulator/issuer',
    'simulator/payments',
    'simulator/scenario-engine',
    'simulator/simulator.ts',
    'simulator/store',
  ],
  'simulator/main.ts': [
    'simulator/app.ts',
    'simulator/bundled-scenarios.ts',
    'simulator/demo-shop.ts',
    'simulator/simulator.ts',
    'simulator/config.ts',
    'simulator/banks',
    'simulator/domain',
    'simulator/store',
  ],
  'simulator/demo-shop.ts': ['simulator/data', 'simulator/simulator.ts', 'simulator/config.ts', 'client'],
  'simulator/demo': [
    'simulator/simulator.ts',
    'simulator/clock.ts',
    'simulator/scenario-engine',
    'simulator/domain',
    'client',
  ],
  'simulator/demo.ts': ['simulator/demo', 'simulator/bundled-scenarios.ts'],
  client: [],
};

test('imports run one way: no room imports what it may not', (t) => {
  const breaches = files.flatMap((file) => {
    const room = roomOf(file);
    const allowed = mayImport[room];
    if (!allowed) return [`${file}: ${room} has no row in this test`];
    return importsOf(file)
      .filter((imported) => roomOf(imported) !== room && !allowed.includes(roomOf(imported)))
      .map((imported) => `${file} imports ${imported}`);
  });

  t.true(files.length > 100);
  t.deepEqual(breaches, []);
});

/** Words that belong to one file alone. Comments don't count. */
const guarded = [
  {
    words: /\bDate\.now\b|\bnew Date\(\)|\bset(?:Timeout|Interval)\b|performance\.now/,
    only: ['simulator/clock.ts'],
    what: 'time',
  },
  { words: /\bprocess\.env\b/, only: ['simulator/config.ts'], what: 'the environment' },
  { words: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\brandomFill/, only: ['simulator/ids.ts'], what: 'chance' },
  {
    words: /\bcreateServer\b|\.listen\(/,
    only: ['simulator/connections.ts', 'simulator/simulator.ts'],
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
  const loaded = [...loadedBy('simulator/main.ts')];
  const packages = loaded.filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'));
  const late = loaded.filter((name) =>
    /^simulator\/(?:(?:card-page|acs|control|dashboard|demo)\/|app\.ts$)/.test(name),
  );

  t.true(loaded.includes('simulator/gateway/register.ts'));
  t.deepEqual(packages, ['nanoid']);
  t.deepEqual(late, []);
});
