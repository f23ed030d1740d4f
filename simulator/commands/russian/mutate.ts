import type { RussianRow } from '../../inspection/russian/rows.ts';

/** The help and the output of `tillbox mutate`. */
// biome-ignore format: one line per row
export const mutateRows: readonly RussianRow[] = [
  ['tries whether the tests of a shop notice a broken gateway', 'проверяет, замечают ли тесты магазина поломки шлюза'],
  ["the command of the shop's tests, after --", 'команда тестов магазина, после --'],
  ['The breaks:', 'Поломки:'],
  ['these only, such as st-06, or st for all of an area; with commas', 'только эти: st-06 или st для целой группы; через запятую'],
  ['so many runs side by side, each with a merchant of its own; 1 by default', 'столько запусков одновременно, каждый со своим мерчантом; по умолчанию 1'],
  ['the port of the gateway that is started for the tests; a free one by default', 'порт шлюза, который запускается для тестов; по умолчанию свободный'],
  ['instead: a running tillbox, or its control API', 'вместо него: запущенный tillbox или его API управления'],
  ['The result:', 'Результат:'],
  ['exit code 1 if fewer of the reached breaks are noticed', 'код выхода 1, если замечена меньшая доля затронутых поломок'],
  ["writes the results in Stryker's mutation testing report schema", 'пишет результаты в формате отчётов мутационного тестирования Stryker'],
  ['writes them as a page', 'пишет их страницей HTML'],
  ['The tests find the gateway by TILLBOX_URL (its address), TILLBOX_REST_URL (that of the merchant API), TILLBOX_LOGIN and TILLBOX_PASSWORD in their environment.', 'Тесты находят шлюз по переменным окружения TILLBOX_URL (его адрес), TILLBOX_REST_URL (адрес API мерчанта), TILLBOX_LOGIN и TILLBOX_PASSWORD.'],
  ['Exit code: 0 done, 1 the score is too low, 2 the tests could not be tried.', 'Код выхода: 0 — готово, 1 — доля слишком мала, 2 — проверить тесты не удалось.'],
  ['Two runs with the right gateway ...', 'Два запуска с исправным шлюзом ...'],
  ['{count} of {total} breaks are reached; a run takes {seconds} s', 'затронуто поломок: {count} из {total}; запуск длится {seconds} с'],
  ['noticed', 'замечена'],
  ['not noticed', 'не замечена'],
  ['timed out', 'время вышло'],
  ['could not be run', 'не запустилось'],
  ['about {count} s left', 'осталось около {count} с'],
  ['about {count} min left', 'осталось около {count} мин'],
  ['Not noticed:', 'Не замечено:'],
  ['Timed out:', 'Время вышло:'],
  ['Could not be run:', 'Не запустилось:'],
  ['{total} breaks reached: {count} noticed, {missed} not noticed', 'затронуто поломок: {total}; замечено: {count}, не замечено: {missed}'],
  ['{late} timed out, {bad} could not be run, {count} not reached', 'время вышло: {late}, не запустилось: {bad}, не затронуто: {count}'],
  ['Score: {count} %', 'Доля замеченных: {count} %'],
];
