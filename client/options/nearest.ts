/** The number of single-letter changes from one word to the other; a swap of neighbours is one. */
export const editDistance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(swapped ? Math.min(best, (beforeLast[j - 2] ?? 0) + 1) : best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
};

/** A word without what another language writes otherwise: `order_status` and `orderSTATUS` are `orderStatus`. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_ ]/g, '');

/**
 * The known word that was most likely meant: the same in another spelling, or at most one change away in a short word, two
 * in a long one.
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let found: string | undefined;
  let smallest = word.length < 6 ? 2 : 3;
  const inPlain = plain(word);
  for (const candidate of known) {
    if (inPlain !== '' && plain(candidate) === inPlain) return candidate;
    if (Math.abs(candidate.length - word.length) >= smallest) continue;
    const distance = editDistance(word, candidate);
    if (distance < smallest) {
      smallest = distance;
      found = candidate;
    }
  }
  return found;
};
