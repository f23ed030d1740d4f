import { machine } from '../runtime/machine-time.ts';

/** Signals this close together count as one: npm forwards the Ctrl+C that the terminal sends too. */
const oneSignalMs = 300;

interface SignalActs<Signal extends NodeJS.Signals> {
  readonly first: (signal: Signal) => void;
  /** At a further signal. */
  readonly again: (signal: Signal) => void;
}

/** Listens to these signals; returns the function that ends it. */
export const onSignals = <Signal extends NodeJS.Signals>(
  signals: readonly Signal[],
  { first, again }: SignalActs<Signal>,
): (() => void) => {
  let signalAtMs: number | undefined;
  const take = (signal: NodeJS.Signals): void => {
    if (signalAtMs === undefined) {
      signalAtMs = machine.now();
      first(signal as Signal);
    } else if (machine.now() - signalAtMs >= oneSignalMs) again(signal as Signal);
  };
  for (const signal of signals) process.on(signal, take);
  return () => {
    for (const signal of signals) process.off(signal, take);
  };
};
