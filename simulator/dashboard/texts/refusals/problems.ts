import { errorCodes } from '../../../data/error-codes.ts';
import type { TextRow } from '../say.ts';

/** What the control API and the gateway say against what a form of the dashboard sends. */
// biome-ignore format: one line per text
export const problemTexts: readonly TextRow[] = [
  // Merchants
  ['a new one, but there is a merchant {name}', 'новый логин: мерчант {name} уже есть', 'жаңа логин: {name} мерчанты бар'],
  ['one that does not look like a card number', 'логин, не похожий на номер карты', 'карта нөміріне ұқсамайтын логин'],
  ['letters, digits, or one of . _ - @', 'латинские буквы, цифры и знаки . _ - @', 'латын әріптері, цифрлар және . _ - @ таңбалары'],
  ['no merchant has the login {name}', 'мерчанта с логином {name} нет', '{name} логині бар мерчант жоқ'],
  ['no merchant has the login {name}; did you mean {meant}?', 'мерчанта с логином {name} нет; может быть, имелось в виду {meant}?', '{name} логині бар мерчант жоқ; мүмкін, {meant} керек пе?'],
  ['bank of {name}: expected {banks} or {last}, got {got}', 'банк мерчанта {name}: возможные значения: {banks} или {last}; получено: {got}', '{name} банкі: мүмкін мәндері: {banks} не {last}; берілгені: {got}'],
  ['bank of {name}: expected {banks} or {last}, got {got}; did you mean {meant}?', 'банк мерчанта {name}: возможные значения: {banks} или {last}; получено: {got}; может быть, имелось в виду {meant}?', '{name} банкі: мүмкін мәндері: {banks} не {last}; берілгені: {got}; мүмкін, {meant} керек пе?'],
  ['an address that begins with http:// or https://', 'адрес, который начинается с http:// или https://', 'http:// не https:// деп басталатын мекенжай'],
  ['callbacks.checksum={kind} of {name}: expected callbacks.token to sign with', 'подписи {kind} нужен токен уведомлений (callbacks.token)', '{kind} қолтаңбасына хабарлама токені керек (callbacks.token)'],
  ['certificate of {name}: expected an X.509 certificate in PEM', 'ожидается сертификат X.509 в формате PEM', 'PEM пішіміндегі X.509 сертификаты күтіледі'],
  ['one that no other merchant has', 'токен, которого нет у другого мерчанта', 'басқа мерчантта жоқ токен'],
  ['another merchant has taken it just now', 'его только что занял другой мерчант', 'оны басқа мерчант жаңа ғана алды'],
  // States
  ['format 1, the only one there is', 'format 1, другого нет', 'format 1, басқасы жоқ'],
  ['a state', 'состояние', 'күй'],
  ['{id} is there twice', '{id} встречается дважды', '{id} екі рет кездеседі'],
  ['merchant {name} has it already; ask for new ids', 'он уже есть у мерчанта {name}; импортируйте как копию, с новыми id', 'ол {name} мерчантында бар; жаңа id-лермен көшірме ретінде импорттаңыз'],
  ['no state of {name} is kept: one is kept for an hour, and put back once', 'состояние {name} не сохранено: оно хранится час и возвращается один раз', '{name} күйі сақталмаған: ол бір сағат сақталып, бір рет қайтарылады'],
  ['a body may have at most {count} MiB', 'тело запроса — не больше {count} МиБ', 'сұрау денесі {count} МиБ-тан аспасын'],
  // The clock
  ['a time such as 2026-01-01T08:00:00Z, from 1970 to 9999, or milliseconds since 1970', 'время, например 2026-01-01T08:00:00Z, с 1970 по 9999 год, или миллисекунды с 1970 года', 'уақыт, мысалы 2026-01-01T08:00:00Z, 1970–9999 жылдар, не 1970 жылдан бергі миллисекундтар'],
  ['a time such as 20m, 1h30m or 500ms, or a number of milliseconds, at most a hundred years', 'время, например 20m, 1h30m или 500ms, либо число миллисекунд, не больше ста лет', 'уақыт, мысалы 20m, 1h30m не 500ms, не миллисекунд саны, жүз жылдан аспайды'],
  ['a time such as 20m, 1h30m or 500ms, or a number of milliseconds, at most 30 days', 'время, например 20m, 1h30m или 500ms, либо число миллисекунд, не больше 30 дней', 'уақыт, мысалы 20m, 1h30m не 500ms, не миллисекунд саны, 30 күннен аспайды'],
  ['a moment from 1970 to 9999', 'момент с 1970 по 9999 год', '1970–9999 жылдар аралығындағы сәт'],
  ['recurring tasks would make {payments} payments on the way, expected at most {count}: move in smaller parts', 'за это время прошло бы автоплатежей: {payments}, а можно не больше {count}; переводите часы по частям', 'осы уақыт ішінде {payments} автотөлем өтер еді, ал {count}-дан аспауы керек; сағатты бөлшектеп жылжытыңыз'],
  // Callbacks
  ['merchant {name} has no callback address: set callbacks.url, or send one in to', 'у мерчанта {name} нет адреса для уведомлений: задайте его или укажите адрес здесь', '{name} мерчантының хабарлама мекенжайы жоқ: оны орнатыңыз не мекенжайды осында көрсетіңіз'],
  ['callbacks.url of merchant {name}: {words}', 'адрес уведомлений мерчанта {name}: {words}', '{name} мерчантының хабарлама мекенжайы: {words}'],
  ['{host} is this gateway, which does not call itself', '{host} — этот самый шлюз, он не вызывает сам себя', '{host} — осы шлюздің өзі, ол өзін шақырмайды'],
  ['{host} is not among CALLBACK_HOSTS', '{host} нет в CALLBACK_HOSTS', '{host} CALLBACK_HOSTS ішінде жоқ'],
  ['{host} is a link-local or metadata address, which only CALLBACK_HOSTS can allow', '{host} — локальный (link-local) адрес или адрес метаданных, его может разрешить только CALLBACK_HOSTS', '{host} — link-local не метадерек мекенжайы, оған тек CALLBACK_HOSTS рұқсат бере алады'],
  ['{name} has no callback with the id {id}', 'у мерчанта {name} нет уведомления с id {id}', '{name} мерчантында id-і {id} хабарлама жоқ'],
  ['the callback has no checksum, so that it cannot be wrong', 'у уведомления нет контрольной суммы, поэтому испортить её нельзя', 'хабарламада бақылау сомасы жоқ, сондықтан оны бұзуға болмайды'],
  ['the callback has no checksum, so that it cannot be missing', 'у уведомления и так нет контрольной суммы', 'хабарламада онсыз да бақылау сомасы жоқ'],
  // Orders and scenarios
  ['{name} has no order with the id {id}', 'у мерчанта {name} нет заказа с id {id}', '{name} мерчантында id-і {id} тапсырыс жоқ'],
  ['{act} is not possible: the order is {state} ({meaning}), orderStatus {code}, approved {approved}, deposited {deposited}, refunded {refunded}. The gateway says: {words}', 'действие {act} невозможно: состояние заказа {state}, orderStatus {code}. Ответ шлюза: {words}', '{act} әрекеті мүмкін емес: тапсырыс күйі {state}, orderStatus {code}. Шлюз жауабы: {words}'],
  ['no scenario is called {name}; `tillbox scenarios list` shows all names', 'сценария {name} нет; все имена — на странице «Сценарии»', '{name} сценарийі жоқ; барлық аттар «Сценарийлер» бетінде'],
  ['no scenario is called {name}; did you mean {meant}?', 'сценария {name} нет; может быть, имелось в виду {meant}?', '{name} сценарийі жоқ; мүмкін, {meant} керек пе?'],
  ['a scenario may have at most {count} KiB', 'сценарий не может быть больше {count} КиБ', 'сценарий {count} КиБ-тан аспауы керек'],
  ['a card number of 12 to 19 digits', 'номер карты из 12–19 цифр', '12–19 цифрдан тұратын карта нөмірі'],
  // The merchant API, through its client
  ['{call}: refused with errorCode {code}', '{call}: отказ с errorCode {code}', '{call}: errorCode {code} қайтарды'],
  ['{call}: refused with errorCode {code}, {words}', '{call}: отказ с errorCode {code}. {words}', '{call}: errorCode {code} қайтарды. {words}'],
  ['{call}: the gateway answered HTTP {code} where 200 was expected', '{call}: шлюз ответил HTTP {code} вместо 200', '{call}: шлюз 200 орнына HTTP {code} деп жауап берді'],
  ['amountMinor must be more than zero; leave it out for everything', 'сумма должна быть больше нуля', 'сома нөлден үлкен болуы керек'],
];

/** The texts of the gateway's own refusals. */
export const gatewayRefusals: readonly TextRow[] = [
  ...new Map(Object.values(errorCodes).map(({ en, ru, kk }) => [en, [en, ru, kk] as const])).values(),
];
