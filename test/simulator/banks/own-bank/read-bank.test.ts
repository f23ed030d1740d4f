import { join } from 'node:path';
import test from 'ava';
import { banks } from '../../../../simulator/banks/all.ts';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { remarkOn } from '../../../../simulator/banks/fact-words.ts';
import { isBankFile, readBank } from '../../../../simulator/banks/own-bank/bank-file.ts';
import { satim } from '../../../../simulator/banks/satim.ts';
import { ConfigError } from '../../../../simulator/options/config-error.ts';
import { inEnglish } from '../../../docs/generate/say.ts';
import { folderWith } from '../../../helpers/process/folder-with.ts';

const bankFrom = async (t: Parameters<typeof folderWith>[0], text: string, name = 'my-bank.yaml') =>
  readBank(join(await folderWith(t, { [name]: text }), name));

/** The mistakes in a file, without its folder. */
const mistakesIn = async (
  t: Parameters<typeof folderWith>[0],
  text: string,
  name = 'my-bank.yaml',
): Promise<readonly string[]> => {
  const folder = await folderWith(t, { [name]: text });
  const error = await t.throwsAsync(readBank(join(folder, name)), { instanceOf: ConfigError });
  return (error?.message ?? '').replaceAll(`${folder}/`, '').split('\n');
};

test('a file has the facts of the bank that it extends, but for its own', async (t) => {
  const bank = await bankFrom(
    t,
    'extends: bereke\nname: my-bank\ntitle: My Bank\ncurrency: BYN\ncurrencies: [BYN, "840"]\n',
  );

  t.like(bank, { name: 'my-bank', title: 'My Bank', currency: '933', currencies: ['933', '840'] });
  t.is(bank.basePath, bereke.basePath);
  t.deepEqual(bank.results, bereke.results);
  t.deepEqual(Object.keys(bank).toSorted(), Object.keys(bereke).toSorted());
});

test('a fact of the file is from the file, and a guess unless it says more; the others keep their sources', async (t) => {
  const bank = await bankFrom(
    t,
    `extends: bereke
name: my-bank
statusVersion: 12
paymentAttempts: { value: 1, source: 'letter of the bank, 4 May 2026', confidence: doc, note: sandbox only }
`,
  );

  t.is(bank.paymentAttempts, 1);
  t.deepEqual(bank.provenance.statusVersion, [{ words: 'own file' }, 'guess']);
  t.deepEqual(bank.provenance.paymentAttempts, [{ words: 'letter of the bank, 4 May 2026' }, 'doc', 'sandbox only']);
  t.deepEqual(bank.provenance.basePath, bereke.provenance.basePath);
});

test('a fact may say when the test host answered so, and what it was asked', async (t) => {
  const bank = await bankFrom(
    t,
    `extends: bereke
name: my-bank
hosts: { test: test.bank.example }
paymentAttempts: { value: 1, seenOn: 2026-11-30, asked: 'a wrong CVC', note: sandbox only }
statusVersion: { value: 12, seenOn: 2026-11 }
terminalId: { value: '1', asked: a registration }
`,
  );
  const remarks = (['paymentAttempts', 'statusVersion', 'terminalId', 'title'] as const).map((fact) =>
    remarkOn(bank, fact, inEnglish),
  );

  t.deepEqual(remarks, [
    'sandbox only; seen at the test host on 2026-11-30; asked: a wrong CVC',
    'seen at the test host in 2026-11',
    'seen at the test host; asked: a registration',
    undefined,
  ]);
  t.deepEqual(await mistakesIn(t, 'extends: bereke\nname: my-bank\nstatusVersion: { value: 12, seenOn: May }\n'), [
    'my-bank.yaml:3: statusVersion.seenOn: expected a day or a month, such as 2026-11-30 or 2026-11, got "May"',
  ]);
});

test('without a title the bank is called by its name, not as the bank that it extends', async (t) => {
  t.is((await bankFrom(t, 'extends: dsk\nname: my-bank')).title, 'my-bank');
});

test('a file may be JSON, and facts may be lists and mappings', async (t) => {
  const bank = await bankFrom(
    t,
    JSON.stringify({
      $schema: './bank.schema.json',
      extends: 'satim',
      name: 'my-bank',
      hosts: { test: 'test.bank.example' },
      paramsWanted: { udf1: 20 },
      errorCodes: { value: { 'amount-missing': '12' }, source: 'seen' },
      failedChallengeCode: 'by-version',
    }),
    'my-bank.json',
  );

  t.deepEqual(bank.hosts, { test: 'test.bank.example' });
  t.deepEqual(bank.paramsWanted, { udf1: 20 });
  t.deepEqual(bank.errorCodes, { 'amount-missing': '12' });
  t.is(bank.failedChallengeCode, 'by-version');
  t.is(bank.country, satim.country);
});

test('every mistake is told at once, each with its line and what was meant', async (t) => {
  const mistakes = await mistakesIn(
    t,
    `extends: berek
name: My Bank
currancy: BYN
currency: 933
orderIds: uid
threeDsVersion: 3
failedChallengeCode: by_version
results:
  register: { success: none, refusal: text }
paymentAttempts: { value: several, sorce: a letter }
languages: [english]
`,
  );

  t.deepEqual(mistakes, [
    `my-bank.yaml:1: extends: expected a bank of tillbox (${banks.map(({ name }) => name).join(', ')}), got "berek"; did you mean bereke?`,
    'my-bank.yaml:2: name: expected a name of small letters, digits and dashes, such as my-bank, got "My Bank"',
    `my-bank.yaml:4: currency: expected a currency of ISO 4217 by its letters, such as KZT, or by its number in quotes, such as '398', got 933`,
    'my-bank.yaml:11: languages[0]: expected a language by two small letters, such as en, got "english"',
    'my-bank.yaml:5: orderIds: expected a form of orderId, got "uid"; did you mean uuid?',
    'my-bank.yaml:6: threeDsVersion: expected a version of 3-D Secure, got 3; it can be 1, 2, asked-for',
    'my-bank.yaml:9: results.register.success: expected a form of errorCode, got "none"; it can be absent, text, number, flagged, doubled',
    'my-bank.yaml:9: results.operations: expected success and refusal, got nothing',
    'my-bank.yaml:9: results.status: expected success and refusal, got nothing',
    'my-bank.yaml:10: paymentAttempts.value: expected a number of attempts from 1 to 99, got "several"',
    'my-bank.yaml:10: paymentAttempts.sorce: unknown key; did you mean source?',
    'my-bank.yaml:7: failedChallengeCode: expected an action code that tillbox knows, such as -2007, or by-version, got "by_version"',
    'my-bank.yaml:3: currancy: unknown key; did you mean currency?',
  ]);
});

/** Files with one mistake. */
const wrong: readonly (readonly [what: string, text: string, mistake: RegExp])[] = [
  ['nothing', '', /^my-bank\.yaml: cannot be read: it is empty$/],
  ['a list', '- extends: bereke', /^my-bank\.yaml:1: expected a bank, got \[/],
  [
    'no bank to extend',
    'name: my-bank',
    /^my-bank\.yaml:1: extends: expected a bank of tillbox \(bereke, .*\), got nothing/,
  ],
  ['no name', 'extends: bereke', /^my-bank\.yaml:1: name: expected a name of small letters.*, got nothing$/],
  [
    'a taken name',
    'extends: bereke\nname: dsk',
    /:2: name: expected another name than that of a bank of tillbox, got "dsk"$/,
  ],
  [
    'a currency not taken',
    'extends: bereke\nname: my\n\ncurrency: BYN',
    /:4: currencies: expected 933 among them, the currency$/,
  ],
  [
    'a language not shown',
    'extends: bereke\nname: my\nlanguages: [ru]',
    /:3: languages: expected en among them, the defaultLanguage$/,
  ],
  [
    'an unknown action code',
    'extends: dsk\nname: my\nexpiredActionCode: -2',
    /:3: expiredActionCode: expected an action code that tillbox knows, such as -2007, got -2$/,
  ],
  [
    'an unknown refusal',
    'extends: dsk\nname: my\nerrorCodes: { amount-mising: "1" }',
    /:3: errorCodes\.amount-mising: unknown key; did you mean amount-missing\?$/,
  ],
  [
    'a path of ours',
    'extends: dsk\nname: my\nbasePath: /sandbox',
    /:3: basePath: expected a path such as \/ab_by, other than \/sandbox and \/acs, got/,
  ],
  [
    'a page without order',
    'extends: dsk\nname: my\nformUrl: "pay.html?x={order}"',
    /:3: formUrl: expected a path with \{orderId\}/,
  ],
  ['no YAML', 'extends: [', /^my-bank\.yaml:1: cannot be read: /],
];

for (const [what, text, mistake] of wrong)
  test(`is refused: ${what}`, async (t) => {
    const mistakes = await mistakesIn(t, text);

    t.true(
      mistakes.some((line) => mistake.test(line)),
      mistakes.join('\n'),
    );
  });

test('a file that cannot be read is refused with its path', async (t) => {
  const folder = await folderWith(t, {});

  await t.throwsAsync(readBank(join(folder, 'none.yaml')), {
    instanceOf: ConfigError,
    message: `${join(folder, 'none.yaml')}: expected the file of a bank, but it cannot be read (ENOENT)`,
  });
  await t.throwsAsync(readBank(1 as never), { instanceOf: ConfigError, message: 'readBank: expected a text, got 1' });
});

test('a path has a slash, or the ending of YAML or JSON', (t) => {
  for (const path of ['./bank', 'banks/mine', 'C:\\banks\\mine', 'mine.yaml', 'mine.yml', 'mine.json', 'Mine.YAML'])
    t.true(isBankFile(path), path);
  for (const name of ['bereke', 'vtb-kz', 'my-bank', '']) t.false(isBankFile(name), name);
});
