/** Tells whether the tests pass without these fields of answers. */
export type PassesWithout = (fields: readonly string[]) => Promise<boolean>;

/** The fields without which the tests fail, and those that can be taken away together. */
export interface ProbedFields {
  readonly needed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Finds the fields that the tests cannot do without: all are taken away together, and where that fails, each half by itself
 * (delta debugging). What was once taken away stays away, so the tests pass without all of `removed` at once.
 */
export const findNeededFields = async (
  candidates: readonly string[],
  passesWithout: PassesWithout,
): Promise<ProbedFields> => {
  const removed: string[] = [];
  const needed: string[] = [];
  const probe = async (fields: readonly string[]): Promise<void> => {
    if (fields.length === 0) return;
    if (await passesWithout([...removed, ...fields])) {
      removed.push(...fields);
      return;
    }
    if (fields.length === 1) {
      needed.push(...fields);
      return;
    }
    const middle = Math.ceil(fields.length / 2);
    await probe(fields.slice(0, middle));
    await probe(fields.slice(middle));
  };
  await probe(candidates);
  return { needed, removed };
};
