import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import { exampleOrder } from '../../simulator/banks/example-order.ts';
import { blocksOf } from '../helpers/process/shell-blocks.ts';
import { login, simulatorFor } from '../helpers/simulator/simulator.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/banks.md'), 'utf8');

/** The text below the heading of a bank. */
const sectionOf = (name: string): string =>
  page.split(/^## /m).find((text) => /^[\w-]+/.exec(text)?.[0] === name) ?? '';

for (const bank of banks) {
  test(`the section of ${bank.name} begins with five lines, a start, a first order and its answer`, (t) => {
    const section = sectionOf(bank.name);
    const lines = section
      .slice(0, section.indexOf('```'))
      .split('\n')
      .filter((line) => line.startsWith('- '));
    const [start, order, answer] = blocksOf(section);

    t.is(lines.length, 5);
    t.is(start?.text, `BANK=${bank.name} npm start\n`);
    t.regex(order?.text ?? '', /^curl [^\n]*\/register\.do/);
    t.is(answer?.language, 'json');
  });

  test(`the lines of ${bank.name} say what its gateway does`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const order = exampleOrder(bank, 'https://shop.example/return');
    const register = (fields: Readonly<Record<string, string>>) =>
      simulator.callBare('register.do', { ...login, ...fields });
    const { amount: _, ...unpriced } = order;

    const unnumbered = await register(order);
    const refused = await register({ ...unpriced, orderNumber: 'A-1' });
    const tooLong = await register({ ...order, orderNumber: 'x'.repeat(bank.orderNumberLength + 1) });

    const section = sectionOf(bank.name);
    t.is(section.includes('`orderNumber` is mandatory'), unnumbered['formUrl'] === undefined);
    t.true(section.includes(`at most ${bank.orderNumberLength} characters`) && tooLong['formUrl'] === undefined);
    t.is(
      /In a refusal, `errorCode` is (a \w+)/.exec(section)?.[1],
      `a ${typeof refused['errorCode'] === 'number' ? 'number' : 'text'}`,
    );
    t.is(section.includes('`orderBundle` is mandatory:'), bank.wantsCustomer);
  });
}
