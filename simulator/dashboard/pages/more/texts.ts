import type { TextRow } from '../../texts/say.ts';

// biome-ignore format: one line per text
export const moreTexts: readonly TextRow[] = [
  ['Version {version}', 'Версия {version}', '{version} нұсқасы'],
];
