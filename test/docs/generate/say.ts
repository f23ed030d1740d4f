import { fillWords } from '../../../simulator/domain/fill-words.ts';

type Values = Readonly<Record<string, string | number>>;

/** A text of a page in its language, by the English text, with values for its braces. */
export type Say = (english: string, values?: Values) => string;

export const inEnglish: Say = (english, values = {}) => fillWords(english, values);
