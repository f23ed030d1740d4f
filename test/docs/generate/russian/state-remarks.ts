import type { RussianRow } from './russian-text.ts';

/** The remarks of the provider states. */
// biome-ignore format: one line per row
export const russianStateRemarks: readonly RussianRow[] = [
  ['orderStatus 0, not paid yet', 'orderStatus 0, ещё не оплачен'],
  ['orderStatus 1', 'orderStatus 1'],
  ['orderStatus 2', 'orderStatus 2'],
  ['orderStatus 5', 'orderStatus 5'],
  ['orderStatus 6', 'orderStatus 6'],
  ['orderStatus 6, actionCode -2014', 'orderStatus 6, actionCode -2014'],
  ['orderStatus 0 with the action code of the decline', 'orderStatus 0 с кодом отказа в actionCode'],
  ['orderStatus 3; expects the parameter amount 0', 'orderStatus 3; нужен параметр amount, равный 0'],
  ['orderStatus 2, `part` of the hold is captured', 'orderStatus 2, списана часть удержанной суммы (`part`)'],
  ['orderStatus 8, `part` of the hold is captured', 'orderStatus 8, списана часть удержанной суммы (`part`)'],
  ['orderStatus 3, the whole hold was released', 'orderStatus 3, снято удержание всей суммы'],
  ['orderStatus 4, `part` was refunded', 'orderStatus 4, возвращена часть (`part`)'],
  ['orderStatus 4, `part` was refunded and then the rest', 'orderStatus 4, возвращена часть (`part`), затем остаток'],
  ['orderStatus 4, `part` was refunded once, under one id', 'orderStatus 4, часть (`part`) возвращена один раз: у обоих запросов один идентификатор'],
  ['orderStatus 0, with the further parameter courier', 'orderStatus 0, с дополнительным параметром courier'],
  ['orderStatus 1, `part` of the hold was released', 'orderStatus 1, снято удержание части суммы (`part`)'],
  ['orderStatus 2, `part` of the hold was captured and then the rest', 'orderStatus 2, списана часть удержанной суммы (`part`), затем остаток'],
  ['orderStatus 2, of the customer aida unless there is a clientId', 'orderStatus 2; покупатель — aida, если не задан clientId'],
  ['orderStatus 4, `part` of the hold was captured and refunded', 'orderStatus 4, часть удержанной суммы (`part`) списана и возвращена'],
  ['orderStatus 6, actionCode -2014, with the sessionTimeoutSecs 60', 'orderStatus 6, actionCode -2014, sessionTimeoutSecs был 60'],
  ['orderStatus 6, actionCode 4005', 'orderStatus 6, actionCode 4005'],
];
