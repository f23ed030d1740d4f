import { type KillOptions, killOften } from './kill.ts';

/** Runs it and prints the figures; whether all went well. */
export const runKill = async (options: KillOptions): Promise<boolean> => {
  const { callbacks, ...figures } = await killOften(options);
  const faults = [
    ...figures.lost.map((what) => `lost: ${what}`),
    ...figures.impossible.map((what) => `impossible: ${what}`),
    ...callbacks.lost.map((what) => `callback lost: ${what}`),
    ...callbacks.invented.map((what) => `callback invented: ${what}`),
    ...figures.faults,
  ];
  process.stdout.write(`Node ${process.versions.node}, seed ${options.seed}
runs          ${figures.runs}, of which killed while starting ${figures.duringStart}
orders        ${figures.orders}
answered      ${figures.answered} operations
lost          ${figures.lost.length}
impossible    ${figures.impossible.length}
callbacks     ${callbacks.due} due, ${callbacks.received} received, ${callbacks.lost.length} lost, ${callbacks.invented.length} invented
recovery      ${figures.longestRecoveryMs.toFixed(0)} ms at most, from the start to /sandbox/ready
faults        ${faults.length}
${faults
  .slice(0, 20)
  .map((fault) => `\n- ${fault}\n`)
  .join('')}`);
  return faults.length === 0;
};
