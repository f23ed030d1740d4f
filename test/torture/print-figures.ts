import type { CallbackFigures, Figures } from './judge.ts';

export const inWords = ({ due, received, lost, invented, repeated }: CallbackFigures): string =>
  `${due} due, ${received} received, ${lost.length} lost, ${invented.length} invented, ${repeated.length} more than once`;

/** Prints what came of a run, each figure with its name; whether all went well. */
export const printFigures = (seed: number, figures: Figures, rows: Readonly<Record<string, string>>): boolean => {
  const { orders, answered, lost, impossible, callbacks } = figures;
  const faults = [
    ...lost.map((what) => `lost: ${what}`),
    ...impossible.map((what) => `impossible: ${what}`),
    ...callbacks.lost.map((what) => `callback lost: ${what}`),
    ...callbacks.invented.map((what) => `callback invented: ${what}`),
    ...figures.faults,
  ];
  const all = {
    ...rows,
    orders: `${orders}`,
    answered: `${answered} operations`,
    lost: `${lost.length}`,
    impossible: `${impossible.length}`,
    callbacks: inWords(callbacks),
    faults: `${faults.length}`,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name.padEnd(14)}${value}`);
  const told = faults.slice(0, 20).map((fault) => `\n- ${fault}\n`);
  process.stdout.write(`Node ${process.versions.node}, seed ${seed}\n${lines.join('\n')}\n${told.join('')}`);
  return faults.length === 0;
};
