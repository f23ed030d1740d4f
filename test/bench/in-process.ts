/** Measures inside of one process: `node in-process.ts '<what as JSON>'` writes one line of JSON. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { GatewayClient, Payer } from '../../client/index.ts';
import { startSimulator } from '../../simulator/simulator.ts';

const credentials = { userName: 'test_user', password: 'test_user_password' };
const body =
  'amount=1000&currency=398&userName=test_user&password=test_user_password' +
  '&returnUrl=https%3A%2F%2Fshop.example%2Freturn&description=my_first_order&language=en';

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const post = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
    const sent = request(url, { method: 'POST', agent: false, headers }, (answer) => {
      answer.resume().on('end', resolve);
    });
    sent.on('error', reject).end(body);
  });

/** Start, one register.do, stop. */
const simulatorOnce = async (): Promise<void> => {
  const simulator = await startSimulator({ logLevel: 'error' });
  await post(`${simulator.restUrl}register.do`);
  await simulator.stop();
};

/** Listen, one request, close. */
const koaOnce = async (): Promise<void> => {
  const app = new Koa();
  app.use((ctx) => {
    ctx.req.resume();
    ctx.body = { ok: true };
  });
  const server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await post(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await new Promise((resolve) => server.close(resolve));
};

/** Median time of each in milliseconds, by turns. */
const startStop = async ({ count }: { count: number }) => {
  const [ours, baseline]: [number[], number[]] = [[], []];
  const timed = async (work: () => Promise<void>, times: number[]) => {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  };
  for (let turn = 0; turn < count + 20; turn++) {
    await timed(simulatorOnce, ours);
    await timed(koaOnce, baseline);
  }
  return { oursMs: median(ours.slice(20)), baselineMs: median(baseline.slice(20)) };
};

/** Whole redirect flows per second, each with a merchant of its own: on one simulator for all, or on one each. */
const flows = async ({ count, isShared }: { count: number; isShared: boolean }) => {
  const logins = Array.from({ length: count }, (_, index) => ({ login: `shop-${index}`, password: 'secret' }));
  const shared = isShared ? await startSimulator({ merchants: logins, logLevel: 'error' }) : undefined;
  const flow = async (login: string): Promise<void> => {
    const simulator = shared ?? (await startSimulator({ logLevel: 'error' }));
    const own = shared ? { userName: login, password: 'secret' } : credentials;
    const client = new GatewayClient({ baseUrl: simulator.restUrl, ...own });
    const { orderId, formUrl } = await client.register({ amountMinor: 1000, returnUrl: 'https://shop.example/return' });
    await new Payer().pay(formUrl);
    if ((await client.getOrderStatus({ orderId })).orderStatus !== 2) throw new Error('not paid');
    if (!shared) await simulator.stop();
  };
  const waiting = [...logins];
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await flow(next.login);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  const seconds = (performance.now() - began) / 1000;
  await shared?.stop();
  return { perSecond: count / seconds };
};

const jobs: Readonly<Record<string, (job: never) => Promise<object>>> = { startStop, flows };
const job = JSON.parse(process.argv[2] ?? '{}') as { readonly job: string };
process.stdout.write(`${JSON.stringify(await jobs[job.job]?.(job as never))}\n`);
