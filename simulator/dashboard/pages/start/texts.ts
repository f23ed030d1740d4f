import type { TextRow } from '../../texts/say.ts';

// biome-ignore format: one line per text
export const startTexts: readonly TextRow[] = [
  ['No orders yet', 'Заказов пока нет', 'Әзірге тапсырыс жоқ'],
  ['Point your shop at this gateway and register an order. It shows up here by itself, with all that happens to it.', 'Направьте магазин на этот шлюз и зарегистрируйте заказ. Он сам появится здесь вместе со всем, что с ним происходит.', 'Дүкеніңізді осы шлюзге бағыттап, тапсырыс тіркеңіз. Ол осы жерде өзі пайда болады, онымен болғанның бәрі көрінеді.'],
];
