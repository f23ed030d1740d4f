import test from 'ava';
import fc from 'fast-check';
import { createJsonReader } from '../../../simulator/http/read/read-large-json.ts';
import { parseJson } from '../../../simulator/text/read-json.ts';

/** Reads a text that comes in pieces of this length. */
const readIn = (text: string, length: number): unknown => {
  const reader = createJsonReader();
  for (let from = 0; from < text.length; from += length) reader.add(text.slice(from, from + length));
  return reader.end();
};

const outcomeOf = (read: () => unknown): unknown => {
  try {
    return { value: read() };
  } catch (error) {
    return (error as Error).name;
  }
};

/** More than a group of things, so that the text is cut. */
const many = '{"id":"x","text":"[{,]}\\"\\\\"},'.repeat(5_000);

const texts: Readonly<Record<string, string>> = {
  'an object of everything':
    '{"format":1,"clock":{"nowMs":5},"orders":[{"a":[1,{"b":[]}]}],"none":null,"empty":[],"no":{}}',
  'a list of everything': '[1,"a",null,[],{},[[1],{"a":2}],{"b":[3]},true]',
  'a text': '"[1,2]"',
  'a number': '12',
  'blanks around all': ' { "a" : [ 1 , { "b" : 2 } , 3 ] , "c" : { "d" : [ ] } } \n',
  'an equal name twice': '{"a":[1],"a":[2]}',
  'a name of the prototype': '{"__proto__":{"a":1},"b":{"__proto__":2,"constructor":3}}',
  'numbers as names': '{"b":{"2":1,"1":2},"0":{"x":1}}',
  'escapes at every place': '{"\\"":["\\\\","\\u005b","\\"]"],"\\\\":{"\\"}":1}}',
  'a list of many things': `{"orders":[${many}1],"more":2}`,
  'an object of many things': `{"counters":{${Array.from({ length: 9_000 }, (_, index) => `"key ${index}":${index}`).join(',')}}}`,
  'a comma at the end': '{"a":[1,]}',
  'a comma at the end of many': `{"a":[${many}]}`,
  'a comma at the beginning': '{"a":[,1]}',
  'two commas': '{"a":[1,,2]}',
  'two commas among many': `{"a":[${many},1]}`,
  'a comma after the last part': '{"a":[1],}',
  'no comma': '{"a":[1]"b":[2]}',
  'no colon': '{"a"[1]}',
  'another closing bracket': '{"a":[1}}',
  'another closing brace': '{"a":{"b":1]}',
  'another closing bracket further down': '{"a":[{"b":[1}]]}',
  'a closing bracket too many': '{"a":[1]]}',
  'a closing brace too many': '{"a":1}}',
  'no end': '{"a":[1',
  'no end of a text': '{"a":["1',
  'two values': '{"a":[1]}{"b":[2]}',
  'a part beside a value': '{"a":1[2]}',
  'closing brackets first': ']]{"a":[1]}',
  'a name in a list': '{"a":["b":1]}',
  'a value in an object': '{"a":{1}}',
  'no JSON': 'hello',
  'a mark of the byte order': '\ufeff{"a":[1]}',
};

for (const [title, text] of Object.entries(texts))
  test(`${title} is read as JSON.parse reads it, in pieces of any length`, (t) => {
    const expected = outcomeOf(() => parseJson(text));

    for (const length of text.length > 1_000 ? [1_000, 70_000, text.length] : [1, 2, 3, 7, text.length])
      t.deepEqual(
        outcomeOf(() => readIn(text, length)),
        expected,
        `in pieces of ${length}`,
      );
  });

test('any JSON is read as JSON.parse reads it', (t) => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      t.deepEqual(readIn(text, length), parseJson(text));
    }),
  );
});

test('a JSON with a character too many or too few is refused as JSON.parse refuses it', (t) => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', ',', ']', '}', '[', '{', '"', ':'),
      (json, place, put) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + put + json.slice(put === '' ? at + 1 : at);
        t.deepEqual(
          outcomeOf(() => readIn(text, 3) ?? parseJson(text)),
          outcomeOf(() => parseJson(text)),
          text,
        );
      },
    ),
  );
});

const tooComplex: Readonly<Record<string, string>> = {
  '37 levels': `{"a":${'['.repeat(36)}`,
  '37 levels of objects': '{"a":'.repeat(37),
  'a thing of 100,000 values': `{"a":[[${'1,'.repeat(100_000)}`,
  'a thing of 9 million letters': `{"a":["${'x'.repeat(9_000_000)}`,
  'a name of 9 million letters': `{"${'x'.repeat(9_000_000)}`,
  '2,000 parts': `{${Array.from({ length: 2_000 }, (_, index) => `"a${index}":[]`).join(',')}}`,
  '2,000 values at the top': `[${'1,'.repeat(2_000)}`,
  '600,000 things': `{"a":[${'1,'.repeat(600_000)}`,
  '600,000 things in two lists': `{"a":[${'1,'.repeat(300_000)}1],"b":[${'1,'.repeat(300_000)}`,
};

for (const [title, text] of Object.entries(tooComplex))
  test(`${title} are refused before the end`, (t) => {
    const reader = createJsonReader();

    t.throws(() => reader.add(text), { name: 'JsonTooComplex' });
  });
