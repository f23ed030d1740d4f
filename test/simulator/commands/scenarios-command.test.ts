import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { scenariosFor } from '../../../simulator/commands/read-config.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { run } from './run-scenarios.ts';

test('check finds nothing wrong with the scenarios that come with tillbox', async (t) => {
  const { code, out } = await run('check');

  t.is(code, 0);
  t.regex(out, /^\d\d+ scenarios, no mistakes\n$/);
});

test('check writes every mistake in a line of its own, with file, line, path and what was expected', async (t) => {
  const folder = await folderWith(t, {
    'a.yaml': 'about: x\nattempts:\n  - decline: insufficent-funds\n  - delay: 2 hours\n',
    'b.json': '{\n  "attempts": [{ "approve": true }],\n  "expect": { "orderStatus": 9 }\n}',
    'c.yaml': 'attempts: [{ approve: true }]',
    'd.yaml': 'attempts: [\n',
  });

  const wrong = await run('check', folder);

  t.deepEqual(wrong.out.trim().split('\n'), [
    `${folder}/a.yaml:3: attempts[0].decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?`,
    `${folder}/a.yaml:4: attempts[1].delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "2 hours"`,
    `${folder}/b.json:3: expect.orderStatus: expected an orderStatus from 0 to 8, got 9`,
    `${folder}/d.yaml:2: cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]`,
  ]);
  t.is(wrong.code, 1);
  t.deepEqual(await run('check', '--folder', folder), wrong);
});

test('check says which steps have no effect, with file and line; a note about the rehearsal alone is no mistake', async (t) => {
  const folder = await folderWith(t, {
    'a.yaml': 'attempts:\n  - approve\n  - decline: 116\nlater:\n  - { after: 1h, do: capture }\n',
    'b.yaml': 'gateway:\n  - on: bindCard\n    do: empty\n',
    'c.json': '{\n  "gateway": [{ "on": "registerPreAuth", "do": "empty" }]\n}',
  });

  const all = await run('check', folder);

  t.is(all.code, 1);
  t.deepEqual(all.out.trim().split('\n'), [
    `${folder}/a.yaml:3: attempts[1]: is not reached: attempt 1 pays the order, with card 444455**3333`,
    `${folder}/a.yaml:5: later[0]: is not possible: the order is paid in one phase, so that nothing is held; add phases: 2`,
    `${folder}/c.json:2: gateway[0]: is not reached: the order is registered by register; add phases: 2`,
    `${folder}/b.yaml:2: note: gateway[0]: is not reached by the rehearsal, which makes no call of bindCard`,
  ]);
  t.deepEqual(await run('check', join(folder, 'b.yaml')), {
    code: 0,
    out: `${folder}/b.yaml:2: note: gateway[0]: is not reached by the rehearsal, which makes no call of bindCard\n1 scenario, no mistakes\n`,
    err: '',
  });
});

test('check takes single files, and leaves out the schema among them', async (t) => {
  const good = 'attempts: [{ approve: true }]';
  const folder = await folderWith(t, { 'a.yaml': good, 'b.yaml': 'x', 'scenario.schema.json': '{}', 'notes.md': 'x' });
  const check = (...names: readonly string[]) => run('check', ...names.map((name) => join(folder, name)));

  t.deepEqual(await check('a.yaml', 'scenario.schema.json'), { code: 0, out: '1 scenario, no mistakes\n', err: '' });
  t.deepEqual(await check('a.yaml', 'gone.yaml', 'notes.md'), {
    code: 1,
    out: `${folder}/gone.yaml: expected a scenario file, but there is none\n${folder}/notes.md: expected a file whose name ends in .yaml, .yml or .json\n`,
    err: '',
  });
});

test('check is not content with a folder that has no scenarios, or that is not there', async (t) => {
  const folder = await folderWith(t, {});

  t.deepEqual(await run('check', folder), {
    code: 1,
    out: `${folder}: expected scenario files, found none; name a folder or files that end in .yaml, .yml or .json\n`,
    err: '',
  });
  t.deepEqual(await run('check', '--folder', join(folder, 'gone')), {
    code: 1,
    out: `${folder}/gone: expected a scenario file or a folder of them, but there is none\n`,
    err: '',
  });
});

test('list shows each name with what it is about, in lines that a terminal shows', async (t) => {
  const { code, out } = await run('list');

  t.is(code, 0);
  const lines = out.split('\n');
  t.true(lines.every(({ length }) => length <= 100));
  t.true(lines.some((line) => /^declined-insufficient-funds +The account has too little money: /.test(line)));
  const starts = new Set(lines.filter(Boolean).map((line) => /(^ +|^\S+ +)/.exec(line)?.[0].length));
  t.is(starts.size, 1);
});

test('list as JSON has what each is about, what a shop should do, when it holds and how it ends', async (t) => {
  const folder = await folderWith(t, {
    'a.yaml': 'about: A.\nshop: Wait.\nwhen: { amount: 5 }\nattempts: [{ decline: 116 }]\nexpect: { actionCode: 116 }',
  });

  const { out } = await run('list', '--json', '--folder', folder);

  const listed: readonly { readonly name: string; readonly when?: unknown }[] = JSON.parse(out);
  t.deepEqual(listed[0], {
    name: 'a',
    about: 'A.',
    shop: 'Wait.',
    file: join(folder, 'a.yaml'),
    when: { amount: 5 },
    expect: { actionCode: 116 },
  } as object);
  t.true(
    listed.some(({ name, when }) => name === 'by-card-stolen' && when === undefined),
    'those that come with tillbox are known by name',
  );
});

test('a scenario that comes with tillbox can be tried and explained beside own files', async (t) => {
  const folder = await folderWith(t, someRules);

  t.is((await run('try', 'declined-card-lost', '--folder', folder)).code, 0);
  t.regex(
    (await run('explain', '--folder', folder, '--scenario', 'declined-card-lost')).out,
    /^yes {2}order {2}asks for scenario declined-card-lost: /m,
  );
});

const someRules = {
  'by-amount.yaml': 'when: { amount: { from: 500000 }, orderNumber: "^vip-" }\nattempts: [{ decline: 116 }]',
  'by-email.yaml':
    'when: { email: "@flaky" }\nattempts: [{ delay: 2s }]\ngateway: [{ on: refund, do: { httpStatus: 503 } }]',
  'by-name.yaml': 'attempts: [{ approve: true }]',
  'by-ru.yaml': 'when: { language: ru }\nattempts: [{ decline: 5 }]',
};

test('explain says who decides about a plain order, and which condition of every other scenario fails', async (t) => {
  const folder = await folderWith(t, someRules);

  t.deepEqual(await run('explain', '--folder', folder), {
    code: 0,
    out: `amount 1500000, currency 398 KZT, order number 1, merchant test_user, language en, attempt 1, card 444455**3333

no   order               asks for no scenario
no   merchant test_user  has no scenario set
no   scenario by-amount  order number: expected to match ^vip-, the order has 1
no   scenario by-email   e-mail: expected to match @flaky, the order has none
no   scenario by-ru      language: expected ru, the order has en
yes  card number         test card "No 3-D Secure, approved": approved (0), 3-D Secure: none

Decided by card number.
1 of 4 scenarios have no \`when\`: they apply only if an order or a merchant asks for them.
`,
    err: '',
  });
});

test('explain takes an order as it is described, masks its card, and names those that are not asked', async (t) => {
  const folder = await folderWith(t, someRules);
  const order = ['--amount', '700000', '--order-number', 'x-4242424242424242', '--card', '4242 4242 4242 4242'];
  const more = [
    '--client-id',
    '7',
    '--email',
    'a@flaky.kz',
    '--currency',
    'usd',
    '--merchant',
    'mine',
    '--attempt',
    '2',
  ];

  t.deepEqual((await run('explain', '--folder', folder, ...order, ...more)).out.split('\n'), [
    'amount 700000, currency 840 USD, order number x-424242**4242, merchant mine, client id 7, e-mail a@flaky.kz, language en, attempt 2, card 424242**4242',
    '',
    'no   order               asks for no scenario',
    'no   merchant mine       has no scenario set',
    'no   scenario by-amount  order number: expected to match ^vip-, the order has x-424242**4242',
    'yes  scenario by-email   e-mail a@flaky.kz matches @flaky: on attempt 2 the bank thinks for 2s',
    'no   card number         no test card and not of the range 400000',
    'yes  default             nothing else decided, so the payment is approved',
    '',
    'Decided by scenario by-email, then default.',
    'Not asked: by-ru.',
    '1 of 4 scenarios have no `when`: they apply only if an order or a merchant asks for them.',
    'About gateway: scenario by-email, e-mail a@flaky.kz matches @flaky: refund answers HTTP 503.',
    '',
  ]);
  t.regex((await run('explain', '--folder', folder, '--scenario', 'by-name')).out, /^Decided by order\.$/m);
});

test('explain tells the same of bare steps and of long ones', async (t) => {
  const bare = await folderWith(t, { 'x.yaml': 'attempts: [approve]\ngateway: [{ on: page, do: empty }]\n' });
  const long = await folderWith(t, {
    'x.yaml': 'attempts: [{ approve: true }]\ngateway: [{ on: page, do: { empty: true } }]\n',
  });
  const explain = (folder: string) => run('explain', '--folder', folder, '--scenario', 'x');

  const told = await explain(bare);

  t.true(told.out.includes('on attempt 1 the bank approves the payment'));
  t.deepEqual(told, await explain(long));
});

const wrongUses: readonly (readonly [args: readonly string[], err: RegExp])[] = [
  [[], /^Usage: tillbox scenarios \[/],
  [['fly'], /^error: unknown command 'fly'\n/],
  [['exlpain'], /^error: unknown command 'exlpain'\n\(Did you mean scenarios explain\?\)\n/],
  [['toString'], /^error: unknown command 'toString'\n/],
  [['list', 'x'], /^error: too many arguments for 'list'\. Expected 0 arguments but got 1: x\.\n/],
  [['check', '--fix'], /^error: unknown option '--fix'\n/],
  [['check', '--flder', 'x'], /^error: unknown option '--flder'\n\(Did you mean --folder\?\)\n/],
  [['explain', '--amount', '5.00'], /^error: --amount 5\.00: expected a whole number from 0\n/],
  [['explain', '--attempt', '0'], /^error: --attempt 0: expected a whole number from 1\n/],
  [['explain', '--currency', 'money'], /^error: --currency money: expected a currency such as KZT or 398\n/],
  [['explain', '--currency', '001'], /^error: --currency 001: expected a currency such as KZT or 398\n/],
  [['explain', '--language', 'de'], /^error: --language de: expected en, ru, kk\n/],
  [['explain', '--card', '4111'], /^error: --card: expected a card number of 12 to 19 digits\n/],
  [['explain', '--scenario', 'aproved'], /^error: --scenario aproved: .* did you mean approved\?\n/],
  [['try'], /^error: missing required argument 'scenario'\n/],
  [['try', 'slo-bank'], /^error: no scenario is called slo-bank; did you mean slow-bank\?\n/],
  [['try', 'slow-bank', 'approved'], /^error: too many arguments for 'try'/],
];

for (const [args, err] of wrongUses) {
  test(`scenarios ${args.join(' ')} is wrong usage`, async (t) => {
    const ran = await run(...args);

    t.is(ran.code, 2);
    t.is(ran.out, '');
    t.regex(ran.err, err);
    if (args.length > 0) t.true(ran.err.endsWith('--help shows the usage.\n'));
  });
}

test('check names the sub-folders that are not read, as a note', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  await mkdir(join(folder, 'cards'));
  await writeFile(join(folder, 'cards/b.yaml'), 'attempts: [approve]');

  const { code, out } = await run('check', folder);

  t.is(
    out,
    `${folder}/cards: note: is not read, because it is a sub-folder; move its file into the folder above\n1 scenario, no mistakes\n`,
  );
  t.is(code, 0);
});

test('the folder of a command is the given one, else that of SCENARIOS, else the default', (t) => {
  t.is(scenariosFor('given', { SCENARIOS: 'set' }), 'given');
  t.is(scenariosFor(undefined, { SCENARIOS: 'set' }), 'set');
  t.is(scenariosFor(undefined, { SCENARIOS: '' }), scenariosFor(undefined, {}));
});
