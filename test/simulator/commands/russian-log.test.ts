import { globSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { inRussianWords } from '../../../simulator/commands/russian/speak.ts';
import { whyUnreadable } from '../../../simulator/server/unreadable-request.ts';
import { ownProcessFor } from '../../helpers/process/own-process.ts';
import { login } from '../../helpers/simulator/simulator.ts';

const root = join(import.meta.dirname, '../../..');

/** A message that stands beside its facts in a line of the log that people see. */
const message = /\blog\.(?:error|warn|info)\((?:[^()']|\([^()]*\))*?'((?:[^'\\]|\\.)+)',?\s*\)/g;

test('every message of the log has its Russian', (t) => {
  const messages = globSync('simulator/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(message)].map(([, text = '']) => text),
  );

  t.true(messages.length > 15, 'they are found');
  t.deepEqual(
    messages.filter((text) => inRussianWords(text) === text),
    [],
  );
});

const codes = ['HPE_INVALID_URL', 'HPE_INVALID_CONSTANT', 'HPE_HEADER_OVERFLOW', 'HPE_INVALID_METHOD'];

test('why a request cannot be read is said in Russian', (t) => {
  const reasons = [
    whyUnreadable({ name: '', message: '', rawPacket: Buffer.from([0x16]) }),
    ...codes.map((code) => whyUnreadable({ name: '', message: '', code })),
  ];

  for (const reason of reasons) {
    const said = inRussianWords(reason ?? '');
    t.regex(said, /^запрос не читается: /, reason);
    t.notRegex(said, /[a-z]{2,} [a-z]{2,}/, 'no English sentence is left');
  }
});

/** Requests that a shop sends by mistake, each with a word of the line about it. */
const mistakes: readonly (readonly [path: string, options: RequestInit, words: string])[] = [
  ['/payment/rest/nothing.do', {}, '/payment/rest/nothing.do нет  '],
  ['/payment/rest/registr.do', {}, 'может быть, вы имели в виду /payment/rest/register.do?'],
  ['/payment/webservices/merchant-ws', { method: 'POST' }, 'вызывайте /payment/rest/'],
  ['/pay/payment/rest/register.do', {}, 'должен отрезать от каждого запроса /pay, путь из PUBLIC_URL'],
  [
    '/payment/rest/register.do',
    { method: 'POST', body: '{"amount":1}', headers: { 'content-type': 'text/xml' } },
    'тело типа text/xml не читается',
  ],
  [
    '/payment/rest/register.do',
    { method: 'POST', body: 'x', headers: { 'content-type': 'application/json' } },
    'тело — не объект JSON',
  ],
  [
    '/payment/rest/register.do',
    { method: 'POST', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=x-odd' } },
    'кодировка x-odd неизвестна',
  ],
  ['/payment/rest/register.do?description=%FF', {}, 'байты в [description] — не UTF-8'],
  ['/payment/rest/refund.do?token=abc', {}, 'этот вызов не принимает token'],
  [
    '/payment/rest/register.do',
    { method: 'POST', body: '', headers: { origin: 'https://evil.example' } },
    'страницам с https://evil.example этот адрес недоступен',
  ],
  [
    '/payment/rest/register.do',
    { method: 'POST', body: '', headers: { 'sec-fetch-site': 'cross-site' } },
    'страницам другого сайта этот адрес недоступен',
  ],
];

/** Sends what no client would, and waits for the end of the answer. */
const sendRaw = (port: number, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    socket.resume().on('close', () => resolve());
    socket.on('error', reject);
  });

test('a Russian terminal is told in Russian of every request that goes wrong', async (t) => {
  const program = await ownProcessFor(t, {
    LANG: 'ru_RU.UTF-8',
    LOG_FORMAT: 'text',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'http://127.0.0.1:1/pay',
  });
  const { origin, port } = new URL(program.restUrl);
  for (const [path, options] of mistakes) await (await fetch(origin + path, options)).arrayBuffer();
  for (const text of ['GET /payment/ф HTTP/1.1\r\nHost: a\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'])
    await sendRaw(Number(port), text);
  const wrong = new URLSearchParams({ ...login, password: 'wrong' });
  await (await fetch(`${program.restUrl}register.do`, { method: 'POST', body: wrong })).arrayBuffer();
  await program.kill('SIGTERM');

  const lines = program.output.out.split('\n').filter((line) => /^\d\d:\d\d:\d\d /.test(line));
  for (const [path, , words] of mistakes) t.true(program.output.out.includes(words), `${path}: ${words}`);
  t.is(lines.length, mistakes.length + 3, lines.join('\n'));
  t.deepEqual(
    lines.filter((line) => !/внимание: .*[а-яё]{3}/.test(line)),
    [],
  );
});
