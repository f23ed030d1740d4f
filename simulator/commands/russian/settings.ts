import type { RussianRow } from '../../inspection/russian/rows.ts';

/** What settings expect, and the words around it; their meanings in Russian stand in their rows. */
// biome-ignore format: one line per row
export const settingWords: readonly RussianRow[] = [
  ['Gateway', 'Шлюз'],
  ['Merchants', 'Мерчанты'],
  ['Payments', 'Платежи'],
  ['Data', 'Данные'],
  ['Demo store', 'Демо-магазин'],
  ['Process', 'Процесс'],
  ['Expects {words}.', 'Укажите {words}.'],
  ['Default: empty.', 'По умолчанию: пусто.'],
  ['Default: {value}.', 'По умолчанию: {value}.'],
  ['empty', 'пусто'],
  // Values
  ['{words}, or nothing', '{words}, или оставьте пустым'],
  ['{names} or {name}', '{names} или {name}'],
  ['a whole number from {count} to {most} (0: any free port)', 'целое число от {count} до {most} (0: любой свободный порт)'],
  ['a whole number of seconds from {count} to {most}', 'целое число секунд от {count} до {most}'],
  ['a whole number of hours from {count} to {most}', 'целое число часов от {count} до {most}'],
  ['a whole number from {count} to {most}', 'целое число от {count} до {most}'],
  ['an address of this machine', 'адрес этой машины'],
  ['names without a port, separated by commas', 'имена без порта, через запятую'],
  ['a path such as /ab_by, other than /sandbox and /acs, or nothing', 'путь, например /ab_by, кроме /sandbox и /acs, или пусто'],
  ['currencies of ISO 4217 by number or letters, separated by commas', 'валюты ISO 4217 цифрами или буквами, через запятую'],
  ['origins, each with its scheme and without a path, separated by commas', 'источники (origin), каждый со схемой и без пути, через запятую'],
  ['a text', 'текст'],
  ['a text without spaces', 'текст без пробелов'],
  ['a folder', 'папку'],
  ['a file', 'файл'],
  ['names or addresses without a port, separated by commas', 'имена или адреса без порта, через запятую'],
  ['names out of {names}, separated by commas', 'имена из {names}, через запятую'],
  ['names of documented callback parameters (not those of card-to-card transfers), separated by commas', 'имена описанных параметров уведомлений (кроме параметров переводов с карты на карту), через запятую'],
  ['names or addresses, each with or without a port, separated by commas', 'имена или адреса, с портом или без, через запятую'],
  ['an address that begins with http:// or https://', 'адрес, который начинается с http:// или https://'],
  ['login:password pairs, separated by commas, each login once', 'пары login:password через запятую, каждый логин один раз'],
  ['memory, sqlite:<path of a file> (memory instead of :memory:, and the path instead of a file: address) or postgres://<address>', 'memory, sqlite:<путь к файлу> (memory вместо :memory:, а вместо адреса file: — путь) или postgres://<адрес>'],
];
