import type { Language } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import { textIn } from './page-languages.ts';

/** Labels of test cards, and of the outcomes that need no file. The English ones are those of their tables. */
// biome-ignore format: one line per row
export const panelLabels: readonly Readonly<Record<Language, string>>[] = [
  { en: 'Challenge, then approved', ru: 'Подтверждение, затем одобрена', kk: 'Растау, содан кейін мақұлдау' },
  { en: 'Frictionless, approved', ru: 'Без подтверждения, одобрена', kk: 'Растаусыз мақұлдау' },
  { en: 'Challenge that fails', ru: 'Подтверждение не пройдено', kk: 'Растау сәтсіз аяқталады' },
  { en: '3-D Secure attempt, approved', ru: 'Попытка 3-D Secure, одобрена', kk: '3-D Secure талпынысы, мақұлдау' },
  { en: 'No 3-D Secure, approved', ru: 'Без 3-D Secure, одобрена', kk: '3-D Secure-сіз мақұлдау' },
  { en: 'Challenge (Bereke), approved', ru: 'Подтверждение (Bereke), одобрена', kk: 'Растау (Bereke), мақұлдау' },
  { en: 'Challenge (JCC), approved', ru: 'Подтверждение (JCC), одобрена', kk: 'Растау (JCC), мақұлдау' },
  { en: 'No 3-D Secure (Sber), approved', ru: 'Без 3-D Secure (Sber), одобрена', kk: '3-D Secure-сіз (Sber), мақұлдау' },
  { en: 'Challenge, Mir card (Sber), approved', ru: 'Подтверждение, карта «Мир» (Sber), одобрена', kk: 'Растау, «Мир» картасы (Sber), мақұлдау' },
  { en: 'Challenge (Sber), approved', ru: 'Подтверждение (Sber), одобрена', kk: 'Растау (Sber), мақұлдау' },
  { en: 'Challenge (Sber, second card), approved', ru: 'Подтверждение (Sber, вторая карта), одобрена', kk: 'Растау (Sber, екінші карта), мақұлдау' },
  { en: 'Challenge (legacy UCS), approved', ru: 'Подтверждение (UCS, старая), одобрена', kk: 'Растау (UCS, ескі), мақұлдау' },
  { en: 'SATIM: valid card', ru: 'SATIM: действующая карта', kk: 'SATIM: жарамды карта' },
  { en: 'SATIM: valid credit card', ru: 'SATIM: действующая кредитная карта', kk: 'SATIM: жарамды несие картасы' },
  { en: 'SATIM: temporarily blocked', ru: 'SATIM: временно заблокирована', kk: 'SATIM: уақытша бұғатталған' },
  { en: 'SATIM: lost', ru: 'SATIM: утеряна', kk: 'SATIM: жоғалған' },
  { en: 'SATIM: stolen', ru: 'SATIM: украдена', kk: 'SATIM: ұрланған' },
  { en: 'SATIM: wrong expiry date', ru: 'SATIM: неверный срок действия', kk: 'SATIM: мерзімі қате' },
  { en: "SATIM: not on the issuer's server", ru: 'SATIM: нет на сервере эмитента', kk: 'SATIM: эмитент серверінде жоқ' },
  { en: 'SATIM: limit of the card exceeded', ru: 'SATIM: превышен лимит карты', kk: 'SATIM: карта лимиті асқан' },
  { en: 'SATIM: no balance', ru: 'SATIM: нет денег', kk: 'SATIM: ақшасы жоқ' },
  { en: 'SATIM: wrong CVV2', ru: 'SATIM: неверный CVV2', kk: 'SATIM: CVV2 қате' },
  { en: 'SATIM: passwords used up after 666666 three times', ru: 'SATIM: пароли исчерпаны после трёх раз 666666', kk: 'SATIM: 666666 үш рет енгізілсе, құпиясөздер таусылады' },
  { en: 'SATIM: not authorised online', ru: 'SATIM: не разрешена в интернете', kk: 'SATIM: интернетте рұқсат етілмеген' },
  { en: 'SATIM: not active online', ru: 'SATIM: не подключена к интернету', kk: 'SATIM: интернетке қосылмаған' },
  { en: 'SATIM: limit of the terminal or amount', ru: 'SATIM: лимит терминала или суммы', kk: 'SATIM: терминал немесе сома лимиті' },
  { en: 'SATIM: expired card', ru: 'SATIM: срок карты истёк', kk: 'SATIM: картаның мерзімі өткен' },
  { en: 'Maestro, 18 digits (legacy UCS), approved', ru: 'Maestro, 18 цифр (UCS, старая), одобрена', kk: 'Maestro, 18 цифр (UCS, ескі), мақұлдау' },
  { en: 'Blocked by limit (legacy UCS)', ru: 'Заблокирована лимитом (UCS, старая)', kk: 'Лимитпен бұғатталған (UCS, ескі)' },
  { en: 'Issuer could not authenticate (legacy UCS)', ru: 'Эмитент не смог аутентифицировать (UCS, старая)', kk: 'Эмитент растай алмады (UCS, ескі)' },
  { en: 'Message format error (legacy UCS)', ru: 'Ошибка формата сообщения (UCS, старая)', kk: 'Хабарлама пішімінің қатесі (UCS, ескі)' },
  { en: 'Refused by the network (legacy UCS)', ru: 'Отказ платёжной системы (UCS, старая)', kk: 'Төлем жүйесі қабылдамады (UCS, ескі)' },
  { en: '3-D Secure communication error (legacy UCS)', ru: 'Ошибка связи 3-D Secure (UCS, старая)', kk: '3-D Secure байланыс қатесі (UCS, ескі)' },
  { en: 'Not enough money', ru: 'Недостаточно средств', kk: 'Қаражат жеткіліксіз' },
  { en: 'Card expired', ru: 'Срок карты истёк', kk: 'Картаның мерзімі өткен' },
  { en: 'Not allowed by the issuer', ru: 'Не разрешено эмитентом', kk: 'Эмитент рұқсат бермейді' },
  { en: 'Over the limit', ru: 'Превышен лимит', kk: 'Лимиттен асып кетті' },
  { en: 'Approve', ru: 'Одобрить', kk: 'Мақұлдау' },
  { en: '3-D Secure without a challenge', ru: '3-D Secure без подтверждения', kk: 'Растаусыз 3-D Secure' },
  { en: '3-D Secure attempt', ru: 'Попытка 3-D Secure', kk: '3-D Secure талпынысы' },
  { en: 'Challenge: as the payer answers', ru: 'Подтверждение: как ответит покупатель', kk: 'Растау: сатып алушы қалай жауап берсе' },
  { en: 'Challenge: passed', ru: 'Подтверждение: пройдено', kk: 'Растау: сәтті' },
  { en: 'Challenge: failed', ru: 'Подтверждение: не пройдено', kk: 'Растау: сәтсіз' },
  { en: 'Challenge: cancelled', ru: 'Подтверждение: отменено', kk: 'Растау: бас тартылды' },
  { en: 'Challenge: timed out', ru: 'Подтверждение: время вышло', kk: 'Растау: уақыты бітті' },
  { en: 'Challenge: the payer never comes back', ru: 'Подтверждение: покупатель не вернулся', kk: 'Растау: сатып алушы оралмайды' },
  { en: '3-D Secure cannot be reached', ru: '3-D Secure недоступен', kk: '3-D Secure қолжетімсіз' },
  { en: 'Soft decline: the bank wants 3-D Secure', ru: 'Мягкий отказ: банк требует 3-D Secure', kk: 'Жұмсақ бас тарту: банк 3-D Secure талап етеді' },
  { en: 'Outcomes', ru: 'Исходы', kk: 'Нәтижелер' },
  { en: 'Scenarios', ru: 'Сценарии', kk: 'Сценарийлер' },
  { en: 'Declined by the issuer', ru: 'Отказ эмитента', kk: 'Эмитент бас тартты' },
  { en: 'Declined: card data', ru: 'Отказ: данные карты', kk: 'Бас тарту: карта деректері' },
  { en: 'Declined: limits', ru: 'Отказ: лимиты', kk: 'Бас тарту: лимиттер' },
  { en: 'Declined: fraud', ru: 'Отказ: мошенничество', kk: 'Бас тарту: алаяқтық' },
  { en: 'Declined: 3-D Secure', ru: 'Отказ: 3-D Secure', kk: 'Бас тарту: 3-D Secure' },
  { en: 'Declined: set-up of the merchant', ru: 'Отказ: настройки мерчанта', kk: 'Бас тарту: мерчант баптаулары' },
  { en: 'Declined: technical fault', ru: 'Отказ: технический сбой', kk: 'Бас тарту: техникалық ақау' },
  { en: 'Declined: state of the payment', ru: 'Отказ: состояние платежа', kk: 'Бас тарту: төлем күйі' },
  { en: 'Declined: reason unknown', ru: 'Отказ: причина неизвестна', kk: 'Бас тарту: себебі белгісіз' },
];

/** A label in another language; what has no row, such as the name of a scenario, stays as it is. */
export const panelLabel = (english: string, language: PageLanguage): string => {
  const row = panelLabels.find(({ en }) => en === english);
  return row ? textIn(row, language) : english;
};
