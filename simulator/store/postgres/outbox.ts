/** The most that waits, in texts and in characters of all texts. */
const mostTexts = 10_000;
const mostCharacters = 2 ** 24;

/** How many texts are sent at a time. */
const mostAtOnce = 200;

export interface Batch {
  readonly texts: readonly string[];
  /** How many were lost before the first of them. */
  readonly lost: number;
}

/** Texts that wait to be sent. Of too many the oldest are lost. */
export const createOutbox = () => {
  let waiting: string[] = [];
  let characters = 0;
  let lost = 0;

  const drop = (count: number): readonly string[] => {
    const dropped = waiting.slice(0, count);
    waiting = waiting.slice(count);
    for (const text of dropped) characters -= text.length;
    return dropped;
  };

  return {
    isEmpty: () => waiting.length === 0,
    put: (text: string): void => {
      waiting.push(text);
      characters += text.length;
      if (waiting.length <= mostTexts && characters <= mostCharacters) return;
      // A tenth at once, so that not every text causes a drop.
      lost += drop(Math.ceil(waiting.length / 10)).length;
    },
    take: (): Batch => {
      const batch = { texts: drop(mostAtOnce), lost };
      lost = 0;
      return batch;
    },
    /** Counts a batch as lost, if it is unknown whether it was sent. */
    lose: (batch: Batch): void => {
      lost += batch.lost + batch.texts.length;
    },
  };
};
