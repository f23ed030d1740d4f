import type { TextRow } from '../texts/say.ts';

/** The words of `statusLooks`, as the merchant portal has them. */
export const statusTexts: readonly TextRow[] = [
  ['Created', 'Создан', 'Құрылды'],
  ['Approved', 'Подтверждён', 'Мақұлданды'],
  ['Deposited', 'Завершён', 'Төленді'],
  ['Reversed', 'Отменён', 'Кері қайтарылды'],
  ['Refunded', 'Возвращён', 'Қайтарылды'],
  ['Declined', 'Отклонён', 'Қабылданбады'],
];
