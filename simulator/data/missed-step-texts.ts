import type { Language } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import { inRussian, type Translate, timeWith, translator } from '../text/translate.ts';

type Row = Readonly<Record<Language, string>>;

/**
 * What a scenario asked for and could not have, for people who read the sandbox panel. The English words are those that the
 * code writes, with braces as `translator` has them.
 */
// biome-ignore format: one line per row
export const missedStepRows: readonly Row[] = [
  { en: 'Scenario {name} asked for {asked}: not possible, {words}.', ru: 'Сценарий {name} запросил {asked}. Это невозможно: {words}.', kk: '{name} сценарийі мынаны сұрады: {asked}. Бұл мүмкін емес: {words}.' },
  { en: 'Scenario {name} was asked for: not possible, {words}.', ru: 'Запрошен сценарий {name}. Это невозможно: {words}.', kk: '{name} сценарийі сұралды. Бұл мүмкін емес: {words}.' },
  { en: '{asked} and a decision after {after}', ru: '{asked} и решение через {after}', kk: '{asked} және {after} кейінгі шешім' },
  // Acts of the bank
  { en: 'an expiry', ru: 'истечение срока заказа', kk: 'тапсырыс мерзімінің өтуі' },
  { en: 'a capture', ru: 'списание', kk: 'есептен шығару' },
  { en: 'a capture of {amount}', ru: 'списание {amount}', kk: '{amount} есептен шығару' },
  { en: 'a reversal', ru: 'отмену', kk: 'төлемнің күшін жою' },
  { en: 'a reversal of {amount}', ru: 'отмену {amount}', kk: '{amount} төлемнің күшін жою' },
  { en: 'a refund', ru: 'возврат', kk: 'қайтару' },
  { en: 'a refund of {amount}', ru: 'возврат {amount}', kk: '{amount} қайтару' },
  { en: 'a chargeback', ru: 'чарджбэк', kk: 'чарджбэк' },
  { en: 'a chargeback of {amount}', ru: 'чарджбэк на {amount}', kk: '{amount} чарджбэк' },
  // Attempts
  { en: 'this attempt', ru: 'эту попытку', kk: 'осы талпыныс' },
  { en: '{count} attempts', ru: '{count} {count:попытку/попытки/попыток}', kk: '{count} талпыныс' },
  { en: 'a payment without 3-D Secure', ru: 'оплату без 3-D Secure', kk: '3-D Secure-сіз төлем' },
  { en: '3-D Secure without a challenge', ru: '3-D Secure без подтверждения', kk: 'растаусыз 3-D Secure' },
  { en: '3-D Secure that is only attempted', ru: 'только попытку 3-D Secure', kk: '3-D Secure талпынысы ғана' },
  { en: 'a challenge', ru: 'подтверждение 3-D Secure', kk: '3-D Secure растауы' },
  { en: '3-D Secure that cannot be reached', ru: 'недоступность 3-D Secure', kk: '3-D Secure қолжетімсіздігі' },
  { en: 'an answer after {after}', ru: 'ответ через {after}', kk: '{after} кейінгі жауап' },
  { en: 'a decision after {after}', ru: 'решение через {after}', kk: '{after} кейінгі шешім' },
  { en: 'a decline with {code} ({name})', ru: 'отказ с кодом {code} ({name})', kk: '{code} ({name}) кодымен бас тарту' },
  { en: 'a decline with {code}', ru: 'отказ с кодом {code}', kk: '{code} кодымен бас тарту' },
  { en: 'an approval', ru: 'одобрение', kk: 'мақұлдау' },
  { en: 'an approval of {amount}', ru: 'одобрение на {amount}', kk: '{amount} мақұлдау' },
  // Faults
  { en: 'a fault of the callback {name} ({subject} {list})', ru: 'сбой уведомления {name} ({subject} {list})', kk: '{name} хабарландыруының ақауы ({subject} {list})' },
  { en: 'a fault of the call {name} ({subject} {list})', ru: 'сбой запроса {name} ({subject} {list})', kk: '{name} сұрауының ақауы ({subject} {list})' },
  { en: 'a wrong checksum of the callback {name}', ru: 'неверную контрольную сумму уведомления {name}', kk: '{name} хабарландыруының қате бақылау сомасы' },
  { en: 'a missing checksum of the callback {name}', ru: 'уведомление {name} без контрольной суммы', kk: '{name} хабарландыруын бақылау сомасыз жіберу' },
  { en: 'is lost', ru: 'теряется', kk: 'жоғалады' },
  { en: 'comes {time} late', ru: 'опаздывает на {time}', kk: '{time} кешігеді' },
  { en: 'comes after the one that follows it', ru: 'приходит после следующего', kk: 'келесісінен кейін келеді' },
  { en: 'comes before the payer does', ru: 'приходит раньше покупателя', kk: 'сатып алушыдан бұрын келеді' },
  { en: 'never reaches the shop', ru: 'не доходит до магазина', kk: 'дүкенге жетпейді' },
  { en: 'does not reach the shop on the first try', ru: 'не доходит до магазина с первой попытки', kk: 'бірінші талпыныста дүкенге жетпейді' },
  { en: 'does not reach the shop on the first {count} tries', ru: 'не доходит до магазина с первых {count} попыток', kk: 'алғашқы {count} талпыныста дүкенге жетпейді' },
  { en: 'comes twice', ru: 'приходит дважды', kk: 'екі рет келеді' },
  { en: 'comes {count} times', ru: 'приходит {count} {count:раз/раза/раз}', kk: '{count} рет келеді' },
  { en: 'says {value}', ru: 'сообщает {value}', kk: '{value} деп хабарлайды' },
  { en: 'has no checksum', ru: 'приходит без контрольной суммы', kk: 'бақылау сомасыз келеді' },
  { en: 'has a wrong checksum', ru: 'несёт неверную контрольную сумму', kk: 'бақылау сомасы қате' },
  { en: 'answers after from {time} to {until}', ru: 'отвечает через {time}–{until}', kk: '{time} – {until} аралығында жауап береді' },
  { en: 'answers after {after}', ru: 'отвечает через {after}', kk: '{after} кейін жауап береді' },
  { en: 'refuses with errorCode {code}', ru: 'отказывает с errorCode {code}', kk: 'errorCode {code} қайтарады' },
  { en: 'says so after the work was done', ru: 'сообщает об этом, уже выполнив запрос', kk: 'мұны сұрауды орындап болғаннан кейін хабарлайды' },
  { en: 'answers HTTP {code}', ru: 'отвечает HTTP {code}', kk: 'HTTP {code} қайтарады' },
  { en: 'answers something that cannot be read', ru: 'отвечает нечитаемо', kk: 'оқылмайтын жауап береді' },
  { en: 'breaks off in the middle of the answer', ru: 'обрывает ответ на середине', kk: 'жауапты ортасынан үзеді' },
  { en: 'answers 200 with nothing', ru: 'отвечает 200 с пустым телом', kk: '200 деп бос жауап береді' },
  { en: 'closes the connection and does nothing', ru: 'закрывает соединение и ничего не делает', kk: 'байланысты үзіп, ештеңе істемейді' },
  { en: 'does the work and closes the connection without an answer', ru: 'выполняет запрос и закрывает соединение без ответа', kk: 'сұрауды орындап, жауапсыз байланысты үзеді' },
  { en: 'calls its answer {value}', ru: 'объявляет ответ как {value}', kk: 'жауабын {value} деп атайды' },
  { en: 'sends its answer bit by bit for {time}', ru: 'отдаёт ответ по частям {time}', kk: 'жауапты {time} бойы бөліп жібереді' },
  { en: 'once', ru: 'один раз', kk: 'бір рет' },
  { en: '{count} times', ru: '{count} {count:раз/раза/раз}', kk: '{count} рет' },
  // Reasons
  { en: 'no scenario has this name', ru: 'сценария с таким именем нет', kk: 'мұндай атты сценарий жоқ' },
  { en: 'the order is not held: it takes the money in one phase', ru: 'деньги не удержаны, заказ одностадийный', kk: 'ақша ұсталмаған, тапсырыс бір кезеңді' },
  { en: 'the order takes the money in one phase', ru: 'заказ одностадийный', kk: 'тапсырыс бір кезеңді' },
  { en: 'the scenario was chosen after the registration', ru: 'сценарий выбран после регистрации заказа', kk: 'сценарий тапсырыс тіркелгеннен кейін таңдалған' },
  { en: "the payer did not come to the issuer's page", ru: 'покупатель не попал на страницу банка-эмитента', kk: 'сатып алушы эмитент банктің бетіне өтпеді' },
  { en: 'no money of the order was held or taken', ru: 'деньги по заказу не были удержаны или списаны', kk: 'тапсырыс бойынша ақша ұсталмады және есептен шығарылмады' },
  { en: 'the order is not open ({words})', ru: 'заказ уже не открыт ({words})', kk: 'тапсырыс ашық емес ({words})' },
  { en: 'the order is not held ({words})', ru: 'деньги по заказу не удержаны ({words})', kk: 'тапсырыс бойынша ақша ұсталмаған ({words})' },
  { en: 'no money of the order is held or taken ({words})', ru: 'деньги по заказу не удержаны и не списаны ({words})', kk: 'тапсырыс бойынша ақша ұсталмаған және есептен шығарылмаған ({words})' },
  { en: 'no money of the order is captured ({words})', ru: 'деньги по заказу не списаны ({words})', kk: 'тапсырыс бойынша ақша есептен шығарылмаған ({words})' },
  { en: 'this is more than is held', ru: 'это больше удержанной суммы', kk: 'бұл ұсталған сомадан көп' },
  { en: 'this is more than is captured', ru: 'это больше списанной суммы', kk: 'бұл есептен шығарылған сомадан көп' },
  { en: 'this is more than was approved', ru: 'это больше одобренной суммы', kk: 'бұл мақұлданған сомадан көп' },
  { en: 'the order was reversed before', ru: 'заказ уже отменён', kk: 'төлемнің күші бұрын жойылған' },
  { en: 'a captured payment can be reversed only as a whole', ru: 'списанный платёж отменяется только целиком', kk: 'есептен шығарылған төлемнің күшін тек толық жоюға болады' },
  { en: 'this bank does not reverse what is captured', ru: 'этот банк не отменяет списанное', kk: 'бұл банк есептен шығарылған төлемнің күшін жоймайды' },
  { en: 'a pay-out is decided at once', ru: 'решение о выплате принимается сразу', kk: 'төлем беру туралы шешім бірден қабылданады' },
  { en: 'a pay-out is never in part', ru: 'выплата не бывает частичной', kk: 'төлем бөлшектеп берілмейді' },
  { en: 'no caller waits for this payment, which the clock began', ru: 'этого платежа никто не ждёт: его начали часы', kk: 'бұл төлемді ешкім күтіп тұрған жоқ: оны сағат бастады' },
  { en: 'this order only checks the card', ru: 'этот заказ только проверяет карту', kk: 'бұл тапсырыс картаны тек тексереді' },
  { en: 'the order is of {amount} only', ru: 'сумма заказа всего {amount}', kk: 'тапсырыс сомасы небәрі {amount}' },
  { en: 'the order allows one attempt', ru: 'заказ допускает одну попытку', kk: 'тапсырысқа бір талпыныс беріледі' },
  { en: 'the order allows {count} attempts', ru: 'заказ допускает {count} {count:попытку/попытки/попыток}', kk: 'тапсырысқа {count} талпыныс беріледі' },
  { en: 'attempt {count} ended before the bank was asked', ru: 'попытка {count} закончилась до обращения в банк', kk: '{count}-талпыныс банкке жүгінгенге дейін аяқталды' },
  { en: 'the token of the wallet cannot be read', ru: 'токен кошелька не читается', kk: 'әмиян токені оқылмайды' },
  { en: 'this way to pay has no 3-D Secure', ru: 'при таком способе оплаты 3-D Secure нет', kk: 'бұл төлем тәсілінде 3-D Secure жоқ' },
  { en: 'this way to pay asks for 3-D Secure', ru: 'такой способ оплаты требует 3-D Secure', kk: 'бұл төлем тәсілі 3-D Secure талап етеді' },
  { en: 'FORCE_SSL skips 3-D Secure ({name})', ru: 'FORCE_SSL пропускает 3-D Secure ({name})', kk: 'FORCE_SSL 3-D Secure-ді өткізіп жібереді ({name})' },
  { en: 'FORCE_SSL wins over {name}: no 3-D Secure', ru: 'FORCE_SSL важнее {name}: 3-D Secure не будет', kk: 'FORCE_SSL {name} мәнінен басым: 3-D Secure болмайды' },
  { en: 'the order demands 3-D Secure and the card has none', ru: 'заказ требует 3-D Secure, а у карты его нет', kk: 'тапсырыс 3-D Secure талап етеді, ал картада ол жоқ' },
  { en: 'FORCE_FULL_TDS does not accept an attempt', ru: 'FORCE_FULL_TDS не принимает попытку 3-D Secure', kk: 'FORCE_FULL_TDS 3-D Secure талпынысын қабылдамайды' },
  { en: 'the merchant has no address for callbacks', ru: 'у мерчанта нет адреса для уведомлений', kk: 'мерчанттың хабарландыру мекенжайы жоқ' },
  { en: 'the merchant takes no callbacks of {name}', ru: 'мерчант не принимает уведомления {name}', kk: 'мерчант {name} хабарландыруларын қабылдамайды' },
  { en: 'the address for callbacks is not http', ru: 'адрес для уведомлений не http', kk: 'хабарландыру мекенжайы http емес' },
  { en: "the merchant's callbacks have no checksum", ru: 'у уведомлений мерчанта нет контрольной суммы', kk: 'мерчант хабарландыруларында бақылау сомасы жоқ' },
  { en: 'the payment stored no card', ru: 'платёж не сохранил карту', kk: 'төлем картаны сақтамады' },
  // States of an order
  { en: 'created: registered, not paid yet', ru: 'created: зарегистрирован, не оплачен', kk: 'created: тіркелген, төленбеген' },
  { en: "acs-started: the payer is at the issuer's page", ru: 'acs-started: покупатель на странице банка-эмитента', kk: 'acs-started: сатып алушы эмитент банктің бетінде' },
  { en: 'approved: the money is held and not captured yet', ru: 'approved: деньги удержаны, но не списаны', kk: 'approved: ақша ұсталған, есептен шығарылмаған' },
  { en: 'deposited: paid', ru: 'deposited: оплачен', kk: 'deposited: төленген' },
  { en: 'partly-deposited: captured in part, the rest is held', ru: 'partly-deposited: списан частично, остальное удержано', kk: 'partly-deposited: бір бөлігі есептен шығарылған, қалғаны ұсталған' },
  { en: 'reversed: reversed: the held money is free again', ru: 'reversed: отменён, удержанные деньги свободны', kk: 'reversed: күші жойылған, ұсталған ақша босатылған' },
  { en: 'refunded: refunded, wholly or in part', ru: 'refunded: возвращён полностью или частично', kk: 'refunded: толық немесе ішінара қайтарылған' },
  { en: 'declined: declined for good', ru: 'declined: окончательно отклонён', kk: 'declined: біржола қабылданбаған' },
  { en: 'pending: the outcome is not known yet', ru: 'pending: результат ещё не известен', kk: 'pending: нәтиже әлі белгісіз' },
];

const kazakhTime = timeWith({ ms: 'миллисекунд', s: 'секунд', m: 'минут', h: 'сағат', d: 'күн' });

/** With the ending that "after" needs. */
const kazakhTimeBefore = timeWith({ ms: 'миллисекундтан', s: 'секундтан', m: 'минуттан', h: 'сағаттан', d: 'күннен' });

/** Rows of the same sentences in Russian, for a terminal. */
export const russianMissedSteps = missedStepRows.map(({ en, ru }) => [en, ru] as const);

/** A value of a text in Kazakh. */
export const kazakhValue = (name: string, value: string): string => {
  if (name === 'after') return kazakhTimeBefore(value);
  return name === 'time' || name === 'until' ? kazakhTime(value) : value;
};

const translators: Readonly<Record<Exclude<Language, 'en'>, Translate>> = {
  ru: translator(russianMissedSteps, inRussian),
  kk: translator(
    missedStepRows.map(({ en, kk }) => [en, kk]),
    kazakhValue,
  ),
};

/** A sentence about a missed step in another language. What has no row, such as words of an earlier version, stays English. */
export const missedStepIn = (language: PageLanguage, english: string): string =>
  language === 'ru' || language === 'kk' ? (translators[language](english) ?? english) : english;
