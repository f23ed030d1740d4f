import test from 'ava';
import { hidePans } from '../../../simulator/masking/hide-pans.ts';

const hidden = [
  ['4444555511113333', '444455**3333'],
  ['x4444 5555 1111 3333.', 'x444455**3333.'],
  ['/a/4444-5555-1111-3333/b', '/a/444455**3333/b'],
  ['4444%205555%201111%203333&a=1', '444455**3333&a=1'],
  ['2026 4444 5555 1111 3333 907', '2026 444455**3333 907'],
  ['4444555511113333 5555555555555599', '444455**3333 555555**5599'],
  ['"371449635398431"', '"371449**8431"'],
] as const;
for (const [text, left] of hidden)
  test(`leaves of ${text} only ${left}`, (t) => {
    t.is(hidePans(text), left);
  });

const kept = [
  ['a number whose check digit is wrong', '4444555511113334'],
  ['a moment', '1767225600000'],
  ['a date', '20260101080000'],
  ['an id that is all digits', '44445555-1111-4333-8444-555511113333'],
  ['a number with too many digits', '44445555111133330000'],
  ['a number of no scheme', '1111222233334444'],
  ['a text', 'no card at all'],
] as const;
for (const [what, text] of kept)
  test(`leaves ${what} as it is`, (t) => {
    t.is(hidePans(text), text);
  });
