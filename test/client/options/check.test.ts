import { runInNewContext } from 'node:vm';
import test from 'ava';
import { complaintAbout, fields } from '../../../client/options/check.ts';
import { listOf, oneOf, orNull, secret, text, texts, wholeNumber } from '../../../client/options/checks.ts';

interface Options {
  readonly name?: string;
  readonly kind?: 'a' | 'b';
  readonly inner?: { readonly counts?: readonly number[] };
}

const inner = fields<NonNullable<Options['inner']>>()({ counts: listOf(wholeNumber(0)) });

test('a table fits its options exactly, or does not compile', (t) => {
  const check = fields<Options>()({ name: text, kind: oneOf('a', 'b'), inner });

  // @ts-expect-error an option has no row
  fields<Options>()({ name: text, kind: oneOf('a', 'b') });
  // @ts-expect-error a row has no option
  fields<Options>()({ name: text, kind: oneOf('a', 'b'), inner, other: text });
  // @ts-expect-error a row, by way of another table, has no option
  fields<Options>()({ ...{ name: text, kind: oneOf('a', 'b'), inner, other: text } });
  // @ts-expect-error a word is missing
  fields<Options>()({ name: text, kind: oneOf('a'), inner });
  // @ts-expect-error there is a word too many
  fields<Options>()({ name: text, kind: oneOf('a', 'b', 'c'), inner });
  // @ts-expect-error another type
  fields<Options>()({ name: wholeNumber(0), kind: oneOf('a', 'b'), inner });

  t.is(complaintAbout('call', check, { name: 'x', kind: 'b', inner: { counts: [0, 7] } }), undefined);
});

const check = fields<Options & { readonly notes?: Readonly<Record<string, string>>; readonly pin?: string }>()({
  name: text,
  kind: oneOf('a', 'b'),
  inner,
  notes: texts(),
  pin: secret,
});

const complaints: readonly (readonly [given: unknown, complaint: string | undefined])[] = [
  [{}, undefined],
  [Object.create(null), undefined],
  [
    new (class Own {
      name = 'x';
      method() {}
    })(),
    undefined,
  ],
  [{ name: undefined, inner: undefined }, undefined],
  [{ [Symbol('mine')]: 1 }, undefined],
  [
    new (class Own {
      nmae = 'x';
    })(),
    'call: nmae: unknown option; did you mean name?',
  ],
  [{ xyz: 1 }, 'call: xyz: unknown option; known are name, kind, inner, notes, pin'],
  [{ toString: 1 }, 'call: toString: unknown option; known are name, kind, inner, notes, pin'],
  [{ inner: { count: [] } }, 'call: inner.count: unknown option; did you mean counts?'],
  [{ inner: { counts: [0, -1] } }, 'call: inner.counts[1]: expected a whole number from 0, got -1'],
  [{ notes: { a: 1 } }, 'call: notes.a: expected a text, got 1'],
  [{ notes: ['a'] }, 'call: notes: expected an object, got a list'],
  [{ name: null }, 'call: name: expected a text, got null'],
  [{ name: () => 'x' }, 'call: name: expected a text, got a function'],
  [{ name: Symbol('x') }, 'call: name: expected a text, got a symbol'],
  [{ name: new Date(Number.NaN) }, 'call: name: expected a text, got an invalid Date'],
  [{ kind: 'a'.repeat(80) }, `call: kind: expected a or b, got "${'a'.repeat(59)}…"`],
  [{ kind: '4111111111111111' }, 'call: kind: expected a or b, got "***"'],
  [{ kind: 'https://shop:word@bank.example' }, 'call: kind: expected a or b, got "https://***@bank.example"'],
  [{ pin: 1234 }, 'call: pin: expected a text, got a number'],
  [{ pin: null }, 'call: pin: expected a text, got null'],
  ['pin', 'call: expected an object of options, got "pin"'],
  [[], 'call: expected an object of options, got a list'],
  [Promise.resolve({ name: 'x' }), 'call: expected an object of options, got a Promise'],
  [new Map([['name', 'x']]), 'call: expected an object of options, got a Map'],
  [new URLSearchParams({ name: 'x' }), 'call: expected an object of options, got a URLSearchParams'],
  [new Date(0), 'call: expected an object of options, got a Date'],
  [runInNewContext('({ name: "x", notes: { a: "b" } })'), undefined],
  [{ notes: new Map([['a', 'b']]) }, 'call: notes: expected an object, got a Map'],
];
for (const [index, [given, complaint]] of complaints.entries()) {
  test(`what is said of input ${index + 1}: ${complaint?.slice(0, 80) ?? 'nothing'}`, (t) => {
    t.is(complaintAbout('call', check, given), complaint);
  });
}

test('null is accepted where it removes something', (t) => {
  t.is(complaintAbout('call', orNull(text), null), undefined);
  t.is(complaintAbout('call', orNull(text), 5), 'call: expected a text, got 5');
});
