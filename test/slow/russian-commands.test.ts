import test from 'ava';
import { runProgram } from '../../simulator/commands/program.ts';
import { sayIn } from '../../simulator/commands/read-config.ts';
import { inRussianWords } from '../../simulator/commands/russian/speak.ts';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../simulator/scenario-engine/definition/load-scenarios.ts';
import { ownProcessFor } from '../helpers/process/own-process.ts';
import { login } from '../helpers/simulator/simulator.ts';

const cyrillic = /[а-яё]/i;

/** What the command line writes on a Russian terminal. */
const run = async (...args: readonly string[]) => {
  let out = '';
  const write = (text: string) => {
    out += text;
  };
  await runProgram(args, { out: write, err: write, say: await sayIn(args.includes('--json') ? 'en' : 'ru') });
  return { out };
};

/** Whether a line has words of an English sentence, not only names. */
const english = (line: string): boolean =>
  / (?:the|is|was|of|to|an?|by|and|with|from|in) /.test(line.replaceAll(/<[^>]*>|"[^"]*"|\([\w -]+, -?\d+\)/g, ''));

/** The lines of a story that are English. What is left out are field names of the wire, and the pages, which are in English. */
const englishIn = (story: string): readonly string[] =>
  story
    .split('\n')
    .filter((line) => english(line) && !line.startsWith('Как ожидалось') && !/(?:страница|эмитента): /.test(line));

test('the scenarios that come with tillbox are listed in Russian, and as JSON as they are', async (t) => {
  const { out } = await run('scenarios', 'list');
  const { out: json } = await run('scenarios', 'list', '--json');
  const scenarios = await loadScenarios(bundledScenarios);

  t.deepEqual(out.split('\n').filter(english), []);
  t.deepEqual(
    scenarios.filter(({ about }) => !cyrillic.test(inRussianWords(about))).map(({ name }) => name),
    [],
  );
  t.deepEqual(
    scenarios.filter(({ shop }) => shop !== undefined && !cyrillic.test(inRussianWords(shop))).map(({ name }) => name),
    [],
  );
  t.notRegex(json, cyrillic);
});

test('tillbox scenarios explain gives its reasons in Russian', async (t) => {
  const { out } = await run('scenarios', 'explain', '--order-number', 'x', '--amount', '5', '--client-id', 'a');
  const { out: decided } = await run('scenarios', 'explain', '--order-number', 'vip-1', '--amount', '500000');

  t.deepEqual(englishIn(out + decided), []);
  t.true(
    out.includes(
      '  сумма: нужно от 500000 до 900000, у заказа 5; номер заказа: нужно соответствие ^vip-, у заказа x\n',
    ),
    out,
  );
});

test('tillbox scenarios try tells the story of every scenario in Russian', async (t) => {
  for (const { name } of await loadScenarios(bundledScenarios))
    t.deepEqual(englishIn((await run('scenarios', 'try', name)).out), [], name);
});

test('every step of the scenarios that come with tillbox has Russian words', async (t) => {
  const scenarios = await loadScenarios(bundledScenarios);
  const lines = scenarios.flatMap(({ name, attempts, gateway, callbacks, later }) => [
    ...attempts.map(({ sentence }) => `asks for scenario ${name}: on attempt 1 the bank ${sentence}`),
    ...gateway.map(({ sentence }) => `gateway: ${sentence}`),
    ...callbacks.map(({ sentence }) => `callbacks: ${sentence}`),
    ...later.map(({ sentence }) => `later: ${sentence}`),
  ]);

  t.deepEqual(
    lines.filter((line) => !cyrillic.test(inRussianWords(line))),
    [],
  );
});

const russian = { LANG: 'ru_RU.UTF-8', LOG_FORMAT: 'text' };

const register = (restUrl: string, fields: Readonly<Record<string, string>>) =>
  fetch(`${restUrl}register.do`, {
    method: 'POST',
    body: new URLSearchParams({ amount: '100', returnUrl: 'https://shop.example/', ...login, ...fields }),
  });

/** What a start wrote, without what every start has of its own. */
const withoutOwn = (text: string): string =>
  text.replaceAll(/127\.0\.0\.1:\d+|"(?:time|pid|hostname|requestId)":[^,}]+|[\da-f-]{36}/g, '');

test('if the log is JSON, a Russian locale changes nothing', async (t) => {
  const written = async (environment: Readonly<Record<string, string>>) => {
    const program = await ownProcessFor(t, { LOG_LEVEL: 'info', port: '8081', ...environment });
    await register(program.restUrl, { password: 'wrong' });
    await program.kill('SIGTERM');
    return [withoutOwn(program.output.out), withoutOwn(program.output.err)];
  };

  const [plain, json, piped] = [
    await written({ LOG_FORMAT: 'json' }),
    await written({ ...russian, LOG_FORMAT: 'json' }),
    await written({ LANG: 'ru_RU.UTF-8' }),
  ];

  t.deepEqual(json, plain);
  t.deepEqual(piped, plain);
});
