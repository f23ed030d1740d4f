import { cpus, totalmem } from 'node:os';
import { type Compared, comparedTable } from './compare.ts';
import type { Figure, Result } from './figure.ts';
import { isPinned } from './processes.ts';
import { isReached, ratioOf, show } from './verdict.ts';

export const performancePage = new URL('../../docs/performance.md', import.meta.url);

export interface Measured {
  readonly figure: Figure;
  readonly result: Result;
}

/** What a run of the bench has measured, for people. */
export const pageOf = (measured: readonly Measured[], compared: readonly Compared[]): string => `# Performance

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine()}. Absolute numbers are of this machine; the ratios say more, because both sides of each were measured by turns in the same run.

## Against other tools

The same \`register.do\`, 32 connections. tillbox checks the parameters and the login, keeps an order with a clock, and may be asked for it; the others answer with a constant. Ratios are to the bare Koa server in the second row: of the rate and "by CPU" more is better, of start and memory less.

${comparedTable(compared)}

Each program runs as it comes, with its own defaults for logging kept as quiet as a setting makes it; tillbox is the npm package.

## In itself

The baseline is a bare Koa server with the same routes, unless the line says what it is after the colon. What a target is measured on is the ratio, or ours where there is no baseline.

| figure | ours | baseline | ratio | target | reached |
| --- | --: | --: | --: | --: | --- |
${measured.map(rowOf).join('\n')}

## Where the time goes

A processor profile of 8 seconds of \`register.do\` at 32 connections (26 November 2026): 18 % is the write to the socket, 30 % Node's HTTP server, streams and form parser, 6 % the garbage collector, 35 % tillbox itself: it checks parameters and login, makes ids, keeps the order and writes the answer. Of the bare server 36 % is the write, 20 % the body parser.

The write is most of what a small answer costs, because it wakes a client that sleeps. So answers that are ready in the same round of the event loop are written one right after the other: the client is awake for all but the first. That took a \`register.do\` from 60 to 38 microseconds of the processor, and changes nothing for a client that sends one call after the other.

The journal, which the command and the image keep of the last 1,000 requests, costs about 3 microseconds of a \`register.do\`, a tenth of it: every parameter is searched for card numbers before it is kept. \`JOURNAL_SIZE=0\` saves that. The targets of the first three rows were set on another processor, before there was a journal; there \`register.do\` had 1.7 to 2 times the rate of the bare server, and the same version of tillbox has 1.2 times here.
`;

const machine = (): string => {
  const [cpu] = cpus();
  const cores = isPinned ? 'servers on one core, the load on another' : 'servers and load share the cores';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${cpus().length} cores of ${cpu?.model.trim() || 'an unnamed processor'}, ${memory} GiB; ${cores}`;
};

const rowOf = ({ figure, result }: Measured): string => {
  const { title, target } = figure;
  const bound =
    target === undefined ? '' : 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  const reached = isReached(figure, result);
  const cells = [
    title,
    show(result.ours, result.unit),
    result.baseline === undefined ? '' : show(result.baseline, result.unit),
    ratioOf(result)?.toFixed(2) ?? '',
    `${bound}${target?.of === 'ours' ? ` ${result.unit}` : ''}`,
    reached === undefined ? '' : reached ? 'yes' : 'no',
  ];
  return `| ${cells.join(' | ')} |`;
};
