import test from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { sayIn, startLanguage, terminalLanguage } from '../../../simulator/commands/read-config.ts';
import { bannerRows } from '../../../simulator/commands/russian/banner.ts';
import { inRussianWords, russianTables } from '../../../simulator/commands/russian/speak.ts';
import { settingRows } from '../../../simulator/config.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { attemptSteps, readAttempt } from '../../../simulator/scenario-engine/steps/attempt-steps.ts';
import { laterSteps, readLaterStep } from '../../../simulator/scenario-engine/steps/later-steps.ts';
import { fillWords } from '../../../simulator/text/fill-words.ts';

const languages: readonly (readonly [environment: Readonly<Record<string, string>>, language: 'en' | 'ru'])[] = [
  [{}, 'en'],
  [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
  [{ LANG: 'ru' }, 'ru'],
  [{ LANG: 'ru_KZ' }, 'ru'],
  [{ LANG: 'ru@cyrillic' }, 'ru'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'run' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' }, 'ru'],
  [{ LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'ru_RU.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru'],
  [{ LANG: 'ru_RU.UTF-8', LC_ALL: '', LC_MESSAGES: '' }, 'ru'],
  [{ LC_CTYPE: 'ru_RU.UTF-8', LANGUAGE: 'ru' }, 'en'],
];

for (const [environment, language] of languages)
  test(`a terminal with ${JSON.stringify(environment)} is told things in ${language}`, (t) => {
    t.is(terminalLanguage(environment), language);
    t.is(startLanguage({ ...environment, LOG_FORMAT: 'text' }), language);
    t.is(startLanguage({ ...environment, LOG_FORMAT: 'json' }), 'en');
  });

/** Values and names that are the same in both languages. */
const cyrillic = /[а-яё]/i;
const sameInBoth = new Set(['frictionless', '3-D Secure   {route}', '{name}, status {code}, {words}: {reason}']);

test('every row of every table has both languages, and the same values in both', (t) => {
  const valuesOf = (text: string): readonly string[] => [
    ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
  ];
  for (const [table, rows] of Object.entries(russianTables))
    for (const [english, russian] of rows) {
      t.true(
        english !== '' &&
          (cyrillic.test(russian) ||
            !/[a-z]{3}/.test(english.replaceAll(/\{\w+\}/g, '')) ||
            russian.startsWith(english.slice(0, 5)) ||
            sameInBoth.has(english)),
        `${table}: ${english}`,
      );
      t.deepEqual(
        valuesOf(russian).filter((name) => !valuesOf(english).includes(name)),
        [],
        `${table}: ${english}`,
      );
    }
});

test('the sentence of every step of an attempt and of every later act is said in Russian', (t) => {
  const exampleOf = (setting: { readonly type: string; readonly example?: unknown }) => setting.example ?? true;
  const attempts = Object.entries(attemptSteps).map(([name, { setting }]) =>
    readAttempt({ [name]: exampleOf(setting) }),
  );
  const acts = Object.entries(laterSteps).map(([name, { setting }]) =>
    readLaterStep({ after: '1d', do: { [name]: exampleOf(setting) } }),
  );

  for (const { sentence } of [...attempts, ...acts]) {
    const said = inRussianWords(`on attempt 1 the bank ${sentence}`);
    const english = said.replaceAll(/3-D Secure|\(.*\)/g, '').match(/[a-z]{2,}/gi);
    t.is(english, null, sentence);
  }
});

test('no text has two translations', (t) => {
  const rows = Object.values(russianTables).flat();
  const known = new Map<string, string>();
  const twice = rows.filter(([english, russian]) => {
    const other = known.get(english);
    known.set(english, russian);
    return other !== undefined && other !== russian;
  });

  t.deepEqual(twice, []);
});

test('numbers agree with their words', (t) => {
  const [, text = ''] = bannerRows.find(([english]) => english.startsWith('{count} come')) ?? [];
  for (const [count, words] of [
    [0, '0 сценариев'],
    [1, '1 сценарий'],
    [2, '2 сценария'],
    [5, '5 сценариев'],
    [11, '11 сценариев'],
    [21, '21 сценарий'],
    [104, '104 сценария'],
    [112, '112 сценариев'],
  ] as const)
    t.true(inRussianWords(`${count} come with tillbox`).startsWith(`${words} из`), fillWords(text, { count }));
  for (const [count, words] of [
    [1, '1 заказ'],
    [2, '2 заказа'],
    [5, '5 заказов'],
  ] as const)
    t.is(fillWords('{count} {count:заказ/заказа/заказов}', { count }), words);
  for (const [count, words] of [
    [1, '1 order'],
    [2, '2 orders'],
  ] as const)
    t.is(fillWords('{count} {count:order/orders}', { count }), words);
});

/** What the command line writes on a Russian terminal. */
const run = async (...args: readonly string[]) => {
  let [out, err] = ['', ''];
  const say = await sayIn('ru');
  const code = await runProgram(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: 100,
    say,
  });
  return { code, out, err };
};

/** Words of a line that are English sentences, not names: a letter, then at least two words without a slash or a dash. */
const english = (line: string): boolean =>
  / (?:the|is|of|to|an?|by|and|with|from|in) /.test(line.replaceAll(/<[^>]*>|"[^"]*"/g, ''));

const helps = [
  ['--help'],
  ['start', '--help'],
  ['pay', '--help'],
  ['demo', '--help'],
  ['verify', '--help'],
  ['verify-shop', '--help'],
  ['callback', '--help'],
  ...['listen', 'orders', 'why', 'trigger', 'time', 'open', 'logs'].map((name) => [name, '--help']),
  ['docs', '--help'],
  ['completion', '--help'],
  ...['check', 'list', 'explain', 'try'].map((name) => ['scenarios', name, '--help']),
];

for (const args of helps)
  test(`tillbox ${args.join(' ')} is Russian throughout`, async (t) => {
    const { code, out, err } = await run(...args);

    t.is(code, 0);
    t.is(err, '');
    t.true(out.startsWith('Использование: tillbox'));
    t.deepEqual(out.split('\n').filter(english), []);
    t.deepEqual(out.match(/^[A-Z][a-z ]+:$/gm), null);
  });

test('a script for a shell is English on every terminal', async (t) => {
  const { out } = await run('completion', 'zsh');

  t.notRegex(out, cyrillic);
});

// biome-ignore format: one line per case
const mistakes: readonly (readonly [args: readonly string[], err: string])[] = [
  [['scenaros'], "ошибка: неизвестная команда 'scenaros'\n(Может быть, вы имели в виду scenarios?)\nКак пользоваться, покажет --help.\n"],
  [['scenarios', 'lst'], "ошибка: неизвестная команда 'lst'\n(Может быть, вы имели в виду scenarios list?)\nКак пользоваться, покажет --help.\n"],
  [['pay'], "ошибка: не хватает аргумента 'formUrl'\nКак пользоваться, покажет --help.\n"],
  [['pay', 'a', 'b'], "ошибка: слишком много аргументов у 'pay'. Ожидается 1 аргумент, а получено 2: a, b.\nКак пользоваться, покажет --help.\n"],
  [['start', '--port'], "ошибка: неизвестный параметр '--port'\n(PORT — настройка из окружения: PORT=... tillbox)\nКак пользоваться, покажет --help.\n"],
  [['scenarios', 'try', 'slow-bnk'], 'ошибка: сценария slow-bnk нет; может быть, вы имели в виду slow-bank?\nКак пользоваться, покажет --help.\n'],
  [['scenarios', 'explain', '--amount', 'x'], 'ошибка: --amount x: укажите целое число от 0\nКак пользоваться, покажет --help.\n'],
  [['verify', '--login', 'me'], 'ошибка: --login требует --gateway\nКак пользоваться, покажет --help.\n'],
  [['verify', '--filter-state', '('], 'ошибка: --filter-state (: укажите регулярное выражение\nКак пользоваться, покажет --help.\n'],
  [['trigger', 'refnd', 'A-1'], 'ошибка: действие refnd: укажите expire, capture, reverse, refund, chargeback; может быть, вы имели в виду refund?\nКак пользоваться, покажет --help.\n'],
  [['time', '20m'], 'ошибка: перевод 20m: укажите +20m, время, например 2030-01-01T00:00:00Z, next, freeze, run; может быть, вы имели в виду +20m?\nКак пользоваться, покажет --help.\n'],
  [['orders', '--url', 'http://127.0.0.1:1'], 'не удаётся подключиться к http://127.0.0.1:1 (ECONNREFUSED): там ничего не запущено; укажите адрес шлюза, например http://localhost:8080, или его CONTROL_PORT\n'],
  [['completion', 'fihs'], 'ошибка: для fihs скрипта нет: укажите bash, zsh, fish; может быть, вы имели в виду fish?\nКак пользоваться, покажет --help.\n'],
];

for (const [args, expected] of mistakes)
  test(`tillbox ${args.join(' ')} is refused in Russian`, async (t) => {
    const { code, err } = await run(...args);

    t.is(code, 2);
    t.is(err, expected);
  });

test('a pact that is not there is refused in Russian', async (t) => {
  const { code, err } = await run('verify', '/no/pact.json');

  t.is(code, 2);
  t.is(err, 'ошибка: /no/pact.json: нужен файл контракта, но его не удалось прочитать (ENOENT)\n');
});

test('what every setting means and expects has Russian words', (t) => {
  for (const [, { meaning, expects, group, variable }] of settingRows) {
    t.regex(inRussianWords(meaning), cyrillic, variable);
    t.not(inRussianWords(`Expects ${expects}.`), `Expects ${expects}.`, variable);
    t.regex(inRussianWords(group), cyrillic);
  }
});

test('a line without a translation stays English as a whole', (t) => {
  t.is(inRussianWords('PORT=x: expected a purple number'), 'PORT=x: expected a purple number');
  t.is(
    inRussianWords('a.yaml:3: attempts[0]: expected one of these, got 7'),
    'a.yaml:3: attempts[0]: expected one of these, got 7',
  );
  t.is(parseScenario('mine', { about: 'My own words.', attempts: ['approve'] }).about, inRussianWords('My own words.'));
});

test('what `scenarios check` finds is said in Russian, with its place', (t) => {
  const lines = {
    '/home/a b/mine.yaml:7: attempts[0]: expected the steps of an attempt, got "softdecline"; did you mean softDecline?':
      '/home/a b/mine.yaml:7: attempts[0]: ожидается: шаги попытки; получено: "softdecline"; может быть, имелось в виду softDecline?',
    'mine.json:3: cannot be read: the key attempts stands twice':
      'mine.json:3: не читается: ключ attempts встречается дважды',
    'mine.yaml: cannot be read: it is empty': 'mine.yaml: не читается: файл пуст',
    'mine.yml:2: note: callbacks[0].do.outOfOrder: is never sent in the rehearsal: no callback follows it':
      'mine.yml:2: примечание: callbacks[0].do.outOfOrder: в проверочном прогоне не отправится: за ним нет другого уведомления',
    'mine.yaml: note: later[0]: is not reached: no attempt pays the order':
      'mine.yaml: примечание: later[0]: не сработает: ни одна попытка не оплачивает заказ',
    'a.yaml: the name a is already taken by a.json; rename one of them':
      'a.yaml: имя a уже занято файлом a.json; переименуйте один из них',
    './none: expected a folder of scenario files, but there is none':
      './none: нужна папка с файлами сценариев, но такого пути нет',
    './a b: expected a folder of scenario files, but it is a file':
      './a b: нужна папка с файлами сценариев, но это файл',
    'cards: note: is not read, because it is a sub-folder; move its 2 files into the folder above':
      'cards: примечание: вложенная папка не читается; перенесите её 2 файла в папку выше',
  };
  for (const [english, russian] of Object.entries(lines)) t.is(inRussianWords(english), russian);
});
