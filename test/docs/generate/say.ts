import { fillWords } from '../../../simulator/text/fill-words.ts';
import { type RussianRow, russianText } from './russian/russian-text.ts';

type Values = Readonly<Record<string, string | number>>;

/** A text of a page in its language, by the English text, with values for its braces. */
export type Say = (english: string, values?: Values) => string;

export const inEnglish: Say = (english, values = {}) => fillWords(english, values);

/** Says the texts of these rows in Russian. @throws Error for any other */
export const inRussian =
  (rows: readonly RussianRow[]): Say =>
  (english, values = {}) =>
    fillWords(russianText(rows, english), values);
