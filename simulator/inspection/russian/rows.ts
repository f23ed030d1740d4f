/** A text in English and in Russian. `{name}` stands for a value: see `translate.ts`. */
export type RussianRow = readonly [english: string, russian: string];
