/**
 * Ends with 0 if two threads work at the same time nearly as fast as one does alone, so that stages may run side by side; with 1
 * where the cores are two threads of one, or something else is at work. Prints how fast, in per cent.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const forMs = 250;
const rounds = 4;
const least = 80;

/** How often some work was done in that time. */
const work = () => {
  const until = performance.now() + forMs;
  let times = 0;
  for (; performance.now() < until; times++)
    JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id, name: `name ${id}` })));
  return times;
};

const workAtOnce = (threads) =>
  Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise((resolve, reject) => {
          new Worker(import.meta.filename, { workerData: threads }).once('message', resolve).once('error', reject);
        }),
    ),
  );

if (isMainThread) {
  const shares = [];
  for (let round = 0; round < rounds; round++) {
    const [alone] = await workAtOnce(1);
    const [one, other] = await workAtOnce(2);
    shares.push(((one + other) / 2 / alone) * 100);
  }
  // Threads wait for each other at times; the best round tells what the cores can do.
  const share = Math.round(Math.max(...shares));
  console.log(share);
  process.exitCode = share >= least ? 0 : 1;
} else parentPort.postMessage(workerData && work());
