/** Runs work on the thing with this key after all earlier work on the same thing. */
export type RunExclusive = <T>(key: string, work: (hasWaited: boolean) => Promise<T>) => Promise<T>;

/** A queue for each key; one without work takes no memory. */
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
