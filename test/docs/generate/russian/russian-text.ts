/** A text of the program in English and in Russian. */
export type RussianRow = readonly [english: string, russian: string];

/** A text of the program in Russian. @throws Error if there is none */
export const russianText = (rows: readonly RussianRow[], english: string): string => {
  const row = rows.find(([text]) => text === english);
  if (!row) throw new Error(`no Russian text in its row, or in test/docs/generate/russian, for: ${english}`);
  return row[1];
};
