import type { ShopLanguage, Wording } from './languages.ts';

/** The words of the shop's pages. Words in braces are filled in. */
const rows = {
  catalogue: { en: 'Catalogue', ru: 'Каталог', kk: 'Каталог' },
  orders: { en: 'Orders', ru: 'Заказы', kk: 'Тапсырыстар' },
  cards: { en: 'Stored cards', ru: 'Сохранённые карты', kk: 'Сақталған карталар' },
  cardsNav: { en: 'Cards', ru: 'Карты', kk: 'Карталар' },
  storeNav: { en: 'Shop', ru: 'Магазин', kk: 'Дүкен' },
  language: { en: 'Language', ru: 'Язык', kk: 'Тіл' },
  foot: {
    en: 'A demo shop. Nothing is sold here, and no real money moves.',
    ru: 'Демонстрационный магазин. Здесь ничего не продаётся, и деньги не настоящие.',
    kk: 'Көрсетілім дүкені. Мұнда ештеңе сатылмайды, ақша да нақты емес.',
  },

  catalogueTitle: { en: 'Things from the steppe', ru: 'Вещи из степи', kk: 'Дала бұйымдары' },
  catalogueLead: {
    en: 'Choose something. The bank’s page asks for a card and brings you back here.',
    ru: 'Выберите что-нибудь. Страница банка спросит карту и вернёт вас сюда.',
    kk: 'Бір зат таңдаңыз. Банк беті картаны сұрап, сізді осында қайтарады.',
  },
  pieces: { en: 'Pieces', ru: 'Штук', kk: 'Дана' },
  pcs: { en: 'pcs', ru: 'шт.', kk: 'дана' },
  buy: { en: 'Buy', ru: 'Купить', kk: 'Сатып алу' },
  buyThis: { en: 'Buy {product}', ru: 'Купить: {product}', kk: 'Сатып алу: {product}' },
  reserve: { en: 'Reserve', ru: 'Забронировать', kk: 'Брондау' },
  reserveThis: { en: 'Reserve {product}', ru: 'Забронировать: {product}', kk: 'Брондау: {product}' },
  buyHint: {
    en: 'Buy takes the money at once. Reserve holds it on the card until the shop takes or frees it.',
    ru: '«Купить» списывает деньги сразу. «Забронировать» удерживает их на карте, пока магазин не спишет или не освободит их.',
    kk: '«Сатып алу» ақшаны бірден алады. «Брондау» оны картада ұстап тұрады: дүкен кейін алады немесе босатады.',
  },
  subscribe: { en: 'Subscribe', ru: 'Подписаться', kk: 'Жазылу' },
  perMonth: { en: '{price} a month', ru: '{price} в месяц', kk: 'айына {price}' },

  paid: { en: 'Paid', ru: 'Оплачен', kk: 'Төленді' },
  held: { en: 'Reserved', ru: 'Забронирован', kk: 'Брондалды' },
  partlyRefunded: { en: 'Refunded in part', ru: 'Возвращён частично', kk: 'Ішінара қайтарылды' },
  givenBack: { en: 'Money returned', ru: 'Деньги возвращены', kk: 'Ақша қайтарылды' },
  notPaid: { en: 'Not paid', ru: 'Не оплачен', kk: 'Төленбеді' },
  waiting: { en: 'Waiting', ru: 'Ожидает', kk: 'Күтуде' },
  notOpened: { en: 'Not opened', ru: 'Не открыт', kk: 'Ашылмады' },

  thanks: { en: 'Thank you!', ru: 'Спасибо!', kk: 'Рақмет!' },
  paidText: {
    en: 'Your payment has arrived. We are packing your order.',
    ru: 'Оплата получена. Собираем ваш заказ.',
    kk: 'Төлеміңіз түсті. Тапсырысыңызды жинап жатырмыз.',
  },
  heldText: {
    en: 'The amount is reserved on your card. We take it when we send the parcel.',
    ru: 'Сумма удержана на вашей карте. Мы спишем её, когда отправим посылку.',
    kk: 'Сома картаңызда ұсталып тұр. Сәлемдемені жібергенде аламыз.',
  },
  partlyRefundedTitle: {
    en: 'We have returned a part',
    ru: 'Мы вернули часть денег',
    kk: 'Ақшаның бір бөлігін қайтардық',
  },
  partlyRefundedText: {
    en: 'The rest of your payment stands.',
    ru: 'Остальная часть оплаты в силе.',
    kk: 'Төлемнің қалған бөлігі күшінде.',
  },
  givenBackTitle: {
    en: 'Your money is on its way back',
    ru: 'Деньги возвращаются к вам',
    kk: 'Ақшаңыз қайтарылып жатыр',
  },
  givenBackText: {
    en: 'This payment was cancelled or refunded.',
    ru: 'Эта оплата отменена или возвращена.',
    kk: 'Бұл төлем тоқтатылды немесе қайтарылды.',
  },
  notPaidTitle: { en: 'The payment did not go through', ru: 'Оплата не прошла', kk: 'Төлем өтпеді' },
  noReason: { en: 'The bank gave no reason.', ru: 'Банк не назвал причину.', kk: 'Банк себебін айтқан жоқ.' },
  mismatch: {
    en: 'The bank answered about another order or sum.',
    ru: 'Банк ответил о другом заказе или другой сумме.',
    kk: 'Банк басқа тапсырыс немесе басқа сома туралы жауап берді.',
  },
  waitingTitle: { en: 'We are waiting for the bank', ru: 'Ждём ответа банка', kk: 'Банктің жауабын күтіп отырмыз' },
  waitingText: {
    en: 'This page changes by itself as soon as the bank answers.',
    ru: 'Страница обновится сама, как только банк ответит.',
    kk: 'Банк жауап бергенде бұл бет өзі жаңарады.',
  },
  notOpenedTitle: {
    en: 'This order never reached the bank',
    ru: 'Этот заказ не дошёл до банка',
    kk: 'Бұл тапсырыс банкке жетпеді',
  },
  lookAgain: { en: 'Look again', ru: 'Проверить ещё раз', kk: 'Қайта тексеру' },
  toPaymentPage: { en: 'Back to the payment page', ru: 'Вернуться на страницу оплаты', kk: 'Төлем бетіне оралу' },
  chooseAgain: { en: 'Choose again', ru: 'Выбрать снова', kk: 'Қайта таңдау' },
  toCatalogue: { en: 'To the catalogue', ru: 'В каталог', kk: 'Каталогқа' },
  story: { en: 'What happened at the gateway', ru: 'Что происходило в шлюзе', kk: 'Шлюзде не болғаны' },

  order: { en: 'Order', ru: 'Заказ', kk: 'Тапсырыс' },
  payment: { en: 'Payment', ru: 'Оплата', kk: 'Төлем' },
  goods: { en: 'Goods', ru: 'Товар', kk: 'Тауар' },
  sum: { en: 'Sum', ru: 'Сумма', kk: 'Сома' },
  heldSum: { en: 'Held on the card', ru: 'Удержано на карте', kk: 'Картада ұсталған' },
  takenSum: { en: 'Taken', ru: 'Списано', kk: 'Алынған' },
  refundedSum: { en: 'Returned', ru: 'Возвращено', kk: 'Қайтарылған' },
  card: { en: 'Card', ru: 'Карта', kk: 'Карта' },
  bankCalled: { en: 'Bank called', ru: 'Банк сообщил', kk: 'Банк хабарлады' },
  renewalOf: { en: 'Renewal of', ru: 'Продление заказа', kk: 'Ұзартылған тапсырыс' },

  shopSide: { en: 'The shop’s side', ru: 'Сторона магазина', kk: 'Дүкен жағы' },
  shopSideText: {
    en: 'What the shop’s staff would do in their office.',
    ru: 'То, что делают сотрудники магазина у себя.',
    kk: 'Дүкен қызметкерлері өз жағында жасайтын әрекеттер.',
  },
  captureLabel: { en: 'Sum to take', ru: 'Сколько списать', kk: 'Алынатын сома' },
  refundLabel: { en: 'Sum to return', ru: 'Сколько вернуть', kk: 'Қайтарылатын сома' },
  capture: { en: 'Take the money', ru: 'Списать деньги', kk: 'Ақшаны алу' },
  captureText: {
    en: 'Less than what is held frees the rest.',
    ru: 'Если списать меньше, остальное освободится.',
    kk: 'Аз алынса, қалғаны босайды.',
  },
  refund: { en: 'Return money', ru: 'Вернуть деньги', kk: 'Ақшаны қайтару' },
  refundText: { en: 'All of it or a part.', ru: 'Всё или часть.', kk: 'Бәрін немесе бір бөлігін.' },
  release: { en: 'Free the money', ru: 'Освободить деньги', kk: 'Ақшаны босату' },
  releaseText: {
    en: 'Cancels the reservation as a whole.',
    ru: 'Отменяет бронь целиком.',
    kk: 'Бронды толығымен тоқтатады.',
  },
  undo: { en: 'Cancel the payment', ru: 'Отменить оплату', kk: 'Төлемді тоқтату' },
  undoText: {
    en: 'As if it had never been. Possible for a short time, and not at every bank.',
    ru: 'Как будто её не было. Возможно недолго и не в каждом банке.',
    kk: 'Төлем болмағандай болады. Аз уақыт ішінде ғана және кез келген банкте емес.',
  },
  decline: { en: 'Close the order', ru: 'Закрыть заказ', kk: 'Тапсырысты жабу' },
  declineText: {
    en: 'It cannot be paid any more.',
    ru: 'Оплатить его будет уже нельзя.',
    kk: 'Оны енді төлеу мүмкін болмайды.',
  },
  renew: { en: 'Charge the next month', ru: 'Списать за следующий месяц', kk: 'Келесі айға ақы алу' },
  renewText: {
    en: 'With the stored card, without the customer.',
    ru: 'С сохранённой карты, без покупателя.',
    kk: 'Сақталған картадан, сатып алушысыз.',
  },
  endSubscription: { en: 'End the subscription', ru: 'Прекратить подписку', kk: 'Жазылымды тоқтату' },
  endSubscriptionText: {
    en: 'The shop charges nothing more.',
    ru: 'Магазин больше ничего не спишет.',
    kk: 'Дүкен бұдан былай ақы алмайды.',
  },
  subscriptionEnded: { en: 'The subscription has ended.', ru: 'Подписка прекращена.', kk: 'Жазылым тоқтатылды.' },
  refused: { en: 'The bank refused: {reason}', ru: 'Банк отказал: {reason}', kk: 'Банк қабылдамады: {reason}' },
  unreached: {
    en: 'The gateway did not answer. Look at the order before you try again.',
    ru: 'Шлюз не ответил. Посмотрите на заказ, прежде чем повторять.',
    kk: 'Шлюз жауап бермеді. Қайталамас бұрын тапсырысты қараңыз.',
  },
  badAmount: {
    en: 'Enter an amount such as 1290.50.',
    ru: 'Введите сумму, например 1290,50.',
    kk: 'Соманы жазыңыз, мысалы 1290,50.',
  },

  ordersUnsure: {
    en: 'The gateway cannot be reached just now: what is still waiting may have changed.',
    ru: 'Шлюз сейчас недоступен: то, что ещё ожидает, могло измениться.',
    kk: 'Шлюз қазір қолжетімсіз: күтудегі тапсырыстар өзгеруі мүмкін.',
  },
  mostAsked: {
    en: 'The gateway is asked about the newest {count} orders. Older ones stay as they were last known.',
    ru: 'Шлюз спрашивают только о {count} новых заказах. Более старые показаны такими, какими были известны.',
    kk: 'Шлюзден ең жаңа {count} тапсырыс қана сұралады. Ескілері соңғы белгілі күйінде көрсетіледі.',
  },
  noOrders: {
    en: 'Nobody has bought anything yet.',
    ru: 'Пока никто ничего не купил.',
    kk: 'Әзірге ешкім ештеңе сатып алған жоқ.',
  },
  beFirst: { en: 'Be the first.', ru: 'Будьте первым.', kk: 'Бірінші болыңыз.' },
  pagesOfOrders: { en: 'Pages of orders', ru: 'Страницы заказов', kk: 'Тапсырыс беттері' },
  newer: { en: 'Newer', ru: 'Новее', kk: 'Жаңалары' },
  older: { en: 'Older', ru: 'Старее', kk: 'Ескілері' },
  pageOf: { en: 'Page {number} of {count}', ru: 'Страница {number} из {count}', kk: '{number}-бет, барлығы {count}' },

  cardsLead: {
    en: 'A card is stored when the customer ticks “Save this card” on the payment page, or subscribes. The shop has a name for it, never its number.',
    ru: 'Карта сохраняется, когда покупатель отмечает «Сохранить карту» на странице оплаты или оформляет подписку. Магазин знает её имя, но не номер.',
    kk: 'Карта сатып алушы төлем бетінде «Картаны сақтау» деп белгілегенде немесе жазылғанда сақталады. Дүкен картаның нөмірін емес, атауын ғана біледі.',
  },
  noCards: { en: 'No card is stored.', ru: 'Сохранённых карт нет.', kk: 'Сақталған карта жоқ.' },
  validThru: { en: 'until {date}', ru: 'до {date}', kk: '{date} дейін' },
  forSubscription: { en: 'for a subscription', ru: 'для подписки', kk: 'жазылым үшін' },
  removeCard: { en: 'Remove', ru: 'Удалить', kk: 'Жою' },
  removeThisCard: { en: 'Remove the card {card}', ru: 'Удалить карту {card}', kk: '{card} картасын жою' },
  cardRemoved: { en: 'The card was removed.', ru: 'Карта удалена.', kk: 'Карта жойылды.' },

  refusedTitle: {
    en: 'The bank did not open this payment',
    ru: 'Банк не открыл эту оплату',
    kk: 'Банк бұл төлемді ашпады',
  },
  unreachedTitle: {
    en: 'The gateway cannot be reached',
    ru: 'Шлюз недоступен',
    kk: 'Шлюз қолжетімсіз',
  },
  nothingLost: {
    en: 'Nothing is lost: try again in a moment.',
    ru: 'Ничего не потеряно: попробуйте ещё раз чуть позже.',
    kk: 'Ештеңе жоғалған жоқ: сәлден соң қайталап көріңіз.',
  },
  tooLarge: { en: 'This form is too large', ru: 'Форма слишком большая', kk: 'Форма тым үлкен' },
  noSuchPage: { en: 'There is no such page', ru: 'Такой страницы нет', kk: 'Мұндай бет жоқ' },
} as const satisfies Readonly<Record<string, Wording>>;

/** The callbacks of the bank in plain words, by operation and status. */
const callWords: Readonly<Record<string, Wording>> = {
  'approved 1': { en: 'money held', ru: 'деньги удержаны', kk: 'ақша ұсталды' },
  'approved 0': { en: 'hold refused', ru: 'удержание отклонено', kk: 'ақша ұсталмады' },
  'deposited 1': { en: 'money taken', ru: 'деньги списаны', kk: 'ақша алынды' },
  'deposited 0': { en: 'payment refused', ru: 'оплата отклонена', kk: 'төлем қабылданбады' },
  'reversed 1': { en: 'payment cancelled', ru: 'оплата отменена', kk: 'төлем тоқтатылды' },
  'refunded 1': { en: 'money returned', ru: 'деньги возвращены', kk: 'ақша қайтарылды' },
  'declinedByTimeout 0': { en: 'time ran out', ru: 'время вышло', kk: 'уақыт бітті' },
  'bindingCreated 1': { en: 'card stored', ru: 'карта сохранена', kk: 'карта сақталды' },
};

/** A callback in words; one without words keeps its names. */
export const callText = (operation: string, isSuccessful: boolean, language: ShopLanguage): string =>
  callWords[`${operation} ${isSuccessful ? 1 : 0}`]?.[language] ?? `${operation}, status=${isSuccessful ? 1 : 0}`;

export type ShopTexts = { readonly [Key in keyof typeof rows]: string };

const textsIn = (language: ShopLanguage): ShopTexts =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row[language]])) as ShopTexts;

export const shopTexts: Readonly<Record<ShopLanguage, ShopTexts>> = {
  en: textsIn('en'),
  ru: textsIn('ru'),
  kk: textsIn('kk'),
};

/** Puts values into the braces of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
