import { serialize } from 'node:v8';
import test from 'ava';
import { scriptTexts } from '../../../simulator/card-page/pages/script-texts.ts';
import { inAscii } from '../../../simulator/http/page/in-ascii.ts';

/** How the engine keeps a text: V8 writes `"` before one with a byte a letter, `c` before one with two. */
const isOneByte = (text: string): boolean => serialize(text).subarray(2).toString('latin1').startsWith('"');

test('writes other letters as entities', (t) => {
  t.is(inAscii('Paying… Русский 💳'), 'Paying&#8230; &#1056;&#1091;&#1089;&#1089;&#1082;&#1080;&#1081; &#128179;');
});

test('gives a text with one byte a letter, so that the page around it has no more', (t) => {
  t.false(isOneByte('Paying… '));
  t.true(isOneByte(inAscii('Paying… ')));
  t.true(isOneByte(scriptTexts('en')));
});
