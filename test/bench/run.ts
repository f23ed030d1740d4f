import { parseArgs } from 'node:util';
import { type Effort, type Figure, figures, type Result } from './figures.ts';
import { isPinned } from './processes.ts';

const help = `Measures the simulator against a bare koa server on the same machine, in the same run.

  npm run bench -- [--quick] [--only <name>]...

  --quick   shorter and fewer rounds
  --only    ${figures.map(({ name }) => name).join(', ')}

"by CPU" is the ratio of requests per second of the server's processor: other load on the machine changes it less.
A figure that misses its target does not fail the command: it is for reading.
`;

const thorough: Effort = { rounds: 3, seconds: 5, starts: 9, orders: 100_000, inProcess: 200 };
const quick: Effort = { rounds: 3, seconds: 1, starts: 5, orders: 100_000, inProcess: 60 };

const line = (...cells: readonly string[]): string =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(68) : cell.padStart(13))).join('');

const show = (value: number, unit: string): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;

const report = ({ title, target }: Figure, { ours, baseline, unit, cpuRatio }: Result): string => {
  const ratio = baseline === undefined ? undefined : ours / baseline;
  const judged = target?.of === 'ours' ? ours : (ratio ?? ours);
  const bound = target === undefined ? '-' : 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  const isReached = target && ('atLeast' in target ? judged >= target.atLeast : judged <= target.atMost);
  const verdict = isReached === undefined ? '-' : isReached ? 'yes' : 'no';
  return line(
    title,
    show(ours, unit),
    baseline === undefined ? '-' : show(baseline, unit),
    ratio?.toFixed(2) ?? '-',
    cpuRatio?.toFixed(2) ?? '-',
    bound,
    verdict,
  );
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
});
const chosen = figures.filter(({ name }) => values.only?.includes(name) ?? true);
if (values.help || chosen.length === 0) {
  process.stdout.write(help);
} else {
  const pinning = isPinned ? 'servers on core 0, load on core 1' : 'servers and load share the cores (no taskset)';
  process.stdout.write(`Node ${process.versions.node}, ${pinning}; medians, by turns\n`);
  process.stdout.write(`${line('', 'ours', 'baseline', 'ratio', 'by CPU', 'target', 'reached')}\n`);
  for (const figure of chosen) {
    const result = await figure.measure(values.quick ? quick : thorough);
    process.stdout.write(`${report(figure, result)}\n`);
  }
}
