import type { TextRow } from '../../texts/say.ts';

// biome-ignore format: one line per text
export const apiTexts: readonly TextRow[] = [
  ['Which API', 'Какой API', 'Қай API'],
  ['Merchant API', 'API магазина', 'Дүкен API-і'],
  ['Control API', 'API управления', 'Басқару API-і'],
  ['As OpenAPI 3.1:', 'Как OpenAPI 3.1:', 'OpenAPI 3.1 түрінде:'],
  ['Call or what it does', 'Вызов или что он делает', 'Шақыру немесе оның ісі'],
  ['No bank has this one: it is for your tests.', 'Его нет ни у одного банка: он для ваших тестов.', 'Бұл бірде-бір банкте жоқ: ол тесттеріңізге арналған.'],
  ['No call is like this.', 'Такого вызова нет.', 'Мұндай шақыру жоқ.'],
  ['There is no such call.', 'Такого вызова нет.', 'Мұндай шақыру жоқ.'],
  ['All calls', 'Все вызовы', 'Барлық шақыру'],
  ['The answer', 'Ответ', 'Жауап'],
  ['Try it', 'Попробовать', 'Байқап көру'],
  ['Fields as JSON', 'Поля в виде JSON', 'Өрістер JSON түрінде'],
  ['Fields, one on each line: name=value', 'Поля, по одному в строке: имя=значение', 'Өрістер, әр жолда біреуі: атау=мән'],
  ['Login and password of this merchant are added. The call is a real one: orders change, and the journal has it.', 'Логин и пароль этого мерчанта добавятся. Вызов настоящий: заказы меняются, и он попадает в журнал.', 'Осы мерчанттың логині мен құпиясөзі қосылады. Шақыру нағыз: тапсырыстар өзгереді және ол журналға түседі.'],
  ['Send', 'Отправить', 'Жіберу'],
  ['Expected one JSON object.', 'Ожидался один объект JSON.', 'Бір JSON нысаны күтілді.'],
  ['Parameters', 'Параметры', 'Параметрлер'],
  ['None.', 'Нет.', 'Жоқ.'],
  ['required', 'обязателен', 'міндетті'],
  ['Answers', 'Ответы', 'Жауаптар'],
  ['Example of a success', 'Пример успеха', 'Сәтті жауап мысалы'],
  ['Refusals by errorCode', 'Отказы по errorCode', 'errorCode бойынша бас тартулар'],
];
