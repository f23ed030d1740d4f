import test from 'ava';
import fc from 'fast-check';
import { compilePattern, fitsPattern, longestText } from '../../../simulator/text/fits-pattern.ts';
import { longestPattern, mostSteps, patternMistake } from '../../../simulator/text/read-pattern.ts';

/** Patterns with every part of the syntax. */
const syntax = [
  '^vip-',
  '^(?:a|b)+-\\d{2,4}$',
  'a|',
  '',
  '()',
  '(?:)*a',
  '(?:){1000000000}b',
  '(a*)*b',
  '(?:a?){3}a{3}$',
  'a{2}',
  'a{2,}',
  'a{0}b',
  'a{,2}',
  'a{',
  'a{1',
  '}',
  ']',
  '-',
  '[]',
  '[^]',
  '[\\]a]',
  '[^\\w-]',
  '[a-c1-3]{2}',
  '.',
  '\\.',
  '\\/',
  '\\-',
  '\\s\\S',
  '\\bvip\\b',
  '\\Bip',
  '(?:^)*a',
  '(?:$|a)+b',
  '^$',
  'a$|^b',
  '(?<word>\\w+)-(?<number>\\d+)',
  '\\x61\\u0062',
  '\\x6',
  '\\u{2}',
  '\\0',
  '\\012',
  '\\cA',
  '\\Ca',
  '\\t\\v',
  'a+?b*?c??',
  '[\\d.]+@[a-z]+\\.kz',
  'é|[а-я]+',
  '^[^а-я]*$',
  '💳',
  '^..$',
];
const texts = [
  '',
  'a',
  'b',
  'ab',
  'aaa',
  'aab',
  'vip-1',
  'my vip',
  'abba-123',
  'a{,2}',
  'a{1',
  ']}',
  '-/.',
  'x6',
  'uu',
];
const rareTexts = ['é', 'привет', '💳', 'a\nb', '\t\v', '\0', '\u0001', '\n', '\u00a0x', 'Ca', '1.2@shop.kz', '\u2028'];

for (const pattern of syntax)
  test(`a pattern fits what it fits in JavaScript: ${pattern}`, (t) => {
    t.is(patternMistake(pattern), undefined);
    for (const text of [...texts, ...rareTexts])
      t.is(fitsPattern(pattern, text), new RegExp(pattern).test(text), JSON.stringify(text));
  });

const atom = fc.constantFrom(...'ab1-{}]/', '.', '\\d', '\\W', '[ab]', '[^a]', '[^]', '\\b', '\\B', '^', '$', '\\x61');
const repetition = fc.constantFrom('', '', '*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', '{', '{0}');

/** Regular expressions of JavaScript, with groups in groups. */
const { choice: pattern } = fc.letrec<{ choice: string; row: string; part: string }>((tie) => ({
  choice: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
  row: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, repetition).map(([one, times]) => one + times),
    fc.tuple(tie('choice'), repetition).map(([inside, times]) => `(${inside})${times}`),
  ),
}));

const isRegExp = (source: string): boolean => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

test('any pattern fits what it fits in JavaScript', (t) => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', ' ', '{', '\n'), maxLength: 7 });
  let run = 0;
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 3, maxLength: 3 }), (source, some) => {
      fc.pre(isRegExp(source) && patternMistake(source) === undefined);
      run++;
      return some.every((one) => fitsPattern(source, one) === new RegExp(source).test(one));
    }),
    { numRuns: 1_000 },
  );
  t.true(run >= 1_000);
});

test('no pattern takes more steps than its own length times that of the text', (t) => {
  const text = fc.constantFrom('a', 'ab', 'b1').map((part) => `${part.repeat(longestText)}!`);
  fc.assert(
    fc.property(fc.tuple(pattern, repetition, fc.constantFrom('', '$', 'z')), text, ([inside, times, end], long) => {
      const source = `^(${inside})${times}${end}`;
      fc.pre(patternMistake(source) === undefined);
      const effort = { left: 0 };
      compilePattern(source).fits(long, effort);
      return -effort.left <= (mostSteps + 1) * (longestText + 1);
    }),
  );
  t.pass();
});

const endless = [
  '^(a|a)+$',
  '^(a+)+$',
  '(a*)*b',
  '^(a|aa)+$',
  '(x+x+)+y',
  '^(?:a?){27}a{27}$',
  '(.*)(.*)(.*)(.*)z',
  '^(\\w+\\s?)*$',
];
for (const pattern of endless)
  test(`a pattern that runs away in JavaScript comes to its end: ${pattern}`, (t) => {
    const effort = { left: 0 };

    t.false(compilePattern(pattern).fits(`${'a'.repeat(2_000)}!`, effort));

    t.true(-effort.left < 2_000 * 200, `${-effort.left} steps`);
  });

const lookAround = 'a regular expression without look-ahead and look-behind';
const backReferences = 'a regular expression without back-references';
const flags = 'a regular expression without flags in a group';
const tooLarge = `a smaller regular expression: with its repetitions written out, it has more than ${mostSteps} steps`;

const unusable = [
  ['(', 'a regular expression'],
  ['[', 'a regular expression'],
  ['a**', 'a regular expression'],
  ['\\', 'a regular expression'],
  ['(?<x', 'a regular expression'],
  ['(?=a)', lookAround],
  ['a(?!b)', lookAround],
  ['(?<=a)b', lookAround],
  ['(b|(?<!a))', lookAround],
  ['(a)\\1', backReferences],
  ['(?<x>a)\\k<x>', backReferences],
  ['((a)|\\2)', backReferences],
  ['a{1001}', tooLarge],
  ['(a{100}){100}', tooLarge],
  ['((a{1,99}){1,99}){1,99}', tooLarge],
  [`a{${'9'.repeat(400)}}`, tooLarge],
  ['(?:(?:a|b){500}){3}', tooLarge],
  ['a'.repeat(longestPattern + 1), `a regular expression of at most ${longestPattern} characters`],
] as const;
for (const [pattern, expected] of unusable)
  test(`a pattern that cannot be run is named: ${pattern.slice(0, 30)}`, (t) => {
    t.is(patternMistake(pattern), expected);
  });

for (const pattern of ['(?i)a', '(?i:a)', 'x(?s-i:a)'])
  test(`a group with flags is refused by every version of JavaScript or by tillbox: ${pattern}`, (t) => {
    t.true([flags, 'a regular expression'].includes(patternMistake(pattern) ?? ''));
  });

test('a text is read up to its limit', (t) => {
  const long = `${'a'.repeat(longestText)}b`;

  t.false(fitsPattern('b', long));
  t.true(fitsPattern('^a+', long));
  t.false(fitsPattern('a$', long));
});
