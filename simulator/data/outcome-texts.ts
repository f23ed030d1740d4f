import type { PageLanguage } from '../domain/page-language.ts';
import { byLanguage } from './page-texts.ts';

/** What each outcome without a scenario file does, for the list of the sandbox panel. */
export const outcomeTexts: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>> = byLanguage({
  approve: {
    en: 'The bank approves the payment.',
    ru: 'Банк одобряет платёж.',
    kk: 'Банк төлемді мақұлдайды.',
  },
  frictionless: {
    en: 'The issuer recognises the payer and asks nothing; the payment is approved.',
    ru: 'Эмитент узнаёт покупателя и ничего не спрашивает; платёж одобрен.',
    kk: 'Эмитент сатып алушыны таниды да, ештеңе сұрамайды; төлем мақұлданады.',
  },
  attempt: {
    en: 'The issuer takes no part in 3-D Secure, and that counts as tried; the payment is approved.',
    ru: 'Эмитент не участвует в 3-D Secure, засчитывается попытка; платёж одобрен.',
    kk: 'Эмитент 3-D Secure-ге қатыспайды, талпыныс есептеледі; төлем мақұлданады.',
  },
  challenge: {
    en: "The issuer's page asks for a code, and the payment ends as you answer there.",
    ru: 'Страница эмитента спрашивает код, и платёж закончится так, как вы там ответите.',
    kk: 'Эмитент беті код сұрайды, төлем сол жердегі жауабыңызға қарай аяқталады.',
  },
  'challenge-passed': {
    en: "The issuer's page opens; whatever you type there, the bank approves.",
    ru: 'Открывается страница эмитента; что бы вы ни ввели, банк одобрит.',
    kk: 'Эмитент беті ашылады; қандай код енгізсеңіз де, банк мақұлдайды.',
  },
  'challenge-failed': {
    en: "The issuer's page opens; whatever you type there, 3-D Secure fails.",
    ru: 'Открывается страница эмитента; что бы вы ни ввели, 3-D Secure не пройдёт.',
    kk: 'Эмитент беті ашылады; қандай код енгізсеңіз де, 3-D Secure сәтсіз аяқталады.',
  },
  'challenge-cancelled': {
    en: "The issuer's page opens, and the challenge counts as cancelled by the payer.",
    ru: 'Открывается страница эмитента, и подтверждение считается отменённым покупателем.',
    kk: 'Эмитент беті ашылады, растаудан сатып алушы бас тартқан болып саналады.',
  },
  'challenge-timed-out': {
    en: "The issuer's page opens, and the time for the code counts as over.",
    ru: 'Открывается страница эмитента, и время на ввод кода считается вышедшим.',
    kk: 'Эмитент беті ашылады, код енгізу уақыты бітті деп саналады.',
  },
  'challenge-abandoned': {
    en: "The payer never comes back from the issuer's page, until the order expires.",
    ru: 'Покупатель не возвращается со страницы эмитента, пока не истечёт срок заказа.',
    kk: 'Тапсырыс мерзімі өткенше сатып алушы эмитент бетінен оралмайды.',
  },
  'three-ds-unavailable': {
    en: '3-D Secure cannot be reached, so the payment fails before the bank is asked.',
    ru: '3-D Secure недоступен, и платёж не проходит ещё до обращения в банк.',
    kk: '3-D Secure қолжетімсіз, сондықтан төлем банкке жүгінбей-ақ өтпейді.',
  },
  'soft-decline': {
    en: 'The bank refuses without 3-D Secure; the next attempt must have it.',
    ru: 'Банк отказывает в оплате без 3-D Secure; следующая попытка должна быть с ним.',
    kk: 'Банк 3-D Secure-сіз төлемнен бас тартады; келесі талпыныс сонымен болуы керек.',
  },
});

/** The list of the sandbox panel. Words in braces are filled in. */
export const sandboxListTexts = byLanguage({
  title: { en: 'What can happen', ru: 'Что может произойти', kk: 'Не болуы мүмкін' },
  lead: {
    en: 'Choose what the bank answers to the next payment of this order.',
    ru: 'Выберите, что банк ответит на следующую оплату этого заказа.',
    kk: 'Осы тапсырыстың келесі төлеміне банк не деп жауап беретінін таңдаңыз.',
  },
  search: { en: 'Search cards and answers', ru: 'Поиск по картам и ответам', kk: 'Карталар мен жауаптардан іздеу' },
  nothingFound: { en: 'Nothing found.', ru: 'Ничего не найдено.', kk: 'Ештеңе табылмады.' },
  favourites: { en: 'Favourites', ru: 'Избранное', kk: 'Таңдаулылар' },
  star: { en: 'Favourite: {name}', ru: 'В избранное: {name}', kk: 'Таңдаулыға: {name}' },
  payerReads: {
    en: 'The payer reads: “{message}”',
    ru: 'Покупатель увидит: «{message}»',
    kk: 'Сатып алушы көреді: «{message}»',
  },
  unavailable: {
    en: 'The list cannot be loaded now.',
    ru: 'Сейчас список не загрузить.',
    kk: 'Тізімді қазір жүктеу мүмкін емес.',
  },
  loading: { en: 'Loading…', ru: 'Загрузка…', kk: 'Жүктелуде…' },
  back: { en: 'Back to the payment', ru: 'Вернуться к оплате', kk: 'Төлемге оралу' },
});
