import type { Language } from '../../domain/orders/order.ts';
import { fillWords } from '../../text/fill-words.ts';

/** A text of the dashboard in its three languages. Words in braces are filled in. */
export type TextRow = readonly [en: string, ru: string, kk: string];

/** Says a text, which code and views have in English, in the language of the reader; words in braces are filled in. */
export type Say = (english: string, words?: Readonly<Record<string, string | number>>) => string;

const columns = { en: 0, ru: 1, kk: 2 } as const satisfies Record<Language, number>;

/** What has no row stays English. */
export const sayIn = (rows: readonly TextRow[], language: Language): Say => {
  const column = columns[language];
  const texts = new Map(rows.map((row) => [row[0], row[column]]));
  return (english, words) => {
    const text = texts.get(english) ?? english;
    if (words === undefined) return text;
    return fillWords(text, Object.fromEntries(Object.entries(words).map(([name, word]) => [name, String(word)])));
  };
};
