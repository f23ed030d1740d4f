import test from 'ava';
import { createLog } from '../../../simulator/runtime/log.ts';
import type { LogLine } from '../../../simulator/runtime/log-line.ts';
import { textLine } from '../../../simulator/runtime/text-line.ts';

const atMs = new Date(2026, 0, 2, 3, 4, 5).getTime();
const hide = (text: string): string => text;

const lineOf = (line: Partial<LogLine>, paints = false): string =>
  textLine({ level: 'info', facts: {}, message: 'paid', isStep: true, ...line }, { hide, paints, atMs });

const order = {
  merchant: 'shop',
  orderId: '01a22644-682c-7819-8522-7304700e90df',
  orderNumber: '1042',
  status: 'paid',
};

const lines: readonly (readonly [title: string, line: Partial<LogLine>, text: string])[] = [
  ['a step names its order in short', { facts: order }, '03:04:05  order 1042 (…0e90df)  paid'],
  [
    'and its page, if it has one',
    { facts: { ...order, page: 'http://127.0.0.1:8080/a' } },
    '03:04:05  order 1042 (…0e90df)  paid  http://127.0.0.1:8080/a',
  ],
  [
    'a long order number is cut',
    { facts: { ...order, orderNumber: '1'.repeat(32) } },
    `03:04:05  order ${'1'.repeat(23)}… (…0e90df)  paid`,
  ],
  ['a stored card has a name, too', { facts: { bindingId: 'b-123456' } }, '03:04:05  stored card …123456  paid'],
  [
    'a warning says that it is one; its facts follow, but no id of a request',
    { level: 'warn', isStep: false, message: 'wrong', facts: { requestId: 'r', path: '/a', mistakes: ['b', 2] } },
    '03:04:05  warning: wrong  path=/a  mistakes=["b",2]',
  ],
  [
    'an error has that id, because the answer has it',
    { level: 'error', isStep: false, message: 'a bug', facts: { requestId: 'r', merchant: '', port: undefined } },
    '03:04:05  error: a bug  requestId=r',
  ],
  [
    'no control character gets to a terminal',
    { facts: { ...order, orderNumber: '1\u001b[2J\u202e' }, message: 'a\nb\u0007' },
    '03:04:05  order 1·[2J· (…0e90df)  a·b·',
  ],
];
for (const [title, line, text] of lines) {
  test(`as text, ${title}`, (t) => {
    t.is(lineOf(line), `${text}\n`);
  });
}

test('an error is followed by its stack and its cause', (t) => {
  const cause = Object.assign(new Error('inside'), { stack: 'Error: inside\n    at b.ts:2' });
  const err = Object.assign(new Error('outside', { cause }), { stack: 'Error: outside\n    at a.ts:1' });

  const text = lineOf({ level: 'error', isStep: false, facts: { err }, message: 'a bug' });

  t.is(text, '03:04:05  error: a bug\n    Error: outside\n    at a.ts:1\n    Error: inside\n    at b.ts:2\n');
});

test('colours come on request only, and change no letter', (t) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are
  const colours = /\u001b\[\d+m/g;
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    const painted = lineOf({ level, facts: order }, true);
    t.regex(painted, colours);
    t.is(painted.replace(colours, ''), lineOf({ level, facts: order }));
  }
});

test('a card number, a query and a security code are hidden in every part of a line, and digits that are neighbours are none', async (t) => {
  let written = '';
  const log = createLog('debug', {
    to: 'stderr',
    format: 'text',
    write: (text) => {
      written += text;
    },
  });
  log.step('info', { orderId: 'a', orderNumber: '5555555555555599', page: 'http://a/?token=page-secret' }, 'paid');
  log.warn({ path: '/4111111111111111?password=fact-secret' }, 'cvc=123 of 4111 1111 1111 1111');
  log.error({ err: new Error('no /x?token=error-secret of 5168494895055780') }, 'a bug');
  log.step('info', { orderId: 'a', orderNumber: '1042' }, 'paid 15 000.00 KZT');
  await log.flush();

  t.notRegex(written, /secret|5555555555555599|4111 ?1111|5168494895055780|cvc=123/);
  t.true(written.includes('555555**5599'), written);
  t.true(written.includes('order 1042 (…a)  paid 15 000.00 KZT\n'), written);
});

test('as text, lines have ids of requests at debug only', (t) => {
  const hasIds = (level: 'info' | 'debug', format: 'text' | 'json') =>
    createLog(level, { to: 'stderr', format }).hasRequestIds;

  t.deepEqual([hasIds('info', 'text'), hasIds('debug', 'text'), hasIds('info', 'json')], [false, true, true]);
});
