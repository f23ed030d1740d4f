/** Measures inside of one process: `node in-process.ts '<what as JSON>'` writes one line of JSON. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { startSimulator } from '../../simulator/simulator.ts';

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

const { count } = JSON.parse(process.argv[2] ?? '{}') as { readonly count: number };
process.stdout.write(`${JSON.stringify(await startStop({ count }))}\n`);
