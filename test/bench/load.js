// Puts load on a server from a process of its own: `node load.js '<what as JSON>'` writes one line of JSON.
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const registerPath = '/payment/rest/register.do';
const statusPath = '/payment/rest/getOrderStatusExtended.do';
const registerBody =
  'amount=1000&currency=398&userName=test_user&password=test_user_password' +
  '&returnUrl=https%3A%2F%2Fshop.example%2Freturn&description=my_first_order&language=en';
const statusBody = (orderId) => `userName=test_user&password=test_user_password&orderId=${orderId}`;
const orderIdIn = (answer) => /"orderId":"([^"]+)"/.exec(answer)?.[1];

const register = { method: 'POST', path: registerPath, headers, body: registerBody };
const pair = [
  {
    ...register,
    onResponse: (_status, answer, context) => {
      context.orderId = orderIdIn(answer);
    },
  },
  {
    method: 'POST',
    path: statusPath,
    headers,
    setupRequest: (wanted, context) => ({ ...wanted, body: statusBody(context.orderId) }),
  },
];
/** As one of so many merchants after the other; always as many requests, because they cost the sender something too. */
const registerAs = (_path, logins) =>
  Array.from({ length: 1000 }, (_, number) => ({
    ...register,
    body: registerBody.replace(/userName=[^&]*&password=[^&]*/, `userName=shop-${number % logins}&password=secret`),
  }));
const requestsFor = {
  register: () => [register],
  registerAs,
  pair: () => pair,
  page: (path) => [{ method: 'GET', path }],
};

/** Requests per second over some seconds, or of so many requests, at 32 connections. */
const rate = async ({ origin, kind, path, logins, seconds, amount }) => {
  const length = amount === undefined ? { duration: seconds } : { amount };
  const options = { url: origin, connections: 32, ...length, requests: requestsFor[kind](path, logins) };
  const result = await autocannon(options);
  const failures = result.errors + result.timeouts + result.non2xx;
  if (failures > 0) throw new Error(`${failures} of ${result.requests.total} ${kind} requests failed at ${origin}`);
  const perSecond = result.requests.total / result.duration;
  return { count: result.requests.total, perSecond, p99Ms: result.latency.p99 };
};

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

const call = (origin, path, body) =>
  new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const options = { method: 'POST', agent, headers: { ...headers, 'content-length': length } };
    const sent = request(`${origin}${path}`, options, async (answer) => {
      let text = '';
      for await (const chunk of answer.setEncoding('latin1')) text += chunk;
      if (answer.statusCode === 200 && /"orderStatus"|"orderId"/.test(text)) resolve(text);
      else reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
    });
    sent.on('error', reject).end(body);
  });

/** Reads a page as a browser asks for it. */
const readPage = (origin, path) =>
  new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { agent, headers: { accept: 'text/html' } }, async (answer) => {
      let text = '';
      for await (const chunk of answer.setEncoding('latin1')) text += chunk;
      if (answer.statusCode === 200 && text.includes('</html>')) resolve(text);
      else reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
    });
    sent.on('error', reject).end();
  });

/** Registers that many orders, 32 at a time, and gives a thousand of their ids, from all over. */
const fill = async ({ origin, count }) => {
  const orderIds = [];
  let begun = 0;
  const worker = async () => {
    while (begun < count) {
      const number = begun++;
      const orderId = orderIdIn(await call(origin, registerPath, registerBody));
      if (number % Math.ceil(count / 1000) === 0) orderIds.push(orderId);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return { orderIds };
};

const act = {
  status: ({ origin, orderIds }, number) =>
    call(origin, statusPath, statusBody(orderIds[(number * 7) % orderIds.length])),
  register: ({ origin }) => call(origin, registerPath, registerBody),
  page: ({ origin, path }) => readPage(origin, path),
};

/** Median time of one call in microseconds, one call after the other. */
const latency = async ({ kind, count, ...about }) => {
  const times = [];
  for (let number = 0; number < count; number++) {
    const began = performance.now();
    await act[kind](about, number);
    times.push(performance.now() - began);
  }
  return { medianMicros: times.sort((a, b) => a - b)[count >> 1] * 1000 };
};

const jobs = { rate, fill, latency };
const job = JSON.parse(process.argv[2]);
process.stdout.write(`${JSON.stringify(await jobs[job.job](job))}\n`);
agent.destroy();
