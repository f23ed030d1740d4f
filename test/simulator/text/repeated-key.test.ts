import test from 'ava';
import { repeatedKey } from '../../../simulator/text/repeated-key.ts';

const cases: readonly (readonly [json: string, path: readonly (string | number)[] | undefined])[] = [
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', undefined],
  ['{"a":1,"b":2,"a":3}', ['a']],
  ['{"list":[1,{"x":"a","y":"a"},{"x":{},"x":[]}]}', ['list', 2, 'x']],
  ['[[], {"a":"{\\"b\\":1,\\"b\\":2}", "b":"a,a:\\\\", "\\u0061":2}]', [1, 'a']],
  ['{"":1,"":2}', ['']],
  ['{"__proto__":1,"toString":2}', undefined],
  ['"a"', undefined],
  ['{}', undefined],
];

for (const [json, path] of cases)
  test(`the key that stands twice in ${json}`, (t) => {
    t.notThrows(() => JSON.parse(json));
    t.deepEqual(repeatedKey(json), path);
  });
