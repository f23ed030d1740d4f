import type { RussianRow } from '../../inspection/russian/rows.ts';

/** The text that the program prints when it has started. */
// biome-ignore format: one line per row
export const bannerRows: readonly RussianRow[] = [
  ['tillbox {version} imitates the card payment gateway of {bank}. No money moves here.', 'tillbox {version} имитирует платёжный шлюз: {bank}. Настоящих денег здесь нет.'],
  ['Merchant API', 'API магазина'],
  ['HTTPS', 'HTTPS'],
  ['Authority', 'Центр сертификации'],
  ['Control API', 'API управления'],
  ['Card page', 'Платёжная страница'],
  ['Demo shop', 'Демо-магазин'],
  ['Callbacks', 'Уведомления'],
  ['Network', 'Сеть'],
  ['Login', 'Логин'],
  ['Scenarios', 'Сценарии'],
  ['off', 'нет'],
  ['{url}, from other devices', '{url}, с других устройств'],
  ['{url}, with "Authorization: Bearer <CONTROL_TOKEN>"', '{url}, с заголовком "Authorization: Bearer <CONTROL_TOKEN>"'],
  ['off, because other machines reach it; CONTROL_TOKEN= switches it on', 'выключен, потому что доступен другим машинам; включается через CONTROL_TOKEN='],
  ['to {url}', 'на {url}'],
  ['to the demo shop; CALLBACK_URL= sends them to your shop', 'в демо-магазин; CALLBACK_URL= отправит их в ваш магазин'],
  ['off; CALLBACK_URL= sends them to your shop', 'выключены; CALLBACK_URL= отправит их в ваш магазин'],
  ['to {url}; CALLBACK_URL= sends them to your shop', 'на {url}; CALLBACK_URL= отправит их в ваш магазин'],
  ['{count} come with tillbox', '{count} {count:сценарий/сценария/сценариев} из состава tillbox'],
  ['{count} in {folder}; those that come with tillbox by name', '{count} {count:сценарий/сценария/сценариев} в {folder}; сценарии tillbox — по имени'],
  ['Register an order, then open the formUrl of the answer:', 'Зарегистрируйте заказ и откройте formUrl из ответа:'],
  ['Over HTTPS, clients have to trust the authority:', 'По HTTPS клиенты должны доверять центру сертификации:'],
  ['browser', 'браузер'],
  ['Card 5555 5555 5555 5599, 12/34, 123, code 123456. Stop with Ctrl+C.', 'Карта 5555 5555 5555 5599, 12/34, 123, код 123456. Остановить: Ctrl+C.'],
];
