import { attemptSteps } from '../../../scenario-engine/steps/attempt-steps.ts';
import { callbackSteps } from '../../../scenario-engine/steps/callback-steps.ts';
import { gatewaySteps } from '../../../scenario-engine/steps/gateway-steps.ts';
import { laterSteps } from '../../../scenario-engine/steps/later-steps.ts';
import type { AnyStep } from '../../../scenario-engine/steps/step.ts';
import type { TextRow } from '../say.ts';

/** What a scenario file should have had in some place, besides the settings of steps. */
// biome-ignore format: one line per text
const expectedTexts: readonly TextRow[] = [
  ['a scenario', 'сценарий', 'сценарий'],
  ['a name of small letters a to z, digits and single hyphens, with at least one letter', 'имя из строчных латинских букв, цифр и одиночных дефисов, хотя бы с одной буквой', 'кіші латын әріптері, цифрлар мен жеке дефистерден тұратын, кемінде бір әрпі бар ат'],
  ['attempts, gateway, callbacks or later', 'attempts, gateway, callbacks или later', 'attempts, gateway, callbacks не later'],
  ['the path of a schema', 'путь к схеме', 'схема жолы'],
  ['one or two sentences', 'одно-два предложения', 'бір-екі сөйлем'],
  ['a list of attempts', 'список попыток', 'талпыныстар тізімі'],
  ['at least one attempt', 'хотя бы одна попытка', 'кемінде бір талпыныс'],
  ['a list of gateway steps', 'список шагов gateway', 'gateway қадамдарының тізімі'],
  ['at least one gateway step', 'хотя бы один шаг gateway', 'кемінде бір gateway қадамы'],
  ['a list of callback steps', 'список шагов callbacks', 'callbacks қадамдарының тізімі'],
  ['at least one callback step', 'хотя бы один шаг callbacks', 'кемінде бір callbacks қадамы'],
  ['a list of later steps', 'список шагов later', 'later қадамдарының тізімі'],
  ['at least one later step', 'хотя бы один шаг later', 'кемінде бір later қадамы'],
  ['the steps of an attempt', 'шаги попытки', 'талпыныс қадамдары'],
  ['at least one step', 'хотя бы один шаг', 'кемінде бір қадам'],
  ['a gateway step', 'шаг gateway', 'gateway қадамы'],
  ['a callback step', 'шаг callbacks', 'callbacks қадамы'],
  ['a later step', 'шаг later', 'later қадамы'],
  ['what goes wrong', 'что пойдёт не так', 'ненің дұрыс болмайтыны'],
  ['at least one fault', 'хотя бы один сбой', 'кемінде бір ақау'],
  ['at least one thing that goes wrong', 'хотя бы один сбой', 'кемінде бір ақау'],
  ['what the bank does', 'что делает банк', 'банктің не істейтіні'],
  ['an endpoint', 'имя вызова', 'шақыру аты'],
  ['how often, from 1', 'сколько раз, от 1', 'неше рет, 1-ден бастап'],
  ['an operation', 'операция', 'операция'],
  ['a moment', 'момент', 'сәт'],
  ['a time such as 30s, 20m, 2h or 45d, at most 366 days', 'время, например 30s, 20m, 2h или 45d, не больше 366 дней', 'уақыт, мысалы 30s, 20m, 2h не 45d, 366 күннен аспайды'],
  ['a text or a whole number', 'текст или целое число', 'мәтін не бүтін сан'],
  ['true', 'true', 'true'],
  ['true or false', 'true или false', 'true не false'],
  // Conditions
  ['conditions', 'условия', 'шарттар'],
  ['at least one condition', 'хотя бы одно условие', 'кемінде бір шарт'],
  ['a whole number of minor units', 'целое число минимальных единиц', 'ең кіші бірліктердің бүтін саны'],
  ['a whole number of minor units, or a range { from, to }', 'целое число минимальных единиц или диапазон { from, to }', 'ең кіші бірліктердің бүтін саны не { from, to } аралығы'],
  ['the number of an attempt', 'номер попытки', 'талпыныс нөмірі'],
  ['the number of an attempt, or a range { from, to }', 'номер попытки или диапазон { from, to }', 'талпыныс нөмірі не { from, to } аралығы'],
  ['a range { from, to } whose from is not above its to', 'диапазон { from, to }, где from не больше to', '{ from, to } аралығы, from мәні to мәнінен аспайды'],
  ['a card number, its first digits, or 411111**1111, in quotes', 'номер карты, его первые цифры или 411111**1111, в кавычках', 'карта нөмірі, оның алғашқы цифрлары не 411111**1111, тырнақшада'],
  ['a regular expression', 'регулярное выражение', 'тұрақты өрнек'],
  ['a regular expression without look-ahead and look-behind', 'регулярное выражение без опережающих и ретроспективных проверок', 'алдын ала және кері тексерусіз тұрақты өрнек'],
  ['a regular expression without flags in a group', 'регулярное выражение без флагов в группе', 'топта жалаушасыз тұрақты өрнек'],
  ['a regular expression without back-references', 'регулярное выражение без обратных ссылок', 'кері сілтемесіз тұрақты өрнек'],
  ['a regular expression of at most {count} characters', 'регулярное выражение не длиннее {count} символов', '{count} таңбадан аспайтын тұрақты өрнек'],
  ['a smaller regular expression: with its repetitions written out, it has more than {count} steps', 'более простое регулярное выражение: с развёрнутыми повторами в нём больше {count} шагов', 'қарапайымырақ тұрақты өрнек: қайталаулары ашылғанда {count} қадамнан асады'],
  ['a currency such as KZT or "398"', 'валюта, например KZT или "398"', 'валюта, мысалы KZT не "398"'],
  ['a language', 'язык', 'тіл'],
  // The rehearsal
  ['the expected end', 'ожидаемый исход', 'күтілетін нәтиже'],
  ['an orderStatus from 0 to 8', 'orderStatus от 0 до 8', '0–8 аралығындағы orderStatus'],
  ['an action code', 'код ответа', 'жауап коды'],
  ['a place', 'место', 'орын'],
  ['a list of callbacks', 'список уведомлений', 'хабарламалар тізімі'],
  ['an operation, redirect, or the fields of a callback', 'операция, redirect или поля уведомления', 'операция, redirect не хабарлама өрістері'],
  ['what the payer does', 'что делает покупатель', 'сатып алушының не істейтіні'],
  ['a number of tries from 0', 'число попыток от 0', '0-ден басталатын талпыныс саны'],
  ['a code in quotes', 'код в кавычках', 'тырнақшадағы код'],
  ['a time such as 30s, 2m or 1h, at most a day', 'время, например 30s, 2m или 1h, не больше суток', 'уақыт, мысалы 30s, 2m не 1h, бір тәуліктен аспайды'],
  ['a card number in quotes', 'номер карты в кавычках', 'тырнақшадағы карта нөмірі'],
  ['a list of card numbers in quotes', 'список номеров карт в кавычках', 'тырнақшадағы карта нөмірлерінің тізімі'],
  ['what is reloaded', 'что обновляется', 'не жаңартылатыны'],
  ['1 or 2', '1 или 2', '1 не 2'],
  ['no whole card number but in payer.cards; a condition takes 444455**3333', 'полный номер карты может стоять только в payer.cards; условию хватит 444455**3333', 'картаның толық нөмірі тек payer.cards ішінде болады; шартқа 444455**3333 жеткілікті'],
];

/** Why parts of a scenario cannot stand together. */
// biome-ignore format: one line per text
const contradictionTexts: readonly TextRow[] = [
  ['both choose the way through 3-D Secure', 'оба выбирают путь через 3-D Secure', 'екеуі де 3-D Secure жолын таңдайды'],
  ['both end the challenge', 'оба завершают подтверждение', 'екеуі де растауды аяқтайды'],
  ['both are the answer of the bank', 'оба — ответ банка', 'екеуі де банктің жауабы'],
  ['both give the code of a failed 3-D Secure', 'оба задают код неудачного 3-D Secure', 'екеуі де сәтсіз 3-D Secure кодын береді'],
  ['both set the delay', 'оба задают задержку', 'екеуі де кідірісті белгілейді'],
  ['both set how long it is pending', 'оба задают, сколько ждать решения', 'екеуі де шешімді күту уақытын белгілейді'],
  ['the attempt ends in 3-D Secure, so that the bank is never asked', 'попытка кончается на 3-D Secure, и до банка дело не доходит', 'талпыныс 3-D Secure кезінде аяқталады, банкке жетпейді'],
  ['both replace the answer', 'оба заменяют ответ', 'екеуі де жауапты ауыстырады'],
  ['{name} is a page, which has no errorCode; use httpStatus or another fault', '{name} — страница, у неё нет errorCode; возьмите httpStatus или другой сбой', '{name} — бет, онда errorCode жоқ; httpStatus не басқа ақауды алыңыз'],
  ['a lost callback is not sent', 'потерянное уведомление не отправляется', 'жоғалған хабарлама жіберілмейді'],
  ['the shop never gets the callback', 'магазин так и не получает уведомления', 'дүкен хабарламаны ешқашан алмайды'],
  ['each callback would wait for the next; add times', 'каждое уведомление ждало бы следующего; добавьте times', 'әр хабарлама келесісін күтер еді; times қосыңыз'],
  ['the payer would wait as long', 'покупатель ждал бы столько же', 'сатып алушы да сонша күтер еді'],
  ['the payer would wait for a callback that may never come', 'покупатель ждал бы уведомления, которое может не прийти', 'сатып алушы келмеуі мүмкін хабарламаны күтер еді'],
  ['a checksum that is not there is not wrong', 'контрольная сумма, которой нет, не бывает неверной', 'жоқ бақылау сомасы қате болмайды'],
  ['each entry is one act', 'каждый элемент — одно действие', 'әр элемент — бір әрекет'],
  ['who leaves the page does not pay', 'кто закрыл страницу, не платит', 'бетті жапқан төлемейді'],
  ['no card is sent', 'карта не отправляется', 'карта жіберілмейді'],
  ['nobody goes back in a window that is closed', 'в закрытом окне не вернуться назад', 'жабық терезеде артқа қайту мүмкін емес'],
  ['no page opens in a window that is closed', 'в закрытом окне страница не откроется', 'жабық терезеде бет ашылмайды'],
  ["who leaves the issuer's page does not come back", 'кто ушёл со страницы банка-эмитента, не возвращается', 'эмитент банктің бетінен кеткен қайтпайды'],
  ['each card is a try', 'каждая карта — это попытка', 'әр карта — бір талпыныс'],
];

/** Why a text is neither YAML nor JSON: frequent messages of their readers. */
// biome-ignore format: one line per text
const unreadableTexts: readonly TextRow[] = [
  ['it is nested too deeply', 'слишком много уровней вложенности', 'тым терең кірістірілген'],
  ['Nested mappings are not allowed in compact mappings', 'лишнее двоеточие: ключ внутри значения', 'артық қос нүкте: мәннің ішінде кілт тұр'],
  ['All mapping items must start at the same column', 'ключи одного уровня должны начинаться в одном столбце', 'бір деңгейдегі кілттер бір бағаннан басталуы керек'],
  ['All sequence items must start at the same column', 'элементы списка должны начинаться в одном столбце', 'тізім элементтері бір бағаннан басталуы керек'],
  ['the key {name} stands twice', 'ключ {name} встречается дважды', '{name} кілті екі рет жазылған'],
  ['it is empty', 'файл пуст', 'файл бос'],
  ['it has only comments', 'в файле одни комментарии', 'файлда тек түсініктемелер бар'],
  ['it has several documents, divided by ---; each needs a file of its own', 'в файле несколько документов, разделённых ---; каждому нужен свой файл', 'файлда --- арқылы бөлінген бірнеше құжат бар; әрқайсысына жеке файл керек'],
  ['there is a comma too much before {name}', 'лишняя запятая перед {name}', '{name} алдында артық үтір бар'],
  ['JSON has no comments', 'в JSON не бывает комментариев', 'JSON форматында түсініктеме болмайды'],
  ['JSON has double quotes only', 'в JSON кавычки только двойные', 'JSON форматында тырнақша тек қос болады'],
  ['Implicit keys need to be on a single line', 'ключ должен уместиться на одной строке', 'кілт бір жолға сыюы керек'],
  ['Implicit map keys need to be followed by map values', 'после ключа нужно двоеточие', 'кілттен кейін қос нүкте керек'],
  ['A block sequence may not be used as an implicit map key', 'список не может быть ключом', 'тізім кілт бола алмайды'],
  ['Tabs are not allowed as indentation', 'отступ из табуляций не допускается, нужны пробелы', 'шегініске табуляция жарамайды, бос орын керек'],
  ['Missing closing "quote', 'нет закрывающей кавычки "', 'жабатын " тырнақшасы жоқ'],
  ["Missing closing 'quote", "нет закрывающей кавычки '", "жабатын ' тырнақшасы жоқ"],
  ['Flow sequence in block collection must be sufficiently indented and end with a ]', 'список в скобках не закрыт: нужна ]', 'жақшадағы тізім жабылмаған: ] керек'],
  ['Flow map in block collection must be sufficiently indented and end with a }', 'скобка не закрыта: нужна }', 'жақша жабылмаған: } керек'],
  ['Expected flow sequence to end with ]', 'список в скобках не закрыт: нужна ]', 'жақшадағы тізім жабылмаған: ] керек'],
  ['Expected flow map to end with }', 'скобка не закрыта: нужна }', 'жақша жабылмаған: } керек'],
  ['Unresolved alias (the anchor must be set before the alias): {name}', 'ссылка *{name} ни на что не указывает', '*{name} сілтемесі ештеңеге бағытталмаған'],
  ['Unexpected end of JSON input', 'текст JSON обрывается', 'JSON мәтіні үзіліп қалған'],
];

/** The settings of steps in Kazakh; their Russian stands in the tables of the steps. */
const settingsInKazakh: Readonly<Record<string, string>> = {
  'the end of a challenge': 'растау қалай аяқталатыны',
  'a time such as 200ms, 2s or 1m, at most 10 minutes': 'уақыт, мысалы 200ms, 2s не 1m, 10 минуттан аспайды',
  'a time such as 10m, 2h or 3d, at most 30 days': 'уақыт, мысалы 10m, 2h не 3d, 30 күннен аспайды',
  'a whole number of minor units above 0': '0-ден үлкен, ең кіші бірліктердің бүтін саны',
  'an action code or its name': 'жауап коды не оның аты',
  'a time such as 200ms or 2s, at most 10 minutes': 'уақыт, мысалы 200ms не 2s, 10 минуттан аспайды',
  'a time such as 200ms or 2s, at most 10 minutes, or a range { from, to } of them':
    'уақыт, мысалы 200ms не 2s, 10 минуттан аспайды, не { from, to } аралығы',
  'an errorCode such as 7, or "7" in quotes': 'errorCode, мысалы 7 не тырнақшада "7"',
  'a text of at most 512 characters': '512 таңбадан аспайтын мәтін',
  'an HTTP status from 400 to 599': '400–599 аралығындағы HTTP мәртебесі',
  'before or after the work': 'before не after: жұмысқа дейін не кейін',
  'a content type such as text/html': 'мазмұн түрі, мысалы text/html',
  'a time such as 200ms or 2s, at most a minute': 'уақыт, мысалы 200ms не 2s, бір минуттан аспайды',
  'a time such as 30s, 5m or 2h, at most 30 days': 'уақыт, мысалы 30s, 5m не 2h, 30 күннен аспайды',
  'how many tries fail, from 1 to 100, or always': 'неше талпыныс сәтсіз, 1–100, не always',
  'how often it is sent in all, from 2 to 100': 'барлығы неше рет жіберіледі, 2–100',
  'fields of a callback with wrong values, such as { amount: 1 }': 'мәні қате хабарлама өрістері, мысалы { amount: 1 }',
  'true for everything, or a whole number of minor units above 0':
    'true — бәрі, не 0-ден үлкен, ең кіші бірліктердің бүтін саны',
};

/** Russian for the settings whose words come from the table of their values. */
const settingsInRussian: Readonly<Record<string, string>> = {
  'the end of a challenge': 'чем кончится подтверждение',
  'before or after the work': 'before или after: до или после работы',
  'fields of a callback with wrong values, such as { amount: 1 }':
    'поля уведомления с неверными значениями, например { amount: 1 }',
};

const steps: readonly AnyStep<unknown>[] = [attemptSteps, gatewaySteps, callbackSteps, laterSteps].flatMap((table) =>
  Object.values<AnyStep<unknown>>(table),
);

/** What the setting of a step should have been, in its own words. */
const settingTexts: readonly TextRow[] = steps.flatMap(({ setting }) => {
  const { expected } = setting;
  const kazakh = settingsInKazakh[expected];
  if (kazakh === undefined) return [];
  const russian = 'expectedInRussian' in setting ? setting.expectedInRussian : settingsInRussian[expected];
  const end: readonly TextRow[] =
    'expectedEnd' in setting
      ? [
          [
            setting.expectedEnd,
            setting.expectedEndInRussian,
            settingsInKazakh[setting.expectedEnd] ?? setting.expectedEnd,
          ],
        ]
      : [];
  return [[expected, russian ?? expected, kazakh], ...end];
});

/** The mistakes that the reader of scenario files finds. */
export const scenarioMistakeTexts: readonly TextRow[] = [
  ...expectedTexts,
  ...contradictionTexts,
  ...unreadableTexts,
  ...settingTexts,
];
