/** Runs work on one thing, named by a key, after all work on it that was asked for before. */
export type RunExclusive = <T>(key: string, work: (hasWaited: boolean) => Promise<T>) => Promise<T>;

/** Makes the queues; a key without work takes no memory. */
export const createKeyQueue = (): RunExclusive => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key);
    const mine = before
      ? before.then(
          () => work(true),
          () => work(true),
        )
      : work(false);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};
