import { parseArgs } from 'node:util';
import { createClock } from '../../simulator/clock.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { abuse, stillWorks } from './abuse.ts';
import { playModel } from './play-model.ts';

const help = `Torments a gateway of its own on this machine, and prints what came of it.

  npm run torture -- abuse [--requests 100000] [--seed 1] [--connections 4]
  npm run torture -- model [--runs 10000] [--seed 1]

abuse sends what no client should send. It fails where anything was answered with HTTP 500, took longer than a second, left
wrong amounts, or cost memory for good.

model does things to the money of orders, by chance, and holds what comes of it against a second description of the gateway.
It fails with the shortest story in which the two part, and with the seed that tells it again.
`;

/** How much more memory may be in use at the end: caches of code and of regular expressions. */
const mostGrowth = 16 * 2 ** 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    connections: { type: 'string', default: '4' },
    help: { type: 'boolean' },
  },
});

const seed = Number(values.seed);
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const runAbuse = async (): Promise<void> => {
  const simulator = await startSimulator({ logLevel: 'error', journalSize: 500 });
  const figures = await abuse(simulator, {
    requests: Number(values.requests),
    seed,
    connections: Number(values.connections),
  });
  const status = await stillWorks(simulator);
  await simulator.stop();
  const { requests, timed, tookMs, slowest, slowestMs, statuses, faults, heapBefore, heapAfter } = figures;
  const counted = [...statuses].toSorted(([one], [other]) => one - other).map(([code, count]) => `${code}: ${count}`);
  const wrongs = [
    ...faults,
    ...(status === 2 ? [] : [`a payment afterwards ended with status ${status}`]),
    ...(heapAfter - heapBefore > mostGrowth ? ['memory grew'] : []),
  ];
  process.stdout.write(`Node ${process.versions.node}, seed ${seed}
requests      ${requests}
rate          ${Math.round((timed / tookMs) * 1000)} a second, client and gateway in one thread
slowest       ${slowestMs.toFixed(0)} ms (${slowest})
HTTP status   ${counted.join(', ')}
memory        ${megabytes(heapBefore)} before, ${megabytes(heapAfter)} after
faults        ${wrongs.length}
${wrongs.map((wrong) => `\n- ${wrong}\n`).join('')}`);
  if (wrongs.length > 0) process.exitCode = 1;
};

const runModel = async (): Promise<void> => {
  const clock = createClock({ startMs: Date.UTC(2026, 0, 1, 8) });
  const simulator = await startSimulator({ clock, logLevel: 'error' });
  const began = performance.now();
  try {
    await playModel(simulator, { runs: Number(values.runs), seed });
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(
      `${values.runs} stories with seed ${seed}, ${seconds.toFixed(1)} s: gateway and model agree\n`,
    );
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
  await simulator.stop();
};

const commands: Readonly<Record<string, () => Promise<void>>> = { abuse: runAbuse, model: runModel };
const command = commands[positionals[0] ?? ''];
if (values.help || !command) process.stdout.write(help);
else await command();
