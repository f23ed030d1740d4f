import test from 'ava';
import { StoreUnavailable } from '../../../simulator/domain/errors/store-error.ts';
import { createLimitedLines, outageLines, troubleLines } from '../../../simulator/runtime/limited-lines.ts';
import { createLog } from '../../../simulator/runtime/log.ts';
import type { Json } from '../../helpers/simulator/simulator.ts';

const down = (message: string, cause?: object): StoreUnavailable => new StoreUnavailable(message, { cause });
const withCode = (code: string, message = code): Error => Object.assign(new Error(message), { code });

/** Lines, and seconds that pass when the test says so. */
const linesIn = () => {
  const written: (readonly [line: string, facts: object, message: string])[] = [];
  let ends: (() => void)[] = [];
  const lines = createLimitedLines<'error' | 'warn'>(
    (...line) => written.push(line),
    (_, end) => {
      ends.push(end);
      return () => {};
    },
  );
  const passSecond = (): void => {
    const over = ends;
    ends = [];
    for (const end of over) end();
  };
  const put = (error: Error, message = 'the store is down') =>
    lines.put('error', outageLines(error, message), { err: error }, message);
  const warn = (message: string) => lines.put('warn', troubleLines('warn'), {}, message);
  return { written, passSecond, put, warn, flush: lines.flush, waiting: () => ends.length };
};

const json = { to: 'stderr', format: 'json' } as const;

test('of many failures of a second the first is a line, and another line counts the rest', (t) => {
  const { written, passSecond, put, waiting } = linesIn();
  const refused = down('The database cannot be reached.', withCode('ECONNREFUSED'));
  for (let count = 0; count < 869; count++) put(refused);
  t.deepEqual(written, [['error', { err: refused }, 'the store is down']]);

  passSecond();
  t.is(written.length, 2);
  t.like(written[1]?.[1], { cause: 'ECONNREFUSED', leftOut: 868 });
  t.false('err' in (written[1]?.[1] ?? {}), 'without another stack');
  for (let count = 0; count < 10; count++) put(refused);
  passSecond();
  t.like(written[2]?.[1], { cause: 'ECONNREFUSED', leftOut: 10 });
  passSecond();
  passSecond();
  t.is(written.length, 3, 'a second without failures has no line');
  t.is(waiting(), 0);

  put(refused);
  t.like(written[3]?.[1], { err: refused }, 'the next outage begins with a whole error');
});

const causes: readonly (readonly [title: string, one: Error, other: Error, isSame: boolean])[] = [
  ['the same code', down('a', withCode('ECONNREFUSED', 'at one port')), down('a', withCode('ECONNREFUSED', 'x')), true],
  ['the same code further in', down('a', down('b', withCode('57P01'))), down('a', withCode('57P01')), true],
  ['another code', down('a', withCode('ECONNREFUSED')), down('a', withCode('ECONNRESET')), false],
  [
    'the same message without a code',
    down('a', new Error('Connection terminated')),
    down('b', new Error('Connection terminated')),
    true,
  ],
  [
    'another message without a code',
    down('a', new Error('Connection terminated')),
    down('a', new Error('timeout')),
    false,
  ],
  ['no cause and the same message', down('locked'), down('locked'), true],
  ['no cause and another message', down('locked'), down('full'), false],
  [
    'the same word of SQLite',
    down('a', withCode('ERR_SQLITE_ERROR', 'database is locked')),
    down('a', withCode('ERR_SQLITE_ERROR', 'database is locked')),
    true,
  ],
  [
    'another word of SQLite',
    down('a', withCode('ERR_SQLITE_ERROR', 'database is locked')),
    down('a', withCode('ERR_SQLITE_ERROR', 'database or disk is full')),
    false,
  ],
];
for (const [title, one, other, isSame] of causes)
  test(`two failures with ${title} are ${isSame ? 'one cause' : 'two causes'}`, (t) => {
    const { written, put } = linesIn();

    put(one);
    put(other, 'work in the background failed');

    t.is(written.length, isSame ? 1 : 2);
  });

test('a stop writes the counts of the last second', (t) => {
  const { written, put, flush, passSecond } = linesIn();
  for (let count = 0; count < 5; count++) put(down('full'));
  put(down('locked'));

  flush();
  passSecond();

  t.deepEqual(
    written.map(([, facts]) => (facts as { leftOut?: number }).leftOut),
    [undefined, undefined, 4],
  );
});

test('of more than a hundred warnings in a second the rest are counted, whatever they say', (t) => {
  const { written, passSecond, put, warn, waiting } = linesIn();
  for (let count = 0; count < 250; count++) warn(`there is no /${count}`);
  put(down('full'));
  t.is(written.length, 101, 'a failure of the store is counted by itself');

  passSecond();
  t.deepEqual(written.at(-1), [
    'warn',
    { requestId: undefined, leftOut: 150 },
    'more than 100 lines of this level in a second: the others were left out',
  ]);
  for (let count = 0; count < 40; count++) warn('again');
  passSecond();
  t.like(written.at(-1)?.[1], { leftOut: 40 });
  t.is(written.length, 103);
  passSecond();
  passSecond();
  t.is(waiting(), 0);

  for (let count = 0; count < 100; count++) warn('later');
  passSecond();
  t.is(written.length, 203, 'a hundred in a second are all written');
});

test('the log leaves out repeated failures of the store, and no few other lines', async (t) => {
  const lines: Json[] = [];
  const log = createLog('info', { ...json, write: (line) => lines.push(JSON.parse(line) as Json) });
  const message = 'the store cannot be used at the moment';

  log.withRequestId('first', () => {
    for (let count = 0; count < 200; count++) log.error({ err: down('full') }, message);
  });
  for (let count = 0; count < 200; count++) log.warn({ err: down('full') }, 'work in the background failed');
  for (let count = 0; count < 3; count++) log.error({ err: new Error('full') }, 'a bug');
  log.info({ path: '/' }, 'request');
  await log.flush();

  t.deepEqual(
    lines.map(({ msg, leftOut, requestId }) => [msg, leftOut, requestId]),
    [
      [message, undefined, 'first'],
      ['a bug', undefined, undefined],
      ['a bug', undefined, undefined],
      ['a bug', undefined, undefined],
      ['request', undefined, undefined],
      [message, 399, undefined],
    ],
  );
  t.regex(lines[0]?.['err'].stack, /StoreUnavailable: full/);
});

test('a gateway that gets rubbish in any number writes a hundred lines and their count', async (t) => {
  const lines: Json[] = [];
  const log = createLog('info', { ...json, write: (line) => lines.push(JSON.parse(line) as Json) });

  for (let count = 0; count < 5_000; count++) log.warn({}, 'a request cannot be read: HPE_INVALID_METHOD');
  for (let count = 0; count < 300; count++) log.error({ err: new Error(`bug ${count}`) }, 'a bug');
  for (let count = 0; count < 300; count++) log.info({ path: '/' }, 'request');
  for (let count = 0; count < 300; count++) log.step('warn', {}, 'a callback was given up');
  await log.flush();

  const leftOut = lines.filter(({ leftOut: rest }) => rest !== undefined);
  t.deepEqual(
    leftOut.map(({ level, leftOut: rest }) => [Number(level), rest]),
    [
      [40, 4_900],
      [50, 200],
    ],
  );
  t.is(lines.length, 100 + 100 + 300 + 300 + 2);
});

test('at a level that has no such line nothing is counted', async (t) => {
  const lines: string[] = [];
  const log = createLog('silent', { ...json, write: (line) => lines.push(line) });

  for (let count = 0; count < 5; count++) log.error({ err: down('full') }, 'down');
  await log.flush();

  t.deepEqual(lines, []);
});
