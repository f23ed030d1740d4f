import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import test from 'ava';
import { banks } from '../../../../simulator/banks/all.ts';
import { facts } from '../../../../simulator/banks/fact-words.ts';
import { readBank } from '../../../../simulator/banks/own-bank/bank-file.ts';
import { bankJsonSchema, bankSchemaFile } from '../../../../simulator/banks/own-bank/bank-json-schema.ts';
import { folderWith } from '../../../helpers/process/folder-with.ts';

const schema = JSON.parse(bankJsonSchema()) as {
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
  readonly required: readonly string[];
};
const accepts = new Ajv({ strict: false, logger: false }).compile(schema);

test('the published schema is up to date', (t) => {
  t.true(readFileSync(bankSchemaFile, 'utf8') === bankJsonSchema(), 'npm run docs writes it');
});

test('it has every fact and what a file has besides, each with its meaning', (t) => {
  t.deepEqual(Object.keys(schema.properties).toSorted(), ['$schema', 'extends', 'name', ...facts].toSorted());
  t.deepEqual(schema.required, ['extends', 'name']);
  for (const [key, { description }] of Object.entries(schema.properties)) t.regex(description ?? '', /\S/, key);
});

test('every fact of every bank of tillbox can stand in a file, bare and with its source, and is read as it is', async (t) => {
  for (const bank of banks) {
    const { name: _, provenance: __, ...own } = bank;
    const sourced = Object.fromEntries(Object.entries(own).map(([fact, value]) => [fact, { value, source: 'seen' }]));
    for (const body of [own, sourced]) {
      const file = { extends: bank.name, name: 'mine', ...body };
      const folder = await folderWith(t, { 'mine.json': JSON.stringify(file) });

      t.true(accepts(file), `${bank.name}: ${JSON.stringify(accepts.errors)}`);
      t.like(await readBank(join(folder, 'mine.json')), own);
    }
  }
});

/** Files that are wrong; schema and reader agree. */
const wrong: readonly object[] = [
  { name: 'mine' },
  { extends: 'dsk' },
  { extends: 'dks', name: 'mine' },
  { extends: 'dsk', name: 'Mine' },
  { extends: 'dsk', name: 'mine', curency: 'KZT' },
  { extends: 'dsk', name: 'mine', currency: 398 },
  { extends: 'dsk', name: 'mine', currencies: [] },
  { extends: 'dsk', name: 'mine', currencies: { value: 'KZT' } },
  { extends: 'dsk', name: 'mine', hosts: { live: 'bank.example' } },
  { extends: 'dsk', name: 'mine', title: { value: 'Mine', confidence: 'sure' } },
  { extends: 'dsk', name: 'mine', threeDsVersion: 3 },
  { extends: 'dsk', name: 'mine', results: { register: 'text' } },
  { extends: 'dsk', name: 'mine', paramsWanted: { udf1: 'twenty' } },
  { extends: 'dsk', name: 'mine', failedChallengeCode: 'never' },
];

for (const file of wrong)
  test(`schema and reader refuse ${JSON.stringify(file)}`, async (t) => {
    const folder = await folderWith(t, { 'mine.json': JSON.stringify(file) });

    t.false(accepts(file));
    await t.throwsAsync(readBank(join(folder, 'mine.json')));
  });
