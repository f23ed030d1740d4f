import test from 'ava';
import { fieldsOf, withoutFields } from '../../../contracts/record/answer-fields.ts';
import { findNeededFields } from '../../../contracts/record/needed-fields.ts';

const fields = Array.from({ length: 50 }, (_, index) => `f${String(index).padStart(2, '0')}`);

for (const needed of [[], ['f00'], ['f07', 'f31', 'f49'], fields])
  test(`of 50 fields these are needed: ${needed.length > 5 ? 'all' : needed.join(', ') || 'none'}`, async (t) => {
    let runs = 0;
    const found = await findNeededFields(fields, async (away) => {
      runs++;
      return !away.some((field) => needed.includes(field));
    });

    t.deepEqual(found.needed, needed);
    t.is(found.needed.length + found.removed.length, fields.length);
    t.true(runs <= 1 + needed.length * 12, `${runs} runs`);
  });

test('of two fields that stand in for one another, one is needed', async (t) => {
  const { needed } = await findNeededFields(
    ['a', 'b', 'c'],
    async (away) => !(away.includes('a') && away.includes('b')),
  );

  t.deepEqual(needed, ['b']);
});

test('fields are named by their paths without places in lists, and taken away there', (t) => {
  const answer = { errorCode: '0', info: { state: 'X', sum: 1 }, list: [{ name: 'a' }, { name: 'b' }], none: [] };

  t.deepEqual([...new Set(fieldsOf(answer))], ['errorCode', 'info.state', 'info.sum', 'list.name', 'none']);
  t.deepEqual(withoutFields(answer, new Set(['info.sum', 'list.name', 'none'])), {
    errorCode: '0',
    info: { state: 'X' },
    list: [{}, {}],
  });
  t.deepEqual(withoutFields(answer, new Set(['info.sum', 'info.state', 'errorCode', 'none', 'list.name'])), {
    list: [{}, {}],
  });
});
