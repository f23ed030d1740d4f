import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { comparedTable, compareTools } from './compare.ts';
import type { Effort, Figure, Result } from './figure.ts';
import { figures } from './figures.ts';
import { type Measured, pageOf, performancePage } from './performance-page.ts';
import { isPinned } from './processes.ts';
import { isReached, ratioOf, show } from './verdict.ts';

const help = `Measures the simulator against a bare koa server on the same machine, in the same run.

  npm run bench -- [--quick] [--only <name>]... [--compare] [--write]

  --quick   shorter and fewer rounds
  --only    ${figures.map(({ name }) => name).join(', ')}
  --compare tools that people use instead as well, installed from npm for this run (WireMock where there is Java)
  --write   all of it, into docs/performance.md

"by CPU" is the ratio of requests per second of the server's processor: other load on the machine changes it less.
A figure that misses its target does not fail the command: it is for reading.
`;

const thorough: Effort = { rounds: 3, seconds: 5, starts: 9, orders: 1_000_000, inProcess: 200 };
const quick: Effort = { rounds: 3, seconds: 1, starts: 5, orders: 100_000, inProcess: 60 };

const line = (...cells: readonly string[]): string =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(68) : cell.padStart(13))).join('');

const report = (figure: Figure, result: Result): string => {
  const { title, target } = figure;
  const { ours, baseline, unit, cpuRatio } = result;
  const bound = target === undefined ? '-' : 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  const reached = isReached(figure, result);
  return line(
    title,
    show(ours, unit),
    baseline === undefined ? '-' : show(baseline, unit),
    ratioOf(result)?.toFixed(2) ?? '-',
    cpuRatio?.toFixed(2) ?? '-',
    bound,
    reached === undefined ? '-' : reached ? 'yes' : 'no',
  );
};

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    compare: { type: 'boolean' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const effort = values.quick ? quick : thorough;
const chosen = figures.filter(({ name }) => values.only?.includes(name) ?? true);
const measured: Measured[] = [];
if (values.help || chosen.length === 0) {
  process.stdout.write(help);
} else {
  const pinning = isPinned ? 'servers on core 0, load on core 1' : 'servers and load share the cores (no taskset)';
  process.stdout.write(`Node ${process.versions.node}, ${pinning}; medians, by turns\n`);
  process.stdout.write(`${line('', 'ours', 'baseline', 'ratio', 'by CPU', 'target', 'reached')}\n`);
  for (const figure of chosen) {
    const result = await figure.measure(effort);
    measured.push({ figure, result });
    process.stdout.write(`${report(figure, result)}\n`);
  }
  const compared = values.compare || values.write ? await compareTools(effort) : [];
  if (compared.length > 0) process.stdout.write(`\n${comparedTable(compared)}\n`);
  if (values.write) writeFileSync(performancePage, pageOf(measured, compared));
}
