import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { readBank } from '../../simulator/banks/own-bank/bank-file.ts';
import { folderWith } from '../helpers/process/folder-with.ts';
import { blocksOf } from '../helpers/process/shell-blocks.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/own-bank.md'), 'utf8');
const blocks = blocksOf(page);
const example = blocks.find(({ language }) => language === 'yaml')?.text ?? '';

test('the gateway starts with the file of the page, and answers as it says', async (t) => {
  const folder = await folderWith(t, { 'my-bank.yaml': example });
  const simulator = await simulatorFor(t, { bank: join(folder, 'my-bank.yaml') });

  t.true(page.includes('BANK=./my-bank.yaml npx tillbox'));
  t.like(simulator.bank, { name: 'my-bank', title: 'My Bank', country: 'RO', paymentAttempts: 3 });
  const { orderId } = await simulator.register({ orderNumber: '12345678901234567890123456789012' });
  t.is((await simulator.status(orderId))['currency'], '946');
  const tooLong = await simulator.call('register.do', {
    amount: '500',
    returnUrl: 'https://shop.example',
    orderNumber: '123456789012345678901234567890123',
  });
  t.false('formUrl' in tooLong);
});

test('a wrong file is told as the page prints it', async (t) => {
  const file = 'extends: dsk\nname: my-bank\ncurency: RON\ntitle: My Bank\npaymentAttempts: three\n';
  const folder = await folderWith(t, { 'my-bank.yaml': file });
  const error = await t.throwsAsync(readBank(join(folder, 'my-bank.yaml')));

  const printed = blocks
    .find(({ language }) => language === 'text')
    ?.text.trim()
    .split('\n');
  t.deepEqual(error?.message.replaceAll(`${folder}/`, '').split('\n').toSorted(), printed?.toSorted());
});

test('the address of the schema that the page gives to editors is a file of the package, as is the name for programs', (t) => {
  const { exports, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, address = ''] = /\$schema=\.\/node_modules\/tillbox\/(\S+)/.exec(page) ?? [];

  t.is(`./${address}`, exports['./bank.schema.json']);
  t.true(files.includes('docs'));
  t.true(page.includes('`tillbox/bank.schema.json`'));
  t.notThrows(() => JSON.parse(readFileSync(join(root, address), 'utf8')));
});
