import type { TextRow } from './say.ts';

/** The sentences of a story as inspection/ writes them; braces as `translator` has them. */
// biome-ignore format: one line per sentence
export const storySentences: readonly TextRow[] = [
  ['The shop registered order {number} of {amount}, to be held first.', 'Магазин зарегистрировал заказ {number} на {amount}, сначала с удержанием.', 'Дүкен {number} тапсырысын {amount} сомаға тіркеді, алдымен ұстап қалумен.'],
  ['The shop registered order {number} of {amount}.', 'Магазин зарегистрировал заказ {number} на {amount}.', 'Дүкен {number} тапсырысын {amount} сомаға тіркеді.'],
  ['The payer opened the card page.', 'Покупатель открыл платёжную страницу.', 'Сатып алушы төлем бетін ашты.'],
  ['Attempt {count} began, with {card}.', 'Началась попытка {count}: {card}.', '{count}-әрекет басталды: {card}.'],
  ['The bank has not decided about attempt {count} yet.', 'Банк ещё не решил о попытке {count}.', 'Банк {count}-әрекет туралы әлі шешкен жоқ.'],
  ['3-D Secure: the issuer let the payer pass without a challenge.', '3-D Secure: эмитент пропустил покупателя без подтверждения.', '3-D Secure: эмитент сатып алушыны растаусыз өткізді.'],
  ['3-D Secure: the issuer only noted the attempt.', '3-D Secure: эмитент только засчитал попытку.', '3-D Secure: эмитент тек талпынысты тіркеді.'],
  ['3-D Secure could not be reached.', '3-D Secure был недоступен.', '3-D Secure қолжетімсіз болды.'],
  ["The payer was sent to the issuer's page (3-D Secure {version}).", 'Покупатель отправлен на страницу эмитента (3-D Secure {version}).', 'Сатып алушы эмитент бетіне жіберілді (3-D Secure {version}).'],
  ["The payer asked for another code on the issuer's page.", 'Покупатель запросил новый код на странице эмитента.', 'Сатып алушы эмитент бетінде жаңа код сұрады.'],
  ["The payer typed a wrong code on the issuer's page.", 'Покупатель ввёл неверный код на странице эмитента.', 'Сатып алушы эмитент бетінде қате код енгізді.'],
  ['3-D Secure: the payer passed.', '3-D Secure: покупатель подтвердил платёж.', '3-D Secure: сатып алушы төлемді растады.'],
  ['3-D Secure: the payer did not pass.', '3-D Secure: покупатель не прошёл подтверждение.', '3-D Secure: сатып алушы растаудан өтпеді.'],
  ['3-D Secure: the payer pressed cancel.', '3-D Secure: покупатель нажал «Отмена».', '3-D Secure: сатып алушы бас тартты.'],
  ['3-D Secure: the payer took too long.', '3-D Secure: время на подтверждение вышло.', '3-D Secure: растау уақыты бітті.'],
  ['Attempt {count} was declined with {code} ({name}): {words}.', 'Попытка {count} отклонена с кодом {code} ({name}): {words}.', '{count}-әрекет {code} ({name}) кодымен қабылданбады: {words}.'],
  ['Attempt {count} was declined with {code}, whose meaning is unknown.', 'Попытка {count} отклонена с кодом {code}, значение которого неизвестно.', '{count}-әрекет мәні белгісіз {code} кодымен қабылданбады.'],
  ['Attempt {count} was approved: {amount} was taken.', 'Попытка {count} одобрена: списано {amount}.', '{count}-әрекет мақұлданды: {amount} есептен шығарылды.'],
  ['Attempt {count} was approved: {amount} is held.', 'Попытка {count} одобрена: удержано {amount}.', '{count}-әрекет мақұлданды: {amount} ұсталды.'],
  ['Attempt {count} was approved: {amount} was sent to the card.', 'Попытка {count} одобрена: {amount} отправлено на карту.', '{count}-әрекет мақұлданды: {amount} картаға жіберілді.'],
  ['Attempt {count} was approved: {amount} was checked and set free again.', 'Попытка {count} одобрена: {amount} проверено и освобождено.', '{count}-әрекет мақұлданды: {amount} тексеріліп, босатылды.'],
  ['{amount} was captured, at the date that was set.', 'Списано {amount}, в назначенный день.', '{amount} белгіленген күні есептен шығарылды.'],
  ['{amount} was captured.', 'Списано {amount}.', '{amount} есептен шығарылды.'],
  ['{amount} was set free by a reversal, at the date that was set.', 'Отменено {amount}, в назначенный день.', '{amount} белгіленген күні босатылды.'],
  ['{amount} was set free by a reversal.', 'Отменено {amount}.', '{amount} босатылды.'],
  ['{amount} was refunded.', 'Возвращено {amount}.', '{amount} қайтарылды.'],
  ["The payer's bank took the money back (chargeback).", 'Банк покупателя забрал деньги обратно (чарджбэк).', 'Сатып алушының банкі ақшаны қайтарып алды (чарджбэк).'],
  ['Time ran out: {code} ({name}): {words}.', 'Время вышло: {code} ({name}): {words}.', 'Уақыт бітті: {code} ({name}): {words}.'],
  ['The order was closed: {code} ({name}): {words}.', 'Заказ закрыт: {code} ({name}): {words}.', 'Тапсырыс жабылды: {code} ({name}): {words}.'],
  ['Scenario {name}: the bank did this: {words}.', 'Сценарий {name}: банк сделал это: {words}.', '{name} сценарийі: банк мынаны жасады: {words}.'],
  ['Scenario {name}: the gateway {list} ({path}).', 'Сценарий {name}: шлюз {list} ({path}).', '{name} сценарийі: шлюз жауабы өзгертілді ({path}).'],
  ['Break {name}: the gateway {list} ({path}).', 'Поломка {name}: the gateway {list} ({path}).', '{name} ақауы: the gateway {list} ({path}).'],
  ['Scenario {name}: the callback {operation} with status {status} {list}.', 'Сценарий {name}: уведомление {operation} со статусом {status} {list}.', '{name} сценарийі: {status} күйіндегі {operation} хабарламасы өзгертілді.'],
  ['By hand: a copy of the callback {operation} with status {status}, goes to {url}.', 'Вручную: копия уведомления {operation} со статусом {status} уходит на {url}.', 'Қолмен: {status} күйіндегі {operation} хабарламасының көшірмесі {url} мекенжайына жіберіледі.'],
  ['By hand: a copy of the callback {operation} with status {status}, which {list}, goes to {url}.', 'Вручную: копия уведомления {operation} со статусом {status}, которая {list}, уходит на {url}.', 'Қолмен: {status} күйіндегі {operation} хабарламасының өзгертілген көшірмесі {url} мекенжайына жіберіледі.'],
  ...tries(),
  ['The shop called {call}: it was refused with errorCode {code}.', 'Магазин вызвал {call}: отказ с errorCode {code}.', 'Дүкен {call} шақырды: errorCode {code} кодымен қабылданбады.'],
  ['The shop called {call}: it was refused with HTTP {code}.', 'Магазин вызвал {call}: отказ с HTTP {code}.', 'Дүкен {call} шақырды: HTTP {code} кодымен қабылданбады.'],
  ['The shop called {call}: it told orderStatus {code}.', 'Магазин вызвал {call}: в ответе orderStatus {code}.', 'Дүкен {call} шақырды: жауапта orderStatus {code}.'],
  ['The shop called {call}: it was carried out.', 'Магазин вызвал {call}: выполнено.', 'Дүкен {call} шақырды: орындалды.'],
  // Reasons
  ['{conditions}: on attempt {count} the bank {list}', '{conditions}: на попытке {count} банк {list}', '{conditions}: {count}-талпыныста банк {list}'],
  ['{conditions}: {words} {time} after the order is registered', '{conditions}: {words} через {time} после регистрации заказа', '{conditions}: тапсырыс тіркелгеннен кейін {time} өткенде {words}'],
  ["{conditions}: {words} {time} after the payer comes to the issuer's page", '{conditions}: {words} через {time} после прихода покупателя к банку-эмитенту', '{conditions}: сатып алушы эмитент бетіне келгеннен кейін {time} өткенде {words}'],
  ['{conditions}: {words} {time} after the order is paid', '{conditions}: {words} через {time} после оплаты заказа', '{conditions}: тапсырыс төленгеннен кейін {time} өткенде {words}'],
  ['{words}; {reason}', '{words}; {reason}', '{words}; {reason}'],
];

/** A try of a callback: the first, a further one or one by hand; with an answer or without; the last one or not. */
function tries(): readonly TextRow[] {
  const again = [
    ['', '', ''],
    [' again (try {count})', ' снова (попытка {count})', ' қайтадан ({count}-әрекет)'],
    [' by hand', ' вручную', ' қолмен'],
  ] as const;
  const answers = [
    ['answered HTTP {code}.', 'магазин ответил HTTP {code}.', 'дүкен HTTP {code} деп жауап берді.'],
    ['got no answer: {error}.', 'магазин не ответил: {error}.', 'дүкен жауап бермеді: {error}.'],
  ] as const;
  const ends = [
    ['', '', ''],
    [' The gateway gave up.', ' Больше попыток не будет.', ' Бұдан былай әрекет болмайды.'],
  ] as const;
  return again.flatMap((how) =>
    answers.flatMap((answer) =>
      ends.map(
        (end): TextRow => [
          `Callback {operation} with status {status} was sent${how[0]}: the shop ${answer[0]}${end[0]}`,
          `Уведомление {operation} со статусом {status} отправлено${how[1]}: ${answer[1]}${end[1]}`,
          `{status} күйіндегі {operation} хабарламасы${how[2]} жіберілді: ${answer[2]}${end[2]}`,
        ],
      ),
    ),
  );
}
