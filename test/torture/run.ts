import { parseArgs } from 'node:util';
import { createClock } from '../../simulator/runtime/clock.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { abuse, stillWorks } from './abuse.ts';
import { playModel } from './play-model.ts';

const help = `Torments a gateway of its own on this machine, and prints what came of it.

  npm run torture -- abuse [--requests 100000] [--seed 1] [--connections 4]
  npm run torture -- model [--runs 10000] [--seed 1]
  npm run torture -- kill  [--runs 100] [--seed 1] [--store sqlite|postgres]
  npm run torture -- replicas [--runs 100] [--seed 1]
  npm run torture -- outage   [--runs 100] [--seed 1]
  npm run torture -- disk  [--seed 1]

abuse sends what no client should send. It fails where anything was answered with HTTP 500 or in a wrong form, with a card
number, a password or an id that is none, took longer than a second, left wrong amounts, changed anything of a merchant that
was not called for, or cost memory for good; and where most requests were refused for their headers alone.

model does things to the money of orders, by chance, and holds what comes of it against a second description of the gateway.
It fails with the shortest story in which the two part, and with the seed that tells it again.

kill ends the program with SIGKILL under load, again and again on one store, and fails where anything is lost that it answered,
an order is as it cannot be, or a callback is missing or told of nothing. postgres: a server of its own, from this machine's PostgreSQL. Give an empty store in full:
--store sqlite:/tmp/new.db, --store postgres://user:password@host/database

replicas lets three processes work on one PostgreSQL, each call at the next of them, sees that each callback comes once, and
then kills one after the other while the shop goes on with the rest.

outage stops and starts PostgreSQL under load. The process has to live, to answer with errorCode 7, and to recover by itself.

disk fills the disk under load and gives it room again, and starts the program with files that it cannot use: read-only, damaged,
of others. It fails where an answer is not errorCode 7, anything answered is lost, or a file does not stay as it was.
`;

/** How much more memory may be in use at the end: caches of code and of regular expressions. */
const mostGrowth = 16 * 2 ** 20;

/** How many of a hundred requests have to get past the door: the rest tests only that. */
const leastPastDoor = 80;

/** With so many requests, chance leaves no address out. */
const enoughForAll = 100_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '100000' },
    runs: { type: 'string' },
    store: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    connections: { type: 'string', default: '4' },
    help: { type: 'boolean' },
  },
});

const seed = Number(values.seed);
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const runAbuse = async (): Promise<void> => {
  // A clock's move waits for callbacks, and they for the network that looks up the name of a shop.
  const simulator = await startSimulator({ logLevel: 'error', journalSize: 500, callbackHosts: ['127.0.0.1'] });
  const figures = await abuse(simulator, {
    requests: Number(values.requests),
    seed,
    connections: Number(values.connections),
  });
  const status = await stillWorks(simulator);
  await simulator.stop();
  const { requests, timed, tookMs, slowest, slowestMs, statuses, shares, pastDoor, neverWell } = figures;
  const { faults, heapBefore, heapAfter } = figures;
  const counted = [...statuses].toSorted(([one], [other]) => one - other).map(([code, count]) => `${code}: ${count}`);
  const wrongs = [
    ...faults,
    ...(status === 2 ? [] : [`a payment afterwards ended with status ${status}`]),
    ...(pastDoor < leastPastDoor ? [`only ${pastDoor.toFixed(1)} % of the requests got past the door`] : []),
    ...(requests >= enoughForAll ? neverWell.map((address) => `${address} was never answered well`) : []),
    ...(heapAfter - heapBefore > mostGrowth ? ['memory grew'] : []),
  ];
  process.stdout.write(`Node ${process.versions.node}, seed ${seed}
requests      ${requests}
rate          ${Math.round((timed / tookMs) * 1000)} a second, client and gateway in one thread
slowest       ${slowestMs.toFixed(0)} ms (${slowest})
HTTP status   ${counted.join(', ')}
${shares.join('\n')}
past the door ${pastDoor.toFixed(1)} %
never well    ${neverWell.length === 0 ? 'none' : neverWell.join(', ')}
memory        ${megabytes(heapBefore)} before, ${megabytes(heapAfter)} after
faults        ${wrongs.length}
${wrongs.map((wrong) => `\n- ${wrong}\n`).join('')}`);
  if (wrongs.length > 0) process.exitCode = 1;
};

const runModel = async (): Promise<void> => {
  const clock = createClock({ startMs: Date.UTC(2026, 0, 1, 8) });
  const simulator = await startSimulator({ clock, logLevel: 'error' });
  const runs = Number(values.runs ?? 10_000);
  const began = performance.now();
  try {
    await playModel(simulator, { runs, seed });
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(`${runs} stories with seed ${seed}, ${seconds.toFixed(1)} s: gateway and model agree\n`);
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
  await simulator.stop();
};

/** Each says whether all went well. */
const faults = async (name: 'runKill' | 'runReplicas' | 'runOutage'): Promise<void> => {
  const run = (await import('./run-faults.ts'))[name];
  if (!(await run({ runs: Number(values.runs ?? 100), seed, store: values.store }))) process.exitCode = 1;
};

const runDisk = async (): Promise<void> => {
  const { runDisk: run } = await import('./run-disk.ts');
  if (!(await run(seed))) process.exitCode = 1;
};

const commands: Readonly<Record<string, () => Promise<void>>> = {
  abuse: runAbuse,
  model: runModel,
  kill: () => faults('runKill'),
  replicas: () => faults('runReplicas'),
  outage: () => faults('runOutage'),
  disk: runDisk,
};
const command = commands[positionals[0] ?? ''];
if (values.help || !command) process.stdout.write(help);
else await command();
