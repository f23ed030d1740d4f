import test from 'ava';
import { byName } from '../../../simulator/text/by-name.ts';

test('a fact is worked out once for a name', (t) => {
  const asked: string[] = [];
  const lengthOf = byName((name) => asked.push(name));

  t.is(lengthOf('amount'), 1);
  t.is(lengthOf('amount'), 1);
  t.is(lengthOf('currency'), 2);
  t.deepEqual(asked, ['amount', 'currency']);
});

test('names that a stranger invents take no memory', (t) => {
  let asked = 0;
  const fact = byName(() => ++asked);
  const names = Array.from({ length: 1_000 }, (_, index) =>
    `name_${index}`.replace(/\d/g, (digit) => 'abcdefghij'[+digit] ?? ''),
  );
  for (const name of names) fact(name);

  fact('late');
  fact('late');
  fact('x'.repeat(65));
  fact('x'.repeat(65));

  t.is(asked, 1_004);
  fact('name_jjj');
  t.is(asked, 1_004);
});

test('a name with digits is not kept: it may be a card number', (t) => {
  let asked = 0;
  const fact = byName(() => ++asked);

  fact('4444555511113333');
  fact('4444555511113333');

  t.is(asked, 2);
});
