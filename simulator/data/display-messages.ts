import type { Language } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import { type ActionCodeGroup, actionCodeRow } from './action-codes.ts';
import { textIn } from './page-languages.ts';

type Texts = Readonly<Record<Language, string>>;

const silent: Texts = { en: '', ru: '', kk: '' };

/** Also for lost, stolen, blocked and suspected cards, because the page must not show which. */
const declinedByBank: Texts = {
  en: 'Your bank declined the payment. Try another card or contact your bank.',
  ru: 'Ваш банк отклонил платёж. Попробуйте другую карту или обратитесь в свой банк.',
  kk: 'Банкіңіз төлемді қабылдамады. Басқа картаны қолданып көріңіз немесе банкіңізге хабарласыңыз.',
};

const contactShop: Texts = {
  en: 'The shop cannot take this payment. Please contact the shop.',
  ru: 'Магазин не может принять этот платёж. Обратитесь, пожалуйста, в магазин.',
  kk: 'Дүкен бұл төлемді қабылдай алмайды. Дүкенге хабарласыңыз.',
};

const resultUnknown: Texts = {
  en: 'We do not know yet whether the payment went through. Before you pay again, check your bank app or ask the shop.',
  ru: 'Пока неизвестно, прошёл ли платёж. Прежде чем платить снова, проверьте приложение банка или спросите в магазине.',
  kk: 'Төлемнің өткені әзірге белгісіз. Қайта төлемес бұрын банк қосымшасын тексеріңіз немесе дүкеннен сұраңыз.',
};

const byGroup: Readonly<Record<ActionCodeGroup, Texts>> = {
  approved: silent,
  'issuer-decline': declinedByBank,
  fraud: declinedByBank,
  'merchant-config': contactShop,
  unknown: resultUnknown,
  '3ds': {
    en: 'Your bank could not confirm that it is you who pays. Try again or use another card.',
    ru: 'Ваш банк не смог подтвердить, что платите именно вы. Попробуйте ещё раз или возьмите другую карту.',
    kk: 'Банкіңіз төлеп отырған өзіңіз екеніңізді растай алмады. Қайталап көріңіз немесе басқа картаны қолданыңыз.',
  },
  limits: {
    en: 'A limit does not allow this payment. Check the limits in your bank app or use another card.',
    ru: 'Платёж не проходит по лимиту. Проверьте лимиты в приложении банка или возьмите другую карту.',
    kk: 'Лимит бұл төлемге жол бермейді. Банк қосымшасындағы лимиттерді тексеріңіз немесе басқа картаны қолданыңыз.',
  },
  'card-data': {
    en: 'Check the card number, expiry date and security code, and try again.',
    ru: 'Проверьте номер карты, срок действия и код безопасности и попробуйте ещё раз.',
    kk: 'Картаның нөмірін, жарамдылық мерзімін және қауіпсіздік кодын тексеріп, қайталап көріңіз.',
  },
  technical: {
    en: 'The payment did not go through for a technical reason. Try again in a few minutes.',
    ru: 'Платёж не прошёл по технической причине. Попробуйте ещё раз через несколько минут.',
    kk: 'Төлем техникалық себеппен өтпеді. Бірнеше минуттан кейін қайталап көріңіз.',
  },
  state: {
    en: 'The payment was not completed. Go back to the shop and try again.',
    ru: 'Платёж не завершён. Вернитесь в магазин и попробуйте ещё раз.',
    kk: 'Төлем аяқталмады. Дүкенге оралып, қайталап көріңіз.',
  },
};

/** Codes with a more precise message than that of their group. */
const byCode: readonly (Texts & { readonly codes: readonly number[] })[] = [
  { codes: [-100, -9000], ...silent },
  { codes: [-1, 998, 151019], ...resultUnknown },
  {
    codes: [116, 20, 915],
    en: 'Not enough money on the card. Top it up or use another card.',
    ru: 'На карте недостаточно денег. Пополните её или возьмите другую карту.',
    kk: 'Картада ақша жеткіліксіз. Картаны толықтырыңыз немесе басқа картаны қолданыңыз.',
  },
  {
    codes: [101, 906],
    en: 'The card has expired. Use another card.',
    ru: 'Срок действия карты истёк. Возьмите другую карту.',
    kk: 'Картаның жарамдылық мерзімі өтіп кеткен. Басқа картаны қолданыңыз.',
  },
  {
    codes: [73, 861],
    en: 'The expiry date is not right. Check it on the card and try again.',
    ru: 'Срок действия указан неверно. Сверьте его с картой и попробуйте ещё раз.',
    kk: 'Жарамдылық мерзімі қате көрсетілген. Картадан тексеріп, қайталап көріңіз.',
  },
  {
    codes: [82, 871],
    en: 'The security code (CVC) is not right. Check it on the card and try again.',
    ru: 'Код безопасности (CVC) указан неверно. Сверьте его с картой и попробуйте ещё раз.',
    kk: 'Қауіпсіздік коды (CVC) қате көрсетілген. Картадан тексеріп, қайталап көріңіз.',
  },
  {
    codes: [111, 125, 78],
    en: 'The card number is not right. Check it and try again.',
    ru: 'Номер карты указан неверно. Проверьте его и попробуйте ещё раз.',
    kk: 'Карта нөмірі қате көрсетілген. Тексеріп, қайталап көріңіз.',
  },
  {
    codes: [905, 320],
    en: 'This card cannot be used. Use another card or ask your bank.',
    ru: 'Этой картой оплатить нельзя. Возьмите другую карту или спросите в своём банке.',
    kk: 'Бұл картамен төлеуге болмайды. Басқа картаны қолданыңыз немесе банкіңізден сұраңыз.',
  },
  {
    codes: [-301],
    en: 'The wallet payment did not go through. Try again or type in a card.',
    ru: 'Платёж через кошелёк не прошёл. Попробуйте ещё раз или введите данные карты.',
    kk: 'Әмиян арқылы төлем өтпеді. Қайталап көріңіз немесе карта деректерін енгізіңіз.',
  },
  {
    codes: [555],
    en: 'Your bank does not allow online payments with this card. Allow them in your bank app or use another card.',
    ru: 'Ваш банк не разрешает платить этой картой в интернете. Включите такие платежи в приложении или возьмите другую карту.',
    kk: 'Банкіңіз бұл картамен интернетте төлеуге рұқсат бермейді. Банк қосымшасында рұқсат беріңіз немесе басқа картаны қолданыңыз.',
  },
  {
    codes: [1434],
    en: 'Your bank wants you to confirm this payment (3-D Secure). Try again and follow its steps.',
    ru: 'Ваш банк просит подтвердить этот платёж (3-D Secure). Попробуйте ещё раз и следуйте его указаниям.',
    kk: 'Банкіңіз бұл төлемді растауыңызды сұрайды (3-D Secure). Қайталап көріп, банк нұсқауларын орындаңыз.',
  },
  {
    codes: [-2025, -2026, -2006, -2017, 341016, 341019],
    en: 'The payment was not confirmed with your bank (3-D Secure). Try again or use another card.',
    ru: 'Платёж не подтверждён в вашем банке (3-D Secure). Попробуйте ещё раз или возьмите другую карту.',
    kk: 'Төлем банкіңізде расталмады (3-D Secure). Қайталап көріңіз немесе басқа картаны қолданыңыз.',
  },
  {
    codes: [341018],
    en: 'You cancelled the confirmation. Try again if you still want to pay.',
    ru: 'Вы отменили подтверждение. Попробуйте ещё раз, если всё же хотите заплатить.',
    kk: 'Сіз растаудан бас тарттыңыз. Төлегіңіз келсе, қайталап көріңіз.',
  },
  {
    codes: [341023, -2009],
    en: 'The payment was not confirmed in time. Try again and keep your phone at hand.',
    ru: 'Платёж не подтвердили вовремя. Попробуйте ещё раз и держите телефон под рукой.',
    kk: 'Төлем уақытында расталмады. Қайталап көріңіз, телефоныңыз қолыңызда болсын.',
  },
  {
    codes: [-2018, 151017, 341022],
    en: 'Your bank’s confirmation service did not answer. Try again in a few minutes or use another card.',
    ru: 'Служба подтверждения вашего банка не ответила. Попробуйте через несколько минут или возьмите другую карту.',
    kk: 'Банкіңіздің растау қызметі жауап бермеді. Бірнеше минуттан кейін қайталаңыз немесе басқа картаны қолданыңыз.',
  },
  { codes: [110, 2005, 2014], ...contactShop },
  {
    codes: [-2002],
    en: 'The amount is more than the shop can take. Please contact the shop.',
    ru: 'Сумма больше, чем может принять магазин. Обратитесь, пожалуйста, в магазин.',
    kk: 'Сома дүкен қабылдай алатын шектен асады. Дүкенге хабарласыңыз.',
  },
  {
    codes: [1112, 1113, 1114, 1116, 1117, 1118],
    en: 'Too many tries. Wait a while or use another card.',
    ru: 'Слишком много попыток. Подождите немного или возьмите другую карту.',
    kk: 'Талпыныс тым көп болды. Біраз күтіңіз немесе басқа картаны қолданыңыз.',
  },
  {
    codes: [-2013, 1115],
    en: 'No tries are left for this order. Go back to the shop and order again.',
    ru: 'Попыток оплатить этот заказ больше нет. Вернитесь в магазин и оформите заказ заново.',
    kk: 'Бұл тапсырысты төлеу талпыныстары таусылды. Дүкенге оралып, қайта тапсырыс беріңіз.',
  },
  {
    codes: [-2007, -2014, 1001],
    en: 'The time to pay is over. Go back to the shop and order again.',
    ru: 'Время на оплату истекло. Вернитесь в магазин и оформите заказ заново.',
    kk: 'Төлеу уақыты өтіп кетті. Дүкенге оралып, қайта тапсырыс беріңіз.',
  },
  {
    codes: [-30001, -2027, 1004, 1005, 2008],
    en: 'The payment is still being processed. Please wait, and do not pay a second time.',
    ru: 'Платёж ещё обрабатывается. Подождите, пожалуйста, и не платите второй раз.',
    kk: 'Төлем әлі өңделіп жатыр. Күте тұрыңыз, екінші рет төлемеңіз.',
  },
  {
    codes: [10, -102],
    en: 'The payment was cancelled. Go back to the shop if you still want to pay.',
    ru: 'Платёж отменён. Вернитесь в магазин, если всё же хотите заплатить.',
    kk: 'Төлем тоқтатылды. Төлегіңіз келсе, дүкенге оралыңыз.',
  },
  {
    codes: [4005, 2012],
    en: 'The shop cancelled this order. Please contact the shop.',
    ru: 'Магазин отменил этот заказ. Обратитесь, пожалуйста, в магазин.',
    kk: 'Дүкен бұл тапсырысты жойды. Дүкенге хабарласыңыз.',
  },
  {
    codes: [2007, 8204],
    en: 'This order is already there: do not pay again, ask the shop.',
    ru: 'Такой заказ уже есть: не платите повторно, спросите в магазине.',
    kk: 'Мұндай тапсырыс бар: қайта төлемеңіз, дүкеннен сұраңыз.',
  },
];

/**
 * The payer's message after an attempt: what happened, as far as a stranger may know it, and what to do next. Empty if
 * nothing failed; a code without a row reads as a decline by the bank. Own wording.
 */
export const displayMessage = (code: number, language: PageLanguage): string => {
  const texts =
    byCode.find(({ codes }) => codes.includes(code)) ?? byGroup[actionCodeRow(code)?.group ?? 'issuer-decline'];
  return textIn(texts, language);
};
