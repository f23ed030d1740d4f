import type { Language } from '../domain/order.ts';

/** Labels of the sandbox panel: its test cards, and the outcomes that need no file. The English ones are those of their tables. */
// biome-ignore format: one line per row
export const panelLabels: readonly Readonly<Record<Language, string>>[] = [
  { en: 'Challenge, then approved', ru: 'Подтверждение, затем одобрена', kk: 'Растау, содан кейін мақұлдау' },
  { en: 'Frictionless, approved', ru: 'Без подтверждения, одобрена', kk: 'Растаусыз мақұлдау' },
  { en: 'Challenge that fails', ru: 'Подтверждение не пройдено', kk: 'Растау сәтсіз аяқталады' },
  { en: '3-D Secure attempt, approved', ru: 'Попытка 3-D Secure, одобрена', kk: '3-D Secure талпынысы, мақұлдау' },
  { en: 'No 3-D Secure, approved', ru: 'Без 3-D Secure, одобрена', kk: '3-D Secure-сіз мақұлдау' },
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
export const panelLabel = (english: string, language: Language): string =>
  panelLabels.find(({ en }) => en === english)?.[language] ?? english;
