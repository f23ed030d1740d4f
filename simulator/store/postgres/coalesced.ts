/** Runs work one run at a time. Calls during a run share the next run; each resolves after a run that began after the call. */
export const coalesced = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const run = (): Promise<void> => {
    next = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };

  return () => {
    if (!running) return next ?? run();
    next ??= running.then(run, run);
    return next;
  };
};
