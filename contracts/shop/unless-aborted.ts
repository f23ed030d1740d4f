/** Rejects with the reason of the signal when it comes; the work is not waited for then. */
export const unlessAborted = <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    work().then(resolve, reject);
  });
