import { afterMachineTime, type Cancel } from '../../runtime/machine-time.ts';

/** Waits for work that does not fail, but no longer than this, in milliseconds of the machine. */
export const within = async (patienceMs: number, work: Promise<unknown>): Promise<void> => {
  let cancel: Cancel = () => {};
  const late = new Promise<void>((resolve) => {
    cancel = afterMachineTime(patienceMs, resolve);
  });
  await Promise.race([work, late]);
  cancel();
};
