import type { Context } from '../../context.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { type Family, metricsText } from './metrics-text.ts';

// Source: Prometheus, exposition formats, text format 0.0.4.
const contentType = 'text/plain; version=0.0.4; charset=utf-8';

export const getMetrics = controlEndpoint({
  method: 'GET',
  path: '/metrics',
  tag: 'service',
  summary: 'The counters of this process, for Prometheus (text format 0.0.4).',
  summaryInRussian: 'Счётчики этого процесса для Prometheus (текстовый формат 0.0.4).',
  answer: { contentType },
  handle: async ({ context }) => ({ contentType, text: metricsText(await familiesOf(context)) }),
});

const familiesOf = async (context: Context): Promise<readonly Family[]> => [
  ...counters(context),
  {
    name: 'tillbox_orders',
    type: 'gauge',
    help: 'Stored orders, by status.',
    samples: [...(await ordersByStatus(context))].map(([status, value]) => ({ labels: { status }, value })),
  },
  ...ofProcess(context),
];

const counter = (name: string, help: string, samples: Family['samples']): Family => ({
  name,
  type: 'counter',
  help,
  samples,
});

const counters = ({ metrics: { read } }: Context): readonly Family[] => [
  counter(
    'tillbox_requests_total',
    'Requests, by address and HTTP status.',
    [...read.requests].flatMap(([endpoint, { well, others }]) => [
      { labels: { endpoint, status: '200' }, value: well },
      ...[...others].map(([status, value]) => ({ labels: { endpoint, status: String(status) }, value })),
    ]),
  ),
  counter(
    'tillbox_refusals_total',
    'Refused calls of the merchant API and the card page, by errorCode of the bank.',
    [...read.refusals].map(([code, value]) => ({ labels: { error_code: code }, value })),
  ),
  counter(
    'tillbox_payments_total',
    'Payment attempts that are over, by result and group of the action code.',
    [...read.payments].map(([key, value]) => {
      const [result = '', group = ''] = key.split(' ');
      return { labels: { result, group }, value };
    }),
  ),
  counter(
    'tillbox_callbacks_total',
    'Tries to deliver a callback, by outcome.',
    [...read.callbacks].map(([outcome, value]) => ({ labels: { outcome }, value })),
  ),
];

const ordersByStatus = async ({ store }: Context): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const { login } of await store.merchants.all())
    for (const { status } of await store.orders.ofMerchant(login)) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
};

const gauge = (name: string, help: string, value: number): Family => ({
  name,
  type: 'gauge',
  help,
  samples: [{ labels: {}, value }],
});

const nanoseconds = 1e-9;

const ofProcess = ({ metrics, clock, startedAtMs }: Context): readonly Family[] => {
  const { rss, heapUsed } = process.memoryUsage();
  const lag = metrics.lag();
  return [
    gauge(
      'tillbox_uptime_seconds',
      'Since the start, by the clock of the process.',
      (clock.now() - startedAtMs) / 1000,
    ),
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
    gauge('nodejs_eventloop_lag_mean_seconds', 'Mean delay of timers since the first scrape.', seconds(lag.mean)),
    gauge(
      'nodejs_eventloop_lag_p99_seconds',
      '99th percentile of the delay of timers since the first scrape.',
      seconds(lag.percentile(99)),
    ),
  ];
};

/** Before the first measurement there is no mean. */
const seconds = (ns: number): number => (Number.isFinite(ns) ? ns * nanoseconds : 0);
