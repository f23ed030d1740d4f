import type { RussianRow } from './russian-text.ts';

/** The table of the settings, without their meanings, which the program says in Russian too. */
// biome-ignore format: one line per row
export const russianSettings: readonly RussianRow[] = [
  ['| variable | option | default | meaning |', '| переменная | параметр | по умолчанию | смысл |'],
  ['{option}, {value} by default', '{option}, по умолчанию {value}'],
  ['none', 'нет'],
];
