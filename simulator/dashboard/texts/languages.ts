import type { Language } from '../../domain/orders/order.ts';

/** The languages of the dashboard, each by its own name. */
export const languages: readonly { readonly code: Language; readonly short: string; readonly name: string }[] = [
  { code: 'en', short: 'EN', name: 'English' },
  { code: 'ru', short: 'RU', name: 'Русский' },
  { code: 'kk', short: 'KK', name: 'Қазақша' },
];
