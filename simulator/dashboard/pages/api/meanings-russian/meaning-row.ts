/** A description as a document has it, and the same in Russian. */
export type MeaningRow = readonly [en: string, ru: string];
