import { type Effort, median } from './figure.ts';
import { load, type RunningServer, start } from './processes.ts';
import { type Contender, contenders } from './tools.ts';

export interface Compared {
  readonly name: string;
  readonly does: string;
  /** How many times as fast as it tillbox wants to be. */
  readonly wanted?: number;
  readonly perSecond: number;
  readonly perCpuSecond: number;
  readonly startMs: number;
  readonly residentMiB: number;
}

type Sample = Omit<Compared, 'name' | 'does' | 'wanted'>;

/** Everybody by turns, so that what else the machine does falls on all: start, memory of the idle program, register.do. */
export const compareTools = async ({ rounds, seconds }: Effort): Promise<readonly Compared[]> => {
  const samples = new Map<Contender, Sample[]>();
  const all = await contenders();
  for (let round = 0; round < rounds; round++) {
    for (const contender of all) {
      const server = await start(contender.program);
      const sample = await measure(server, seconds);
      samples.set(contender, [...(samples.get(contender) ?? []), sample]);
      await server.end('SIGKILL');
    }
  }
  return all.map((contender) => {
    const medianOf = (read: (sample: Sample) => number): number => median((samples.get(contender) ?? []).map(read));
    return {
      name: contender.name,
      does: contender.does,
      ...(contender.wanted !== undefined && { wanted: contender.wanted }),
      perSecond: medianOf((sample) => sample.perSecond),
      perCpuSecond: medianOf((sample) => sample.perCpuSecond),
      startMs: medianOf((sample) => sample.startMs),
      residentMiB: medianOf((sample) => sample.residentMiB),
    };
  });
};

const measure = async (server: RunningServer, seconds: number) => {
  const residentMiB = server.residentMiB();
  const job = { job: 'rate', kind: 'register', origin: server.origin };
  await load({ ...job, seconds: Math.min(2, seconds) });
  const before = server.cpuSeconds();
  const { count, perSecond } = await load({ ...job, seconds });
  return {
    perSecond: Number(perSecond),
    perCpuSecond: Number(count) / (server.cpuSeconds() - before),
    startMs: server.startMs,
    residentMiB,
  };
};

/** The comparison as a table in Markdown; ratios to the second row, which is the bare server. */
export const comparedTable = (rows: readonly Compared[]): string => {
  const [tillbox, bare] = rows;
  const lead = (perSecond: number, wanted: number | undefined): string => {
    const times = tillbox === undefined ? '-' : `${(tillbox.perSecond / perSecond).toFixed(1)} times`;
    return wanted === undefined ? times : `${times} (wanted: ${wanted})`;
  };
  const ratio = (value: number, of: number | undefined): string => (of === undefined ? '-' : (value / of).toFixed(2));
  return [
    '| program | what it does | register.do per second | ratio | by CPU | tillbox is as fast | start to first answer | ratio | idle memory | ratio |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(({ name, does, wanted, perSecond, perCpuSecond, startMs, residentMiB }) =>
      [
        '',
        name,
        does,
        perSecond.toFixed(0),
        ratio(perSecond, bare?.perSecond),
        ratio(perCpuSecond, bare?.perCpuSecond),
        name === tillbox?.name ? '' : lead(perSecond, wanted),
        `${startMs.toFixed(0)} ms`,
        ratio(startMs, bare?.startMs),
        `${residentMiB.toFixed(0)} MiB`,
        ratio(residentMiB, bare?.residentMiB),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
};
