/** Says a text of the program, which is written in English, in the language of the terminal. */
export type Say = (english: string) => string;

/** English: texts as they are written. */
export const asWritten: Say = (english) => english;
