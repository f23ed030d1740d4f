import type { Language } from '../domain/orders/order.ts';
import { type PageLanguage, pageLanguages } from '../domain/page-language.ts';
import { textIn } from './page-languages.ts';

type Row = Readonly<Record<Language, string>>;
type Texts<Rows> = Readonly<Record<PageLanguage, { readonly [Key in keyof Rows]: string }>>;

/** One record per language, from rows of three languages. The others are made when they are first asked for. */
export const byLanguage = <const Rows extends Readonly<Record<string, Row>>>(rows: Rows): Texts<Rows> => {
  const made = {} as { [Language in PageLanguage]: Texts<Rows>[Language] };
  for (const language of pageLanguages)
    Object.defineProperty(made, language, {
      configurable: true,
      enumerable: true,
      get: () => {
        const entries = Object.entries(rows).map(([key, row]) => [key, textIn(row, language)]);
        const texts = Object.fromEntries(entries) as Texts<Rows>[PageLanguage];
        Object.defineProperty(made, language, { value: texts, enumerable: true });
        return texts;
      },
    });
  return made;
};

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', kk: 'Қазақша' };

/** The payment page. Words in braces are filled in. */
export const paymentPageTexts = byLanguage({
  title: { en: 'Card payment', ru: 'Оплата картой', kk: 'Картамен төлеу' },
  errorTitle: { en: 'Error: card payment', ru: 'Ошибка: оплата картой', kk: 'Қате: картамен төлеу' },
  languages: { en: 'Language', ru: 'Язык', kk: 'Тіл' },
  back: { en: 'Back to the shop', ru: 'Вернуться в магазин', kk: 'Дүкенге оралу' },
  amount: { en: 'Amount to pay', ru: 'К оплате', kk: 'Төлем сомасы' },
  fee: { en: 'Fee included', ru: 'В том числе комиссия', kk: 'Соның ішінде комиссия' },
  lines: { en: 'What you are buying', ru: 'Состав заказа', kk: 'Тапсырыс құрамы' },
  moreLines: { en: '{count} more', ru: 'Ещё позиций: {count}', kk: 'Тағы {count} тауар' },
  checkTitle: { en: 'Card check', ru: 'Проверка карты', kk: 'Картаны тексеру' },
  checkFree: {
    en: 'You pay nothing now: your bank only confirms that the card works.',
    ru: 'Сейчас вы ничего не платите: банк только подтвердит, что карта действует.',
    kk: 'Қазір ақша төлемейсіз: банк картаның жарамды екенін ғана растайды.',
  },
  checkHolds: {
    en: 'Your bank confirms that the card works. It holds {amount} for that, and sets it free at once.',
    ru: 'Банк подтвердит, что карта действует. Для этого он удержит {amount} и сразу вернёт.',
    kk: 'Банк картаның жарамды екенін растайды. Ол үшін {amount} ұстап, бірден қайтарады.',
  },
  checkStores: {
    en: 'The card is then saved for your next payments.',
    ru: 'После этого карта сохранится для следующих оплат.',
    kk: 'Содан кейін карта келесі төлемдер үшін сақталады.',
  },
  checkCard: { en: 'Check the card', ru: 'Проверить карту', kk: 'Картаны тексеру' },
  storeCard: { en: 'Save the card', ru: 'Сохранить карту', kk: 'Картаны сақтау' },
  order: { en: 'Order', ru: 'Заказ', kk: 'Тапсырыс' },
  timeLeft: { en: 'Time left', ru: 'Осталось времени', kk: 'Қалған уақыт' },
  description: { en: 'Description', ru: 'Описание', kk: 'Сипаттама' },
  fiveMinutesLeft: {
    en: 'Five minutes left to pay.',
    ru: 'На оплату осталось пять минут.',
    kk: 'Төлеуге бес минут қалды.',
  },
  oneMinuteLeft: {
    en: 'One minute left to pay.',
    ru: 'На оплату осталась одна минута.',
    kk: 'Төлеуге бір минут қалды.',
  },
  assurance: {
    en: 'The shop does not see your card number.',
    ru: 'Магазин не видит номер вашей карты.',
    kk: 'Дүкен картаңыздың нөмірін көрмейді.',
  },
  threeDs: {
    en: 'Your bank may ask you to confirm the payment (3-D Secure).',
    ru: 'Банк может попросить подтвердить платёж (3-D Secure).',
    kk: 'Банк төлемді растауды сұрауы мүмкін (3-D Secure).',
  },
  schemes: { en: 'Cards accepted', ru: 'Принимаем карты', kk: 'Қабылданатын карталар' },
  card: { en: 'Card details', ru: 'Данные карты', kk: 'Карта деректері' },
  pan: { en: 'Card number', ru: 'Номер карты', kk: 'Карта нөмірі' },
  expiry: { en: 'Expiry date', ru: 'Срок действия', kk: 'Жарамдылық мерзімі' },
  expiryHint: { en: 'MM/YY', ru: 'ММ/ГГ', kk: 'АА/ЖЖ' },
  cvc: { en: 'Security code', ru: 'Код CVC / CVV', kk: 'CVC / CVV коды' },
  cvcHint: { en: '3 digits on the back', ru: '3 цифры на обороте', kk: 'Артқы жағындағы 3 цифр' },
  cvcHintFour: { en: '4 digits on the front', ru: '4 цифры на лицевой стороне', kk: 'Алдыңғы жағындағы 4 цифр' },
  cardholder: { en: 'Name on the card', ru: 'Имя на карте', kk: 'Картадағы аты-жөні' },
  email: {
    en: 'E-mail for the receipt (optional)',
    ru: 'E-mail для чека (необязательно)',
    kk: 'Чек жіберілетін e-mail (міндетті емес)',
  },
  saveCard: {
    en: 'Save this card for the next payments',
    ru: 'Сохранить карту для следующих оплат',
    kk: 'Картаны келесі төлемдер үшін сақтау',
  },
  storedCards: { en: 'Your cards', ru: 'Ваши карты', kk: 'Карталарыңыз' },
  removeStored: { en: 'Remove this card', ru: 'Удалить эту карту', kk: 'Бұл картаны жою' },
  removeQuestion: { en: 'Remove this card?', ru: 'Удалить эту карту?', kk: 'Бұл карта жойылсын ба?' },
  removeNote: {
    en: 'The shop can no longer charge it, and you will have to type it in again.',
    ru: 'Магазин больше не сможет списать с неё деньги, а вводить её придётся заново.',
    kk: 'Дүкен одан енді ақша ала алмайды, ал деректерін қайта енгізу керек болады.',
  },
  removeConfirm: { en: 'Remove', ru: 'Удалить', kk: 'Жою' },
  keepStored: { en: 'Keep it', ru: 'Оставить', kk: 'Қалдыру' },
  cardRemoved: { en: 'The card was removed.', ru: 'Карта удалена.', kk: 'Карта жойылды.' },
  anotherCard: { en: 'Another card', ru: 'Другая карта', kk: 'Басқа карта' },
  pay: { en: 'Pay {amount}', ru: 'Оплатить {amount}', kk: '{amount} төлеу' },
  paying: { en: 'Processing the payment…', ru: 'Обрабатываем платёж…', kk: 'Төлем өңделіп жатыр…' },
  declined: { en: 'The payment did not go through', ru: 'Платёж не прошёл', kk: 'Төлем өтпеді' },
  attemptsLeft: {
    en: 'Attempts left: {left} of {allowed}',
    ru: 'Осталось попыток: {left} из {allowed}',
    kk: 'Қалған талпыныс саны: {left} / {allowed}',
  },
  checkFields: {
    en: 'Please check what you entered',
    ru: 'Проверьте введённые данные',
    kk: 'Енгізген деректерді тексеріңіз',
  },
  noAnswerTitle: { en: 'No answer', ru: 'Нет ответа', kk: 'Жауап жоқ' },
  retry: { en: 'Try again', ru: 'Повторить', kk: 'Қайталау' },
  expired: { en: 'The time to pay is over', ru: 'Время на оплату вышло', kk: 'Төлеу уақыты бітті' },
  expiredNote: {
    en: 'This order can no longer be paid. We are taking you back to the shop, where you can order again.',
    ru: 'Этот заказ оплатить уже нельзя. Возвращаем вас в магазин, там можно оформить новый.',
    kk: 'Бұл тапсырысты енді төлеу мүмкін емес. Сізді дүкенге қайтарып жатырмыз, сонда жаңасын рәсімдей аласыз.',
  },
  noAnswer: {
    en: 'The payment server did not answer. Check your connection and try again.',
    ru: 'Платёжный сервер не ответил. Проверьте соединение и попробуйте ещё раз.',
    kk: 'Төлем сервері жауап бермеді. Байланысты тексеріп, қайталап көріңіз.',
  },
});

/** The wallets' buttons of the payment page, and the sheets in place of a phone. */
export const walletTexts = byLanguage({
  group: { en: 'Pay with a wallet', ru: 'Оплата кошельком', kk: 'Әмиянмен төлеу' },
  or: { en: 'or', ru: 'или', kk: 'немесе' },
  standIn: {
    en: 'There is no phone here, and no real card. Choose a card that stands in for yours.',
    ru: 'Здесь нет телефона и настоящей карты. Выберите карту, которая их заменит.',
    kk: 'Мұнда телефон да, нақты карта да жоқ. Олардың орнына карта таңдаңыз.',
  },
  approved: { en: 'A card that pays', ru: 'Карта, которая оплатит', kk: 'Төлем өтетін карта' },
  challenged: {
    en: 'A card that asks for 3-D Secure',
    ru: 'Карта с подтверждением 3-D Secure',
    kk: '3-D Secure растауын сұрайтын карта',
  },
  declined: { en: 'A card without money', ru: 'Карта без денег', kk: 'Ақшасы жоқ карта' },
  close: { en: 'Close', ru: 'Закрыть', kk: 'Жабу' },
});

/** Errors in fields of the payment page. */
export const fieldErrorTexts = byLanguage({
  panMissing: { en: 'Enter the card number', ru: 'Введите номер карты', kk: 'Карта нөмірін енгізіңіз' },
  panLength: {
    en: 'A card number has 12 to 19 digits',
    ru: 'В номере карты от 12 до 19 цифр',
    kk: 'Карта нөмірі 12–19 цифрдан тұрады',
  },
  panMistyped: {
    en: 'There is a mistake in the card number',
    ru: 'В номере карты ошибка, проверьте цифры',
    kk: 'Карта нөмірі қате, цифрларын тексеріңіз',
  },
  expiryFormat: { en: 'Enter the date as MM/YY', ru: 'Введите срок как ММ/ГГ', kk: 'Мерзімді АА/ЖЖ түрінде енгізіңіз' },
  expiryMonth: { en: 'The month is 01 to 12', ru: 'Месяц — от 01 до 12', kk: 'Ай 01 мен 12 аралығында болуы керек' },
  expiryPast: { en: 'This card has expired', ru: 'Срок карты истёк', kk: 'Картаның мерзімі өткен' },
  cvcThree: { en: 'Enter the 3-digit code', ru: 'Введите 3 цифры кода', kk: 'Кодтың 3 цифрын енгізіңіз' },
  cvcFour: { en: 'Enter the 4-digit code', ru: 'Введите 4 цифры кода', kk: 'Кодтың 4 цифрын енгізіңіз' },
  cvcThreeOrFour: {
    en: 'Enter the code of 3 or 4 digits',
    ru: 'Введите код из 3 или 4 цифр',
    kk: '3 немесе 4 цифрдан тұратын кодты енгізіңіз',
  },
  cardholderMissing: {
    en: 'Enter the name as on the card',
    ru: 'Введите имя, как на карте',
    kk: 'Аты-жөніңізді картадағыдай енгізіңіз',
  },
  cardholderLetters: {
    en: 'Use letters, spaces, hyphens and apostrophes only',
    ru: 'Только буквы, пробел, дефис и апостроф',
    kk: 'Тек әріп, бос орын, дефис және апостроф жазыңыз',
  },
  email: {
    en: 'Enter an address like name@example.com',
    ru: 'Введите адрес вида name@example.com',
    kk: 'Мекенжайды name@example.com түрінде енгізіңіз',
  },
});

/** The simulator's own strip on the pages. */
export const sandboxTexts = byLanguage({
  badge: { en: 'Sandbox', ru: 'Тестовая среда', kk: 'Сынақ ортасы' },
  note: {
    en: 'tillbox sandbox: no real money',
    ru: 'Симулятор tillbox: деньги не настоящие',
    kk: 'tillbox симуляторы: нақты ақша жоқ',
  },
  summary: {
    en: 'Test cards and outcomes',
    ru: 'Карты и исходы',
    kk: 'Карталар мен нәтижелер',
  },
  whole: {
    en: 'Test cards, and all that can happen',
    ru: 'Тестовые карты и всё, что может произойти',
    kk: 'Сынақ карталары және болуы мүмкін барлық жағдай',
  },
  cards: { en: 'Test cards', ru: 'Тестовые карты', kk: 'Сынақ карталары' },
  outcome: { en: 'What the bank answers', ru: 'Что ответит банк', kk: 'Банк не деп жауап береді' },
  asTheCardSays: { en: 'As the card says', ru: 'Как задано картой', kk: 'Картаға сәйкес' },
  broken: {
    en: 'The gateway is broken, as the test asks',
    ru: 'Шлюз сломан: так задано для теста',
    kk: 'Шлюз сынған: сынақ үшін солай берілген',
  },
  missed: {
    en: 'What the scenario could not do',
    ru: 'Что сценарий не смог сделать',
    kk: 'Сценарий орындай алмаған әрекеттер',
  },
  pass: { en: 'Success', ru: 'Успех', kk: 'Сәтті' },
  fail: { en: 'Fail', ru: 'Отказ', kk: 'Сәтсіз' },
});

/** The page that carries the payer to the issuer and back. */
export const autoPostTexts = byLanguage({
  title: { en: 'One moment, please', ru: 'Подождите немного', kk: 'Сәл күте тұрыңыз' },
  toIssuer: {
    en: 'We are taking you to your bank, which will confirm the payment.',
    ru: 'Открываем страницу вашего банка для подтверждения платежа.',
    kk: 'Төлемді растау үшін банкіңіздің бетін ашып жатырмыз.',
  },
  fromIssuer: {
    en: 'Your bank has answered. We are finishing the payment.',
    ru: 'Ваш банк ответил. Завершаем платёж.',
    kk: 'Банкіңіз жауап берді. Төлемді аяқтап жатырмыз.',
  },
  proceed: { en: 'Continue', ru: 'Продолжить', kk: 'Жалғастыру' },
  hint: {
    en: 'If the next page does not open, press the button.',
    ru: 'Если страница не открылась сама, нажмите кнопку.',
    kk: 'Келесі бет өздігінен ашылмаса, түймені басыңыз.',
  },
});

/** The page while the store is unavailable. */
export const unavailableTexts = byLanguage({
  title: { en: 'Not available at the moment', ru: 'Сейчас недоступно', kk: 'Қазір қолжетімсіз' },
  message: {
    en: 'Please load this page again in a minute. Nothing is paid twice.',
    ru: 'Обновите страницу через минуту. Дважды деньги не спишутся.',
    kk: 'Бір минуттан кейін бетті қайта жүктеңіз. Ақша екі рет алынбайды.',
  },
});

/** The error page: what is wrong, and what to do. */
export const errorPageTexts = byLanguage({
  unknown: { en: 'This order does not exist.', ru: 'Такого заказа нет.', kk: 'Мұндай тапсырыс жоқ.' },
  unknownAdvice: {
    en: 'Please go back to the shop and start the payment again.',
    ru: 'Вернитесь в магазин и начните оплату заново.',
    kk: 'Дүкенге оралып, төлемді қайта бастаңыз.',
  },
  processed: {
    en: 'This order was processed already.',
    ru: 'Заказ уже обработан.',
    kk: 'Тапсырыс өңделіп қойған.',
  },
  processedAdvice: {
    en: 'Do not pay again: see in the shop whether the order is paid.',
    ru: 'Не платите повторно: посмотрите в магазине, оплачен ли заказ.',
    kk: 'Қайта төлемеңіз: тапсырыстың төленген-төленбегенін дүкеннен қараңыз.',
  },
  expired: {
    en: 'The time to pay this order is over.',
    ru: 'Время на оплату этого заказа вышло.',
    kk: 'Бұл тапсырысты төлеу уақыты бітті.',
  },
  expiredAdvice: {
    en: 'No money was taken. Go back to the shop and order again.',
    ru: 'Деньги не списаны. Вернитесь в магазин и оформите заказ заново.',
    kk: 'Ақша алынған жоқ. Дүкенге оралып, тапсырысты қайта рәсімдеңіз.',
  },
  internal: {
    en: 'The payment gateway has a fault of its own.',
    ru: 'На платёжном шлюзе произошла ошибка.',
    kk: 'Төлем шлюзінде қате болды.',
  },
  internalAdvice: {
    en: 'Try again in a few minutes. Before you pay again, see in the shop whether the order is paid.',
    ru: 'Попробуйте через несколько минут. Прежде чем платить снова, посмотрите в магазине, оплачен ли заказ.',
    kk: 'Бірнеше минуттан кейін қайталап көріңіз. Қайта төлемес бұрын тапсырыстың төленген-төленбегенін дүкеннен қараңыз.',
  },
  print: {
    en: 'This ticket cannot be printed.',
    ru: 'Этот билет нельзя распечатать.',
    kk: 'Бұл билетті басып шығару мүмкін емес.',
  },
  printAdvice: { en: 'Please ask the seller.', ru: 'Обратитесь к продавцу.', kk: 'Сатушыға хабарласыңыз.' },
  other: {
    en: 'The payment cannot be completed.',
    ru: 'Завершить оплату нельзя.',
    kk: 'Төлемді аяқтау мүмкін емес.',
  },
  otherAdvice: {
    en: 'Go back to the shop and start the payment again, or ask the shop.',
    ru: 'Вернитесь в магазин и начните оплату заново или обратитесь в магазин.',
    kk: 'Дүкенге оралып, төлемді қайта бастаңыз немесе дүкенге хабарласыңыз.',
  },
});

/** The error page and the gateway's own result page. */
export const resultPageTexts = byLanguage({
  errorTitle: {
    en: 'This payment cannot be opened',
    ru: 'Не удалось открыть оплату',
    kk: 'Төлем бетін ашу мүмкін болмады',
  },
  checked: { en: 'The card was checked', ru: 'Карта проверена', kk: 'Карта тексерілді' },
  open: { en: 'Not paid yet', ru: 'Ещё не оплачено', kk: 'Әлі төленген жоқ' },
  paidAdvice: {
    en: 'The shop knows that you have paid.',
    ru: 'Магазин знает, что вы заплатили.',
    kk: 'Дүкен төлегеніңізді біледі.',
  },
  paidAdviceAlone: {
    en: 'The shop knows that you have paid. You can close this page.',
    ru: 'Магазин знает, что вы заплатили. Страницу можно закрыть.',
    kk: 'Дүкен төлегеніңізді біледі. Бұл бетті жаба аласыз.',
  },
  checkedAdvice: { en: 'No money was taken.', ru: 'Деньги не списаны.', kk: 'Ақша алынған жоқ.' },
  checkedAdviceAlone: {
    en: 'No money was taken. You can close this page.',
    ru: 'Деньги не списаны. Страницу можно закрыть.',
    kk: 'Ақша алынған жоқ. Бұл бетті жаба аласыз.',
  },
  pendingAdvice: {
    en: 'Please do not pay again: the shop will learn the result as soon as the bank gives it.',
    ru: 'Не платите повторно: магазин узнает результат, как только его сообщит банк.',
    kk: 'Қайта төлемеңіз: банк нәтижені айтқан бойда дүкен біледі.',
  },
  pendingAdviceAlone: {
    en: 'Please do not pay again: the shop will learn the result as soon as the bank gives it. You can load this page again.',
    ru: 'Не платите повторно: магазин узнает результат, как только его сообщит банк. Эту страницу можно обновить.',
    kk: 'Қайта төлемеңіз: банк нәтижені айтқан бойда дүкен біледі. Бұл бетті қайта жүктей аласыз.',
  },
  openAdvice: {
    en: 'No money was taken. You can still pay this order.',
    ru: 'Деньги не списаны. Этот заказ ещё можно оплатить.',
    kk: 'Ақша алынған жоқ. Бұл тапсырысты әлі төлеуге болады.',
  },
  openAdviceAlone: {
    en: 'No money was taken. You can still pay this order.',
    ru: 'Деньги не списаны. Этот заказ ещё можно оплатить.',
    kk: 'Ақша алынған жоқ. Бұл тапсырысты әлі төлеуге болады.',
  },
  declinedAdvice: {
    en: 'To pay, order again in the shop.',
    ru: 'Чтобы заплатить, оформите заказ в магазине заново.',
    kk: 'Төлеу үшін дүкенде тапсырысты қайта рәсімдеңіз.',
  },
  declinedAdviceAlone: {
    en: 'To pay, go back to the shop and order again.',
    ru: 'Чтобы заплатить, вернитесь в магазин и оформите заказ заново.',
    kk: 'Төлеу үшін дүкенге оралып, тапсырысты қайта рәсімдеңіз.',
  },
  payNow: { en: 'Pay the order', ru: 'Оплатить заказ', kk: 'Тапсырысты төлеу' },
  retry: { en: 'Load again', ru: 'Загрузить снова', kk: 'Қайта жүктеу' },
  paid: { en: 'Payment completed', ru: 'Оплата прошла', kk: 'Төлем өтті' },
  declined: { en: 'Payment declined', ru: 'Оплата не прошла', kk: 'Төлем өтпеді' },
  pending: { en: 'Payment in progress', ru: 'Платёж обрабатывается', kk: 'Төлем өңделуде' },
  merchant: { en: 'Shop', ru: 'Магазин', kk: 'Дүкен' },
  order: { en: 'Order', ru: 'Заказ', kk: 'Тапсырыс' },
  amount: { en: 'Amount', ru: 'Сумма', kk: 'Сома' },
  date: { en: 'Date', ru: 'Дата', kk: 'Күні' },
  card: { en: 'Card', ru: 'Карта', kk: 'Карта' },
  approvalCode: { en: 'Approval code', ru: 'Код авторизации', kk: 'Авторизация коды' },
  referenceNumber: { en: 'Reference number (RRN)', ru: 'Номер операции (RRN)', kk: 'Операция нөмірі (RRN)' },
  reason: { en: 'Reason', ru: 'Причина', kk: 'Себебі' },
  back: { en: 'Back to the shop', ru: 'Вернуться в магазин', kk: 'Дүкенге оралу' },
});

/** `info` of processform.do after an attempt. Source: bpc-rest, which has nine messages; the wording is our own. */
export const outcomeSentences = byLanguage({
  paid: {
    en: 'The payment went through. Taking you back to the shop…',
    ru: 'Оплата прошла. Возвращаем вас в магазин…',
    kk: 'Төлем өтті. Сізді дүкенге қайтарып жатырмыз…',
  },
  'being-processed': {
    en: 'The order is being processed. Redirecting…',
    ru: 'Заказ обрабатывается. Перенаправляем…',
    kk: 'Тапсырыс өңделуде. Бағыттап жатырмыз…',
  },
  'check-data': {
    en: 'The payment was declined. Check the card details and the money on the card, then try again. Redirecting…',
    ru: 'Платёж отклонён. Проверьте данные карты и остаток на ней и попробуйте ещё раз. Перенаправляем…',
    kk: 'Төлем қабылданбады. Карта деректері мен ондағы қаражатты тексеріп, қайталап көріңіз. Бағыттап жатырмыз…',
  },
  impossible: {
    en: 'This payment cannot be made. Redirecting…',
    ru: 'Этот платёж выполнить нельзя. Перенаправляем…',
    kk: 'Бұл төлемді орындау мүмкін емес. Бағыттап жатырмыз…',
  },
  'contact-merchant': {
    en: 'The payment was declined. Please ask the shop about it. Redirecting…',
    ru: 'Платёж отклонён. Обратитесь в магазин. Перенаправляем…',
    kk: 'Төлем қабылданбады. Дүкенге хабарласыңыз. Бағыттап жатырмыз…',
  },
  'contact-issuer': {
    en: 'The payment was declined. Please ask the bank that issued the card. Redirecting…',
    ru: 'Платёж отклонён. Обратитесь в банк, выпустивший карту. Перенаправляем…',
    kk: 'Төлем қабылданбады. Картаны шығарған банкке хабарласыңыз. Бағыттап жатырмыз…',
  },
  'authentication-failed': {
    en: 'The bank could not confirm that it was you, so nothing was paid. Redirecting…',
    ru: 'Банк не смог подтвердить, что платите вы, поэтому оплата невозможна. Перенаправляем…',
    kk: 'Төлеп жатқан сіз екеніңізді банк растай алмады, сондықтан төлем өтпеді. Бағыттап жатырмыз…',
  },
  'no-connection': {
    en: 'There is no connection with the bank now. Redirecting…',
    ru: 'Сейчас нет связи с банком. Перенаправляем…',
    kk: 'Қазір банкпен байланыс жоқ. Бағыттап жатырмыз…',
  },
  'time-over': {
    en: 'The time for entering the card details is over. Redirecting…',
    ru: 'Время для ввода данных карты вышло. Перенаправляем…',
    kk: 'Карта деректерін енгізу уақыты бітті. Бағыттап жатырмыз…',
  },
  'no-answer': {
    en: 'The bank did not answer in time. Redirecting…',
    ru: 'Банк не ответил вовремя. Перенаправляем…',
    kk: 'Банк уақытында жауап бермеді. Бағыттап жатырмыз…',
  },
});

/** Puts values into the braces of a text. */
export const fillText = (text: string, values: Readonly<Record<string, string | number>>): string => {
  let filled = text;
  for (const [name, value] of Object.entries(values)) filled = filled.replace(`{${name}}`, () => String(value));
  return filled;
};
