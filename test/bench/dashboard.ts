import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { byTurns, type Effort, type Figure, type Result } from './figure.ts';
import { load, type RunningServer, simulator, start } from './processes.ts';

/** What the page of the dashboard listens to. */
const eventsOf = async ({ origin }: RunningServer): Promise<string> => {
  const page = await (await fetch(`${origin}/transactions`, { headers: { accept: 'text/html' } })).text();
  const [, path] = /data-events="([^"]+)"/.exec(page) ?? [];
  if (path === undefined) throw new Error('the page listens to nothing');
  return origin + path.replaceAll('&amp;', '&');
};

/** The page of orders, which has the newest of them, however many there are. */
const measureTransactions = async ({ rounds }: Effort): Promise<Result> => {
  const full = await start(simulator);
  const empty = await start(simulator);
  const millis =
    (count: number) =>
    async ({ origin }: RunningServer): Promise<number> =>
      Number((await load({ job: 'latency', kind: 'page', path: '/transactions', origin, count }))['medianMicros']) /
      1000;
  try {
    await load({ job: 'fill', origin: full.origin, count: 10_000 });
    for (const server of [full, empty]) await millis(100)(server);
    return { ...(await byTurns(rounds, full, empty, millis(200))), unit: 'ms' };
  } finally {
    await full.end('SIGTERM');
    await empty.end('SIGTERM');
  }
};

/** A dashboard that listens and reads what it hears. */
const openDashboard = async (events: string): Promise<ClientRequest> => {
  const sent = request(events, { agent: false, headers: { accept: 'text/event-stream' } }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${events} answered ${answer.statusCode}`);
  answer.resume();
  return sent;
};

const dashboards = 20;

const measureOpenDashboards = async ({ rounds, seconds }: Effort): Promise<Result> => {
  const watched = await start(simulator);
  const alone = await start(simulator);
  const events = await eventsOf(watched);
  const open = await Promise.all(Array.from({ length: dashboards }, () => openDashboard(events)));
  const rate =
    (length: number) =>
    async ({ origin }: RunningServer): Promise<number> =>
      Number((await load({ job: 'rate', kind: 'register', seconds: length, origin }))['perSecond']);
  try {
    for (const server of [watched, alone]) await rate(Math.min(2, seconds))(server);
    return { ...(await byTurns(rounds, watched, alone, rate(seconds))), unit: '/s' };
  } finally {
    for (const sent of open) sent.destroy();
    await watched.end('SIGTERM');
    await alone.end('SIGTERM');
  }
};

export const dashboardFigures: readonly Figure[] = [
  {
    name: 'transactions',
    title: 'Transactions of the dashboard, 10,000 orders : none',
    target: { atMost: 2 },
    measure: measureTransactions,
  },
  {
    name: 'dashboards',
    title: 'register.do, 20 open dashboards : none',
    target: { atLeast: 0.9 },
    measure: measureOpenDashboards,
  },
];
