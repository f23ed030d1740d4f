import type { RussianRow } from '../../inspection/russian/rows.ts';

/** The help and the errors of the command that records a pact. */
// biome-ignore format: one line per row
export const recordHelpRows: readonly RussianRow[] = [
  ["runs a shop's own tests and writes what they did as a pact", 'запускает тесты магазина и пишет их вызовы в виде pact'],
  ['the command that runs the tests, after --', 'команда, которая запускает тесты, после --'],
  ['The pact:', 'Файл pact:'],
  ['the file of the pact; none is written if the command fails', 'файл pact; если команда завершилась ошибкой, он не пишется'],
  ['the file of a second pact, of the callbacks and the answers to them', 'файл второго pact — уведомлений и ответов на них'],
  ['the name of the shop in the pact; shop by default', 'имя магазина в pact; по умолчанию shop'],
  ['only these fields of answers, with commas: orderStatus,actionCode; all: also if the client of tillbox tells them', 'только эти поля ответов, через запятую: orderStatus,actionCode; all — все, даже если клиент tillbox их называет'],
  ['finds these fields: takes fields away until the tests fail, in many runs', 'находит эти поля: убирает поля, пока тесты не упадут, за много запусков'],
  ['its date, as 2026-01-01; also SOURCE_DATE_EPOCH; today by default', 'его дата, например 2026-01-01; также SOURCE_DATE_EPOCH; по умолчанию сегодня'],
  ['its port; any free one by default', 'его порт; по умолчанию любой свободный'],
  ['a tillbox that runs already, in place of one for this command', 'уже запущенный tillbox вместо отдельного для этой команды'],
  ['its control token; also CONTROL_TOKEN', 'его токен управления; также CONTROL_TOKEN'],
  ['The command gets TILLBOX_URL, TILLBOX_REST_URL, TILLBOX_LOGIN and TILLBOX_PASSWORD of a merchant of its own.', 'Команда получает TILLBOX_URL, TILLBOX_REST_URL, TILLBOX_LOGIN и TILLBOX_PASSWORD отдельного мерчанта.'],
  ['Exit code: 0 recorded, 1 the command failed, 2 it could not be tried.', 'Код выхода: 0 — записано, 1 — команда завершилась ошибкой, 2 — попробовать не удалось.'],
  // Errors
  ['The command ended with {end}: nothing was written.', 'Команда завершилась ({end}): ничего не записано.'],
  ['{program}: the command could not be started ({error})', '{program}: команду не удалось запустить ({error})'],
  ['the command made no call: it has to use {rest}, {login} and {password}', 'команда не сделала ни одного вызова: она должна использовать {rest}, {login} и {password}'],
  ['no call had a known state, so there is nothing to write', 'ни у одного вызова нет известного состояния, записывать нечего'],
  ['--output expects the file of the pact, such as {example}', '--output: укажите файл pact, например {example}'],
  ['{flag} {file}: there is no folder {folder}', '{flag} {file}: папки {folder} нет'],
  ['{flag} {file}: it cannot be written ({error})', '{flag} {file}: записать не удалось ({error})'],
  ['--reads {field}: no answer of this run has such a field', '--reads {field}: такого поля нет ни в одном ответе этого запуска'],
  ['--reads {field}: no answer of this run has such a field; did you mean {meant}?', '--reads {field}: такого поля нет ни в одном ответе этого запуска; может быть, вы имели в виду {meant}?'],
  ['{flag} {value}: expected names of fields with commas, such as {example}', '{flag} {value}: укажите имена полей через запятую, например {example}'],
  ['{flag} {value}: expected a day such as {example}', '{flag} {value}: укажите день, например {example}'],
  ['{flag} {value}: expected an address such as {example}', '{flag} {value}: укажите адрес, например {example}'],
  ['--sandbox: its journal is off; start that tillbox without {setting}', '--sandbox: журнал выключен; запустите тот tillbox без {setting}'],
  ['--probe: the tests pass without any field of any answer, so they check nothing of them', '--probe: тесты проходят без единого поля ответов, то есть ничего в них не проверяют'],
];
