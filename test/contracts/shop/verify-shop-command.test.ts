import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { junitOf } from '../../../contracts/report/junit.ts';
import { writeReports } from '../../../contracts/report/write-reports.ts';
import { githubAnnotations } from '../../../contracts/shop/report/github-report.ts';
import { reportsOfShop } from '../../../contracts/shop/report/reports-of-shop.ts';
import { gitHubStep } from '../../../simulator/commands/read-config.ts';
import { documentedLogin } from '../../../simulator/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { startProgram } from '../../helpers/process/own-process.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { runCommand } from './run-command.ts';
import { shopAt, shopsOfOneGateway } from './shop-for-command.ts';

/** A port that nothing listens at. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const { shopFor } = shopsOfOneGateway();

const run = (args: Readonly<Record<string, string>>) => runCommand('verify-shop', ...Object.entries(args).flat());

test('a right shop: a line per case, and exit code 0; the gateway is started for the run', async (t) => {
  const url = `http://localhost:${await freePort()}`;
  const { args } = await shopAt(t, url, documentedLogin);

  const { code, out, err } = await run({ ...args, '--only': 'forged,genuine,partial-capture' });

  t.deepEqual({ code, err }, { code: 0, err: '' });
  const [head, ...lines] = out.split('\n');
  t.is(head, `gateway ${url}/payment/rest/, login test_user, started for this run`);
  t.deepEqual(lines, [
    '',
    'ok         forged           a callback with a proof that is wrong changes nothing',
    'ok         genuine          a genuine callback is answered with 200, and the order is paid',
    'not tried  partial-capture  a partial capture is answered with 200, and the order is paid (the shop registers orders in one phase)',
    '',
    '2 ok, 0 failed, 1 not tried',
    '',
  ]);
  await t.throwsAsync(fetch(url), undefined, 'it is stopped');
});

test('a shop that believes everybody: the failure with its harm and its requests, and exit code 1', async (t) => {
  const folder = temporaryFolder(t);
  const { args } = await shopFor(t, { isGenuine: () => true });
  const files = { '--json': join(folder, 'shop.json'), '--junit': join(folder, 'shop.xml') };

  const { code, out } = await run({ ...args, ...files, '--skip': 'slow-answer' });

  t.is(code, 1);
  t.regex(out, /^FAILED {5}forged {15}a callback/m);
  t.regex(out, /^forged: the order is paid, although the callback was signed with another key\n {2}Anybody who/m);
  t.regex(out, /^ {2}sent {6}GET http.*&checksum=[0-9A-F]{64}\n {2}answered {2}200 after \d+ ms/m);
  t.notRegex(out, /slow-answer/);
  const { accepted, cases } = JSON.parse(readFileSync(files['--json'], 'utf8'));
  t.false(accepted);
  t.deepEqual(
    cases.filter(({ outcome }: { outcome: string }) => outcome === 'fails').map(({ id }: { id: string }) => id),
    ['forged', 'checksum-missing'],
  );
  t.regex(
    readFileSync(files['--junit'], 'utf8'),
    /<testsuite name="shop http:[^"]+" tests="22" failures="2" errors="0" skipped="1">/,
  );
});

test('the settings and the scenario of the merchant are as before, also when the run breaks off', async (t) => {
  const { args, sandbox, login } = await shopFor(t);
  const callbacks = { url: 'http://shop.example/own', token: 'own', method: 'POST', parameters: ['amount'] } as const;
  await sandbox.changeMerchant(login, { callbacks });
  await sandbox.setScenario(login, 'callback-lost');
  await sandbox.setScenario(login, 'callback-late', { orders: 3 });
  const before = await sandbox.getMerchant(login);

  t.is((await run({ ...args, '--only': 'order-of-parameters' })).code, 0);
  t.deepEqual(await sandbox.getMerchant(login), before);
  t.is((await run({ ...args, '--check': 'http://127.0.0.1:1/{orderId}' })).code, 2);
  t.deepEqual(await sandbox.getMerchant(login), before);
});

test('commands register orders and show them', async (t) => {
  const shop = await shopFor(t);
  const script = join(temporaryFolder(t), 'shop.mjs');
  const program = `const [path, method] = process.argv.slice(2);
console.log(await (await fetch('${shop.url}' + path, { method })).text());
`;
  writeFileSync(script, program);
  const call = `"${process.execPath}" "${script}"`;
  const commands = { '--buy': `${call} /buy POST`, '--check': `${call} /orders/{orderNumber} GET` };

  const { code, out } = await run({ ...shop.args, ...commands, '--only': 'genuine' });

  t.is(code, 0, out);
});

test('a text shows that an order is paid', async (t) => {
  const { args } = await shopFor(t);

  t.is((await run({ ...args, '--paid': '"state":"paid"', '--only': 'genuine,refund' })).code, 0);
});

type Change = (args: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

const impossible: readonly (readonly [title: string, change: Change, err: RegExp])[] = [
  [
    'a shop that registers nothing',
    (args) => ({ ...args, '--buy': args['--check'] ?? '' }),
    /^--buy: the shop has registered no order at http:\S+ \(POST http:\S+ HTTP 404/,
  ],
  ['a command that fails', (args) => ({ ...args, '--buy': 'exit 3' }), /^--buy: exit 3: exit code 3\n/],
  [
    'a command that shows no order',
    (args) => ({ ...args, '--check': 'exit 4 {orderId}' }),
    /^--check: exit 4 \S+: exit code 4\n/,
  ],
  [
    'a shop that is not there',
    (args) => ({ ...args, '--buy': 'http://127.0.0.1:1/' }),
    /^--buy: http:\/\/127\.0\.0\.1:1\/ does not answer \(.+\)\n/,
  ],
  [
    'an address for callbacks that leads nowhere',
    (args) => ({ ...args, '--callback': 'http://127.0.0.1:1/' }),
    /^--callback: http:\/\/127\.0\.0\.1:1\/ does not answer \(ECONNREFUSED\)\n/,
  ],
  [
    'an order page that is not there',
    (args) => ({ ...args, '--check': `${args['--buy']}/no/{orderId}` }),
    /^--check: \S+ answers 404/,
  ],
  [
    'a value that unpaid orders have',
    (args) => ({ ...args, '--paid': '$.state=new|paid' }),
    /^--paid holds for an order that nobody has paid/,
  ],
  ['a login that is not there', (args) => ({ ...args, '--login': 'nobody' }), /nobody/],
  [
    'a gateway elsewhere',
    (args) => ({ ...args, '--sandbox': 'http://gateway.invalid' }),
    /^--sandbox: no tillbox answers|gateway\.invalid/,
  ],
  [
    'a file that cannot be written',
    (args) => ({ ...args, '--json': '/nowhere/shop.json' }),
    /^--json \/nowhere\/shop\.json: there is no folder \/nowhere/,
  ],
];
for (const [title, change, err] of impossible)
  test(`exit code 2: ${title}`, async (t) => {
    const { args } = await shopFor(t);

    const { code, err: said } = await run(change({ ...args, '--only': 'forged' }));

    t.is(code, 2);
    t.regex(said, err);
  });

test('exit code 2: an order page that asks the gateway itself', async (t) => {
  const { args, sandbox, login } = await shopFor(t);
  const page = await stubServer(t, async ({ path }) => {
    const { status } = await sandbox.orders.get(login, path.slice(1));
    return { body: { state: status === 'deposited' ? 'paid' : 'new' } };
  });

  const { code, err } = await run({ ...args, '--check': `${page.origin}/{orderId}`, '--only': 'forged' });

  t.is(code, 2);
  t.regex(err, /^an order is paid before the first callback: --check has to show what the shop knows/);
});

test('the states of the pact take the place of the orders', async (t) => {
  const states = await stubServer(t, () => ({ body: { mdOrder: 'md-1', orderNumber: 'A-1' } }));
  const shop = await stubServer(t, () => ({ status: 403 }));
  const args = { '--callback': shop.origin, '--token': 'secret', '--state-change-url': states.origin };

  const { code, out } = await run({ ...args, '--method': 'GET' });

  t.is(code, 1);
  t.regex(out, /^FAILED {5}the gateway tells that an order is paid, by GET$/m);
  t.regex(out, /^not tried {2}the gateway tells that an order is paid, by POST \(not by GET\)$/m);
});

test('without a paid order, it is no merit that others stay unpaid, whichever cases are chosen', async (t) => {
  const { args } = await shopFor(t);
  const typo = { ...args, '--paid': '$.state=payed', '--only': 'forged,declined' };

  const { code, out, err } = await run(typo);

  t.is(code, 2, out);
  t.is(err, 'No case was tried, so nothing can be said.\n');
  t.regex(out, /^not tried {2}forged .* \(the shop shows no order as paid, so this one says nothing\)$/m);
  t.notRegex(out, /^ok|genuine/m);

  const all = await run({ ...typo, '--only': 'genuine' });
  t.is(all.code, 1);
  t.regex(all.out, /^genuine: the order does not become paid: \$\.state is paid, and not payed$/m);
});

test('exit code 2: no case was tried', async (t) => {
  const { args } = await shopFor(t);

  t.is((await run({ ...args, '--only': 'partial-capture' })).code, 2);
  t.is((await run({ ...args, '--only': 'forged', '--skip': 'forged' })).code, 2);
});

test('a shop with another key is asked whether it has that of --token', async (t) => {
  const { args } = await shopFor(t);

  const { code, out } = await run({ ...args, '--token': 'other', '--only': 'genuine' });

  t.is(code, 1);
  t.regex(out, /^genuine: the shop answers 40\d, and not 200; is its key that of --token\?$/m);
});

const complete = {
  '--callback': 'http://a/callback',
  '--token': 'x',
  '--buy': 'http://a/buy',
  '--check': 'http://a/{orderId}',
  '--paid': '$.a=b',
};

const wrong: readonly (readonly [change: Readonly<Record<string, string | undefined>>, err: RegExp])[] = [
  [{ '--callback': undefined }, /^error: --callback is needed\n--help/],
  [{ '--buy': undefined }, /^error: --buy is needed\n/],
  [{ '--check': undefined }, /^error: --check is needed\n/],
  [{ '--paid': undefined }, /^error: --paid is needed\n/],
  [{ '--token': undefined }, /^error: --token: expected the key/],
  [
    { '--check': 'http://a/orders' },
    /^error: --check http:\/\/a\/orders: expected \{orderNumber\} or \{orderId\} in it\n/,
  ],
  [{ '--paid': '$.a' }, /^error: --paid \$\.a: expected \$\.path=value/],
  [{ '--proof': 'rsaa' }, /did you mean rsa\?/],
  [{ '--proof': 'jwt', '--method': 'PUT' }, /^error: --method PUT: expected GET, POST/],
  [{ '--only': 'forgd' }, /^error: --only forgd: expected forged, .*; did you mean forged\?\n/],
  [{ '--state-change-url': 'http://a' }, /^error: --buy cannot go together with --state-change-url\n/],
  [{ '--wait': 'long' }, /^error: --wait long: expected a number from 0\n/],
  [
    {
      '--buy': undefined,
      '--check': undefined,
      '--paid': undefined,
      '--state-change-url': 'http://a',
      '--proof': 'none',
    },
    /^error: --proof none: the callbacks of the pact have a proof/,
  ],
];
for (const [change, err] of wrong)
  test(`wrong use: ${Object.entries(change).join(' ')}`, async (t) => {
    const args = Object.entries({ ...complete, ...change }).filter(([, value]) => value !== undefined);
    const result = await run(Object.fromEntries(args) as Record<string, string>);

    t.is(result.code, 2);
    t.regex(result.err, err);
  });

test('JUnit and annotations quote what XML and GitHub take for their own', (t) => {
  const cases = [
    { name: 'one', failure: { message: 'x\ny', text: 'a\u0001b ]]> <c>' } },
    { name: 'two', skipped: 'no' },
  ];
  const junit = junitOf('all', [{ name: 'a "shop" & <more>', cases }]);
  t.regex(
    junit,
    /<testsuite name="a &quot;shop&quot; &amp; &lt;more&gt;" tests="2" failures="1" errors="0" skipped="1">/,
  );
  t.regex(junit, /message="x&#10;y">a\ufffdb \]\]&gt; &lt;c&gt;<\/failure>/);
  t.regex(junit, /name="two" classname="[^"]+"><skipped message="no"\/>/);

  const one = { id: 'forged', title: 't', outcome: 'fails', reason: '50%\nmore', harm: 'h', details: [] } as const;
  const annotations = githubAnnotations({ callbackUrl: 'http://a', cases: [one, { ...one, outcome: 'holds' }] });
  t.is(annotations, '::error title=verify-shop%3A forged::50%25%0Amore%0Ah\n');
  t.deepEqual(gitHubStep({ GITHUB_ACTIONS: 'true' }), {});
  t.deepEqual(gitHubStep({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/s.md' }), { summary: '/s.md' });
  t.is(gitHubStep({ GITHUB_STEP_SUMMARY: '/s.md' }), undefined);
});

test('the summary of a step has the cases that do not hold, after what it has already', (t) => {
  const file = join(temporaryFolder(t), 'summary.md');
  writeFileSync(file, '# Before\n');
  const one = {
    id: 'forged',
    title: 'a | b',
    outcome: 'fails',
    reason: 'x < *y*\nz',
    harm: 'h_',
    details: ['d'],
  } as const;
  const cases = [
    one,
    { ...one, id: 'genuine', outcome: 'holds' },
    { ...one, id: 'refund', outcome: 'not tried' },
  ] as const;

  writeReports(reportsOfShop({ callbackUrl: 'http://a/b_c', cases }), { step: { summary: file }, out: () => {} });
  writeReports(reportsOfShop({ callbackUrl: 'http://a', cases: cases.slice(1, 2) }), {
    step: { summary: file },
    out: () => {},
  });

  t.is(
    readFileSync(file, 'utf8'),
    `# Before
### The shop at http://a/b\\_c

1 ok, 1 failed, 1 not tried.

| case | result | reason |
| --- | --- | --- |
| forged: a \\| b | fails | x \\< \\*y\\* z<br>h\\_ |
| refund: a \\| b | not tried | x \\< \\*y\\* z |

### The shop at http://a

1 ok, 0 failed, 0 not tried.

`,
  );
});

test('in a step of GitHub Actions the command writes the summary', async (t) => {
  const file = join(temporaryFolder(t), 'summary.md');
  const { args } = await shopFor(t);
  const given = Object.entries({ ...args, '--only': 'genuine,partial-capture' }).flat();

  const program = startProgram({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file }, [], ['verify-shop', ...given]);
  t.teardown(() => program.kill());

  t.is(await program.ended, 0, program.output.err);
  t.regex(readFileSync(file, 'utf8'), /^1 ok, 0 failed, 1 not tried\.$/m);
});
