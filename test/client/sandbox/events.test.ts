import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import {
  type EventStream,
  GatewayAnswerUnreadable,
  GatewayHttpError,
  GatewayTimeout,
  GatewayUnreachable,
  SandboxClient,
  type SandboxEvent,
  SandboxProblem,
} from '../../../client/index.ts';

type Asked = { readonly path: string; readonly lastId: string | undefined; readonly token: string | undefined };
type Reply = (response: ServerResponse) => void;

/** A gateway whose streams a test writes, in turn: the last reply is for all that follow. */
const streamsFor = async (t: ExecutionContext, ...replies: readonly Reply[]) => {
  const asked: Asked[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    const lastId = headers['last-event-id'] as string | undefined;
    const reply = replies[Math.min(asked.length, replies.length - 1)];
    asked.push({ path: url, lastId, token: headers.authorization });
    reply?.(response);
  });
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(stop);
  return { asked, stop, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const streamType = { 'content-type': 'text/event-stream' };
const clock = (id: number) => `id: ${id}\nevent: clock\ndata: {"merchant":"own","at":"x","isFrozen":true}\n\n`;

/** A stream that says this, and goes on, ends or breaks. */
const says =
  (text: string, then: 'stays' | 'ends' | 'breaks' = 'stays'): Reply =>
  (response) => {
    response.writeHead(200, streamType);
    response.write(text === '' ? ': listening\n\n' : text, () => {
      if (then === 'ends') response.end();
      if (then === 'breaks') response.destroy();
    });
  };

/** The next events of a stream, which it leaves then. */
const take = async (stream: EventStream, count: number): Promise<readonly SandboxEvent[]> => {
  const taken: SandboxEvent[] = [];
  for await (const event of stream) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
};

const idsOf = (events: readonly SandboxEvent[]) => events.map((event) => ('id' in event ? event.id : event.type));

const noWait = { wait: async () => {} };

test('events come with id, type and what the type has to say; comments and heartbeats do not', async (t) => {
  const { url, asked } = await streamsFor(t, says(`: listening\n\n${clock(3)}: still here\n\n${clock(4)}`));

  const events = await take(new SandboxClient({ url, token: 'secret' }).events('a/b'), 2);

  t.deepEqual(events[0], { id: 3, type: 'clock', merchant: 'own', at: 'x', isFrozen: true });
  t.deepEqual(idsOf(events), [3, 4]);
  t.deepEqual(asked, [{ path: '/sandbox/merchants/a%2Fb/events', lastId: undefined, token: 'Bearer secret' }]);
});

test('it asks for all merchants, and for what came after an event', async (t) => {
  const { url, asked } = await streamsFor(t, says(clock(8)));

  await take(new SandboxClient({ url }).allEvents({ after: 7 }), 1);

  t.like(asked, [{ path: '/sandbox/events', lastId: '7' }]);
});

for (const end of ['ends', 'breaks'] as const) {
  test(`where a stream ${end} it is opened again after the last event, until there is one that stays`, async (t) => {
    const { url, asked } = await streamsFor(
      t,
      says(clock(1), end),
      says('', end),
      says(`event: lost\ndata: {"count":5}\n\n${clock(7)}id: 9\n`, end),
      says(clock(8)),
    );

    const events = await take(new SandboxClient({ url }).events('own', noWait), 4);

    t.deepEqual(idsOf(events), [1, 'lost', 7, 8]);
    t.deepEqual(events[1], { type: 'lost', count: 5 });
    t.deepEqual(
      asked.map(({ lastId }) => lastId),
      [undefined, '1', '1', '7'],
    );
  });
}

test('a stream that broke before its first event goes on after the id with which the gateway greeted', async (t) => {
  const { url, asked } = await streamsFor(t, says('id: 41\n\n', 'breaks'), says(clock(42)));

  t.deepEqual(idsOf(await take(new SandboxClient({ url }).events('own', noWait), 1)), [42]);
  t.like(asked, [{ lastId: undefined }, { lastId: '41' }]);
});

test('it waits longer from try to try, and gives up where the gateway stays away', async (t) => {
  const { url, stop } = await streamsFor(t, says(clock(1), 'stays'));
  const waits: number[] = [];
  const wait = async (delayMs: number) => {
    waits.push(delayMs);
  };
  const events = new SandboxClient({ url }).events('own', { wait, retries: 3 })[Symbol.asyncIterator]();
  await events.next();
  stop();

  await t.throwsAsync(events.next(), { instanceOf: GatewayUnreachable, message: /GET \/merchants\/own\/events/ });

  t.deepEqual(waits, [200, 400, 800]);
  t.deepEqual(await events.next(), { done: true, value: undefined });
});

test('a stream that is open says so before anything happens', async (t) => {
  const { url, asked } = await streamsFor(t, says(''));
  const stop = new AbortController();

  await new SandboxClient({ url }).events('own', { signal: stop.signal }).opened;

  t.is(asked.length, 1);
  stop.abort();
});

test('the signal ends a loop quietly, and closes the connection', async (t) => {
  const closed = Promise.withResolvers<void>();
  const { url } = await streamsFor(t, (response) => {
    response.once('close', closed.resolve);
    says(clock(1))(response);
  });
  const stop = new AbortController();
  const seen: SandboxEvent[] = [];

  for await (const event of new SandboxClient({ url }).events('own', { signal: stop.signal })) {
    seen.push(event);
    stop.abort();
  }
  await closed.promise;

  t.is(seen.length, 1);
  for await (const _ of new SandboxClient({ url }).events('own', { signal: stop.signal })) t.fail('it was over before');
});

test('to leave the loop closes the connection', async (t) => {
  const closed = Promise.withResolvers<void>();
  const { url } = await streamsFor(t, (response) => {
    response.once('close', closed.resolve);
    says(clock(1))(response);
  });

  await take(new SandboxClient({ url }).events('own'), 1);

  await t.notThrowsAsync(closed.promise);
});

const refusals: readonly (readonly [what: string, reply: Reply, error: new (...args: never[]) => Error])[] = [
  [
    'a problem',
    (response) =>
      response
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end('{"type":"x","title":"There is no such thing","status":404,"detail":"no merchant","field":"login"}'),
    SandboxProblem,
  ],
  ['HTTP 503', (response) => response.writeHead(503).end('busy'), GatewayHttpError],
  [
    'JSON',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    GatewayAnswerUnreadable,
  ],
  ['an event that is no JSON', says('data: {\n\n'), GatewayAnswerUnreadable],
  ['nothing', () => {}, GatewayTimeout],
  ['a broken connection', (response) => response.destroy(), GatewayUnreachable],
];
for (const [what, reply, error] of refusals) {
  test(`a gateway that answers with ${what} is asked no second time`, async (t) => {
    const { url, asked } = await streamsFor(t, reply);

    const sandbox = new SandboxClient({ url, ...(what === 'nothing' && { timeoutMs: 1_000 }) });
    await t.throwsAsync(take(sandbox.events('own', noWait), 1), { instanceOf: error });

    // Whose patience is short may go before the gateway has seen anything.
    t.true(asked.length <= 1);
  });
}
