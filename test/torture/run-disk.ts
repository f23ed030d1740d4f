import { tormentDisk } from './disk.ts';

/** Runs every case and prints a line for each; whether all hold. */
export const runDisk = async (seed: number): Promise<boolean> => {
  process.stdout.write(`Node ${process.versions.node}, seed ${seed}\n`);
  let faultCount = 0;
  for await (const { what, figures, faults } of tormentDisk(seed)) {
    faultCount += faults.length;
    process.stdout.write(`${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${what}: ${figures}\n`);
    for (const fault of faults.slice(0, 20)) process.stdout.write(`\n- ${fault}\n`);
  }
  process.stdout.write(`faults        ${faultCount}\n`);
  return faultCount === 0;
};
