import { byLanguage } from './page-texts.ts';

/** The page of an address where nothing is. */
export const addressTexts = byLanguage({
  nothing: {
    en: 'Nothing is at this address',
    ru: 'По этому адресу ничего нет',
    kk: 'Бұл мекенжайда ештеңе жоқ',
  },
  otherMethod: {
    en: 'This address takes another method',
    ru: 'Этот адрес принимает другой метод',
    kk: 'Бұл мекенжай басқа әдісті қабылдайды',
  },
  lead: {
    en: 'tillbox imitates the card payment gateway of {bank} here.',
    ru: 'Здесь tillbox имитирует платёжный шлюз: {bank}.',
    kk: 'Мұнда tillbox төлем шлюзіне еліктейді: {bank}.',
  },
  requested: { en: 'Requested', ru: 'Запрошено', kk: 'Сұралған мекенжай' },
  meant: { en: 'Did you mean', ru: 'Возможно, нужно', kk: 'Бәлкім, іздегеніңіз' },
  takes: { en: 'Allowed', ru: 'Допустимо', kk: 'Рұқсат етілген' },
  start: { en: 'Start page', ru: 'Начальная страница', kk: 'Бастапқы бет' },
});

/** The start page. Words in braces are filled in. */
export const startTexts = byLanguage({
  title: {
    en: 'tillbox imitates the card payment gateway of {bank}',
    ru: 'tillbox имитирует платёжный шлюз: {bank}',
    kk: 'tillbox төлем шлюзіне еліктейді: {bank}',
  },
  lead: { en: 'No money moves here.', ru: 'Настоящих денег здесь нет.', kk: 'Мұнда нақты ақша жоқ.' },
  merchantApi: { en: 'Merchant API', ru: 'API магазина', kk: 'Дүкен API-і' },
  login: { en: 'Login', ru: 'Логин', kk: 'Логин' },
  loginsAsSet: {
    en: 'as set in MERCHANTS',
    ru: 'как задано в MERCHANTS',
    kk: 'MERCHANTS айнымалысында берілген',
  },
  controlApi: { en: 'Control API', ru: 'API управления', kk: 'Басқару API-і' },
  controlWithToken: {
    en: 'with the header Authorization: Bearer <CONTROL_TOKEN>',
    ru: 'с заголовком Authorization: Bearer <CONTROL_TOKEN>',
    kk: 'Authorization: Bearer <CONTROL_TOKEN> тақырыбымен',
  },
  controlOff: {
    en: 'off, because other machines reach it; CONTROL_TOKEN= switches it on',
    ru: 'выключен, потому что доступен другим машинам; включается через CONTROL_TOKEN=',
    kk: 'өшірулі, себебі оған басқа машиналар қол жеткізе алады; CONTROL_TOKEN= арқылы қосылады',
  },
  reference: { en: 'OpenAPI', ru: 'OpenAPI', kk: 'OpenAPI' },
  merchantReference: { en: 'merchant API', ru: 'API магазина', kk: 'дүкен API-і' },
  controlReference: { en: 'control API', ru: 'API управления', kk: 'басқару API-і' },
  shop: { en: 'Demo shop', ru: 'Демо-магазин', kk: 'Демо-дүкен' },
  firstOrder: {
    en: 'Register a first order',
    ru: 'Зарегистрируйте первый заказ',
    kk: 'Алғашқы тапсырысты тіркеңіз',
  },
  thenPay: {
    en: 'Then open the formUrl of the answer and pay: card 5555 5555 5555 5599, 12/34, 123, code 123456.',
    ru: 'Затем откройте formUrl из ответа и оплатите: карта 5555 5555 5555 5599, 12/34, 123, код 123456.',
    kk: 'Содан кейін жауаптағы formUrl мекенжайын ашып төлеңіз: карта 5555 5555 5555 5599, 12/34, 123, код 123456.',
  },
});
