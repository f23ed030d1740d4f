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

The baseline is a bare Koa server with the same routes, unless the line says what it is after the colon. What a target is measured on is the ratio, or ours if there is no baseline. \`register.do\`, the pair, the hosted page and the first 10,000 are those of the npm package, which is bundled and takes 5 to 13 % less of the processor than the source; the other rates are those of the source.

| figure | ours | baseline | ratio | target | reached |
| --- | --: | --: | --: | --: | --- |
${measured.map(rowOf).join('\n')}

## Where the time goes

A processor profile of 8 seconds of \`register.do\` at 32 connections (26 November 2026): 18 % is the write to the socket, 30 % Node's HTTP server, streams and form parser, 6 % the garbage collector, 35 % tillbox itself: it checks parameters and login, makes ids, keeps the order and writes the answer. Of the bare server 36 % is the write, 20 % the body parser.

The write is most of what a small answer costs, because it wakes a client that sleeps. So answers that are ready in the same round of the event loop are written one right after the other: the client is awake for all but the first. That took a \`register.do\` from 60 to 38 microseconds of the processor, and changes nothing for a client that sends one call after the other.

The journal, which the command and the image keep of the last 1,000 requests, is the largest single part that came since the targets were set. To find out what it costs, the same version ran with \`JOURNAL_SIZE=0\` and with the default, by turns, and the processor time of a request was compared (29 November 2026, a machine with much other work, on which every request took several times as long as in the table; so the shares say more than the microseconds).

- **\`register.do\`**: to record one takes 2.9 microseconds of the processor (3.9 before its masking was made simpler). Without a journal a request took 10 to 20 % less in three runs of some 10,000 requests each, because what it keeps is also work for the garbage collector. Of the security checks, those of the caller (\`Host\`, \`Origin\`, the mark of our own callbacks) take 0.06 microseconds, and the search for card data in the parameters before a call begins 0.7. The log writes nothing here, because the bench runs with \`LOG_LEVEL=error\`.
- **What the dashboard needs**: orders are counted by status, and listed by the time of their registration, while they are kept, so that Transactions with 10,000 orders open at once. By turns with the version of 29 November, before there was a dashboard, a \`register.do\` seemed to take 3 to 8 % more of the processor (30 November 2026, noisy) and a page 15 % less; the comparison of versions below shows no loss.
- **\`register.do\`, then status**: the journal records both requests, each for about the same, and the checks are the same. What a pair costs without a journal is in the table of versions below.
- **Hosted page**: of the gateway's own work on a page, without sockets, the journal is 15 %: 39 microseconds with it, 31 without. The greater loss was another: one text of the page came from one with letters beyond Latin, so the engine kept the whole page with two bytes a letter, and made, measured and sent it at twice its size. That was a third of the gateway's own work on a page, and is gone. The checks of the caller cost as little as above, and the headers that keep other sites out do not show in a profile. The names of the languages in the header of a page were made ready for each page anew; they are made once now, which took a page from 70 to 63 microseconds of the processor (30 November 2026).
- **The first 200 redirect flows**: client, payer and gateway share one process that has compiled nothing yet. \`fetch\` took 38 % of them, so client and payer ask a gateway on the same machine by \`node:http\`, which takes a third of its time; that brought the ratio from 0.39 to 0.53 (1 December 2026). The baseline's client is \`fetch\`, as before. The first page loaded 167 modules and now loads 59 (161 milliseconds instead of 286), because Koa waits for the first request that it answers. The payer reads a page in one pass: 680 microseconds a flow instead of 740. In process there is no journal unless a program asks for one.

What became slower or faster with the versions? The packages of three of them and the bare server were running at once and were asked by turns, for a second and a half each, in nine turns for calls and seven for the page (1 December 2026, on a quiet Intel Xeon). The processor time of the bare server for a request, divided by theirs (medians of the turns):

| version, with its own defaults | \`register.do\` | then status | hosted page |
| --- | --: | --: | --: |
| 29 November, without a journal | 0.90 | 0.87 | 0.60 |
| later that day, with one | 0.96 | 0.97 | 0.53 |
| 1 December | 1.01 | 1.01 | 0.68 |
| 1 December, with \`JOURNAL_SIZE=0\` | 1.10 | 1.17 | 0.72 |

So the latest is no slower than either of the others; the page had become slower in between. The ratios differ from machine to machine, and on the same one from hour to hour: the bare server took 38 microseconds for a \`register.do\` here, and 62 two hours before, when tillbox had 1.2 times its rate.

Can \`register.do\` reach 1.5? On the AMD EPYC of 29 November 2026, a bare \`node:http\` server that reads the form, answers a constant and writes its answers as tillbox does takes 0.44 to 0.50 of the processor time of the baseline, so it has 2.0 to 2.3 times its rate: no server with state can pass that. A ratio of 1.5 is 0.67 of the baseline's time, which leaves 0.17 to 0.23 of it, 5 to 7 microseconds at the 33,000 answers a second of that machine, for everything that makes a gateway: routes and faults, the check of six parameters, the password among them, two ids, an order with its indexes and its clock, the answer, and the journal. tillbox takes 17 to 18 for it, 3 of them for the journal. The targets of the first three rows were set on another processor, before there was a journal; there \`register.do\` had 1.7 to 2 times the rate of the bare server, and the same version of tillbox had 1.2 times on the AMD EPYC. A journal and an order that is kept are work which the baseline does not do: a bare server that does both is slower than tillbox (the third row).
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
