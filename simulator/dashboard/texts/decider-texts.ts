import type { TextRow } from './say.ts';

/** Who is asked about a payment, as `sayDecider` says it. */
// biome-ignore format: one line per text
export const deciderTexts: readonly TextRow[] = [
  ['order', 'заказ', 'тапсырыс'],
  ['merchant', 'мерчант', 'мерчант'],
  ['scenario', 'сценарий', 'сценарий'],
  ['card number', 'номер карты', 'карта нөмірі'],
  ['default', 'иначе', 'әйтпесе'],
  ['wallet', 'кошелёк', 'әмиян'],
  ['order features', 'features', 'features'],
];
