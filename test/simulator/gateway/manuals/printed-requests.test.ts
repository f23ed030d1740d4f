import test from 'ava';
import { ask } from '../../../helpers/simulator/ask.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { begin } from './printed-givens.ts';
import { type Expected, type ExpectedKeys, type PrintedRequest, printedRequests } from './printed-requests.ts';

/** What is wrong with a value, under its path; empty if nothing is. */
const mismatches = (value: unknown, expected: Expected, path: string): readonly string[] => {
  if (expected === 'list') return Array.isArray(value) ? [] : [`${path} is no list: ${JSON.stringify(value)}`];
  if (typeof expected === 'string')
    return typeof value === expected ? [] : [`${path} is no ${expected}: ${JSON.stringify(value)}`];
  if (isValue(expected))
    return value === expected.is ? [] : [`${path} is ${JSON.stringify(value)}, not ${JSON.stringify(expected.is)}`];
  if (typeof value !== 'object' || value === null) return [`${path} is no object: ${JSON.stringify(value)}`];
  return Object.entries(expected).flatMap(([key, of]) =>
    mismatches((value as Record<string, unknown>)[key], of, path === '' ? key : `${path}.${key}`),
  );
};

const isValue = (expected: Expected): expected is { readonly is: unknown } =>
  typeof expected === 'object' && 'is' in expected;

const unwanted = (answer: ExpectedKeys, without: readonly string[] = []): readonly string[] =>
  without.filter((key) => key in answer).map((key) => `${key} is there`);

const titleOf = ({ manual, call, about, differs }: PrintedRequest, bank: string): string =>
  `${bank}: ${manual}: ${call}${about === undefined ? '' : `, ${about}`}${differs === undefined ? '' : ': differs'}`;

for (const row of printedRequests) {
  for (const bank of row.banks ?? ['bpc']) {
    test(titleOf(row, bank), async (t) => {
      const merchant = { login: 'test_user', password: 'test_user_password', ...row.merchant };
      const simulator = await simulatorFor(t, { bank, merchants: [merchant] });
      const known = await begin[row.given ?? 'nothing'](simulator);
      const body = row.body.replace(/\{(order|binding|transaction)\}/g, (_, name: string) => known[name] ?? 'missing');

      const { status, text } = await ask(new URL(`../${row.call}`, simulator.restUrl), {
        method: 'POST',
        headers: { 'content-type': row.as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' },
        body,
      });
      const answer = JSON.parse(text);
      const wrong = [...mismatches(answer, row.answer, ''), ...unwanted(answer, row.without)];

      t.is(status, 200);
      if (row.differs === undefined) t.deepEqual(wrong, [], text);
      else t.not(wrong.length, 0, 'the answer is the printed one: the row needs no reason any more');
    });
  }
}

test('counts', (t) => {
  const all = printedRequests.flatMap(({ banks = ['bpc'], ...row }) => banks.map((bank) => ({ ...row, bank })));
  const differing = all.filter(({ differs }) => differs !== undefined);
  t.log(
    `${all.length} printed requests: ${all.length - differing.length} as printed, ${differing.length} with a reason`,
  );
  t.true(differing.every(({ differs = '' }) => differs.length > 0));
});
