import { subscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import Koa from 'koa';
import { GatewayClient, Payer } from '../../client/index.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

/** As many tests as a shop's suite may have, each a whole redirect flow with a merchant of its own; prints one line of JSON. */
const count = 200;

/** `shared`: one simulator for all; `each`: one for each test; `bare`: as many plain requests to a bare Koa server. */
const kind = process.argv.at(-1) ?? '';

/** Register, the page, the card, the issuer's page, the code, the way back, the result of the payment, the status. */
const requestsOfFlow = 8;

const times: { beganMs: number; endedMs: number }[] = [];

let requests = 0;
subscribe('http.server.request.start', () => {
  requests += 1;
});

const pay = async (t: ExecutionContext, simulator: Simulator, login: string): Promise<void> => {
  const { password } = await simulator.makeMerchant({ login });
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName: login, password });
  const { orderId, formUrl } = await client.register({ amountMinor: 1000, returnUrl: 'https://shop.example/return' });
  await new Payer().pay(formUrl);
  t.is((await client.getOrderStatus({ orderId })).orderStatus, 2);
};

const startBare = async () => {
  const app = new Koa();
  app.use((ctx) => {
    ctx.req.resume();
    ctx.body = { ok: true };
  });
  const server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
};

const start = () => startSimulator({ logLevel: 'error' });

const shared = kind === 'shared' ? await start() : undefined;
const bare = kind === 'bare' ? await startBare() : undefined;

const flow = async (t: ExecutionContext, login: string): Promise<void> => {
  if (bare) {
    for (let request = 0; request < requestsOfFlow; request += 1) await (await fetch(bare.url)).text();
    t.pass();
    return;
  }
  const simulator = shared ?? (await start());
  await pay(t, simulator, login);
  if (!shared) await simulator.stop();
};

for (let number = 0; number < count; number += 1) {
  test(`flow ${number}`, async (t) => {
    const beganMs = performance.now();
    await flow(t, `shop-${number}`);
    times.push({ beganMs, endedMs: performance.now() });
  });
}

test.after.always(async (t) => {
  t.is(requests, count * requestsOfFlow);
  await shared?.stop();
  bare?.stop();
  const tookMs = Math.max(...times.map(({ endedMs }) => endedMs)) - Math.min(...times.map(({ beganMs }) => beganMs));
  process.stdout.write(`${JSON.stringify({ flows: times.length, perSecond: (times.length / tookMs) * 1000 })}\n`);
});
