export interface DueEntry {
  readonly dueMs: number;
  readonly id: string;
}

/** A queue for each merchant, made when it is first needed. */
export const createDueQueues = () => {
  const queues = new Map<string, DueQueue>();
  return {
    of: (merchant: string): DueQueue => {
      const known = queues.get(merchant);
      if (known) return known;
      const queue = createDueQueue();
      queues.set(merchant, queue);
      return queue;
    },
    forget: (merchant: string): void => void queues.delete(merchant),
  };
};

export type DueQueue = ReturnType<typeof createDueQueue>;

/**
 * A priority queue of due times: a binary heap, earliest on top. Times and ids lie in two lists, which take a third of the
 * memory of one list of pairs. Entries are never removed early: the caller checks whether an entry is still true.
 */
export const createDueQueue = () => {
  const times: number[] = [];
  const ids: string[] = [];
  const dueAt = (index: number): number => times[index] ?? Number.POSITIVE_INFINITY;
  const entry = (index: number): DueEntry | undefined => {
    const id = ids[index];
    return id === undefined ? undefined : { dueMs: dueAt(index), id };
  };

  const swap = (a: number, b: number): void => {
    [times[a], times[b]] = [times[b] as number, times[a] as number];
    [ids[a], ids[b]] = [ids[b] as string, ids[a] as string];
  };

  const rise = (start: number): void => {
    for (let index = start; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (dueAt(parent) <= dueAt(index)) return;
      swap(parent, index);
      index = parent;
    }
  };

  const sink = (): void => {
    for (let index = 0; ; ) {
      const left = index * 2 + 1;
      const smaller = dueAt(left + 1) < dueAt(left) ? left + 1 : left;
      if (dueAt(smaller) >= dueAt(index)) return;
      swap(smaller, index);
      index = smaller;
    }
  };

  return {
    push: (dueMs: number, id: string): void => {
      times.push(dueMs);
      ids.push(id);
      rise(times.length - 1);
    },
    peek: () => entry(0),
    pop: () => {
      const first = entry(0);
      if (first) swap(0, times.length - 1);
      times.pop();
      ids.pop();
      sink();
      return first;
    },
  };
};
