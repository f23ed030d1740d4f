import { machine } from './machine-time.ts';

/** How long work goes on before other work gets its turn, in milliseconds of the machine. */
const sliceMs = 5;

/** To await between the pieces of long work: resolves at once, or after other work if the slice is over. */
export type GiveWay = () => Promise<void>;

export const createSlices = (): GiveWay => {
  let endMs = machine.now() + sliceMs;
  return async () => {
    if (machine.now() < endMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    endMs = machine.now() + sliceMs;
  };
};
