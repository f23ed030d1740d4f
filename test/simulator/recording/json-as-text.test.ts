import test from 'ava';
import { jsonAsText } from '../../../simulator/recording/json-as-text.ts';

const expected = {
  content: { errorCode: '0', errorMessage: 'Success', amount: 500, date: 1_767_254_400_000, list: [{ id: 'a' }] },
  rules: {
    '$.errorMessage': [{ match: 'type' }, { match: 'regex', regex: '^(Success|Успешно)$' }],
    '$.date': [{ match: 'integer' }, { match: 'regex', regex: '^1[6-9]\\d{11}$' }],
    '$.list': [{ match: 'type', min: 1 }],
    '$.list[*].id': [{ match: 'type' }],
  },
};

const holds = (isPart: boolean, text: string): boolean =>
  new RegExp(String(jsonAsText(expected, isPart).rules.$[0]?.regex)).test(text);

const answer =
  '{"errorCode":"0","errorMessage":"Успешно","amount":500,"date":1790000000000,"list":[{"id":"x"},{"id":"y"}]}';

test('JSON that comes as plain text is held against one pattern', (t) => {
  t.true(holds(false, answer));
  for (const [right, wrong] of [
    ['"0"', '0'],
    ['500', '501'],
    ['1790000000000', '1790000000'],
    ['Успешно', 'Нет'],
    ['[{"id":"x"},{"id":"y"}]', '[]'],
    ['"amount":500,', ''],
  ] as const)
    t.false(holds(false, answer.replace(right, wrong)), wrong);
});

test('if only some fields are read, others may stand between them', (t) => {
  const more = answer.replace('"amount"', '"other":{"a":1},"amount"');
  t.true(holds(true, more));
  t.false(holds(false, more));
});
