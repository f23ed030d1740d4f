import test, { type ExecutionContext } from 'ava';
import { type EventStream, Payer, type SandboxEvent, SandboxProblem } from '../../../client/index.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { order, sandboxFor } from './sandbox.ts';

/** Events up to the first one that is like this. */
const upTo = async (
  stream: EventStream,
  isLast: (event: SandboxEvent) => boolean,
): Promise<readonly SandboxEvent[]> => {
  const events: SandboxEvent[] = [];
  for await (const event of stream) {
    events.push(event);
    if (isLast(event)) break;
  }
  return events;
};

const typed = <Type extends SandboxEvent['type']>(events: readonly SandboxEvent[], type: Type) =>
  events.filter((event): event is Extract<SandboxEvent, { type: Type }> => event.type === type);

const shopFor = async (t: ExecutionContext) => {
  const receiver = await receiverFor(t, 200);
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: receiver.url } });
  return { sandbox, merchant, gateway: sandbox.gatewayOf(merchant) };
};

test('a payment is followed as it happens: requests, the order, its callback, the clock', async (t) => {
  const { sandbox, merchant, gateway } = await shopFor(t);
  const stream = sandbox.events(merchant);
  await stream.opened;

  const { orderId, formUrl } = await gateway.register(order);
  await new Payer({ card: plainCard }).pay(formUrl);
  await sandbox.clock.advance(merchant, '1s');

  const events = await upTo(stream, ({ type }) => type === 'clock');
  const { at } = typed(events, 'clock')[0] ?? {};
  t.is(at, '2026-01-01T08:00:01.000Z');
  t.deepEqual(
    typed(events, 'order').map((event) => [event.orderId, event.status, event.depositedMinor]),
    [
      [orderId, 'created', 0],
      [orderId, 'deposited', 1500],
    ],
  );
  t.like(typed(events, 'callback'), [
    { subject: orderId, operation: 'deposited', state: 'delivered', httpStatus: 200, merchant: merchant.login },
  ]);
  const [request] = typed(events, 'request');
  t.like(request, { path: '/payment/rest/register.do', httpStatus: 200, surface: 'api', isRefused: false });
});

test('who left comes back for what was missed, and a merchant hears of nobody else', async (t) => {
  const { sandbox, merchant, gateway } = await shopFor(t);
  const stranger = sandbox.gatewayOf(await sandbox.makeMerchant());
  const stream = sandbox.events(merchant);
  await stream.opened;
  await gateway.register(order);
  const seen = await upTo(stream, ({ type }) => type === 'request');
  const last = seen.at(-1);
  const { orderId } = await gateway.register(order);
  const { orderId: strange } = await stranger.register(order);

  const after = last && 'id' in last ? last.id : 0;
  const own = await upTo(sandbox.events(merchant, { after }), ({ type }) => type === 'request');
  const all = await upTo(sandbox.allEvents({ after }), (event) => event.type === 'order' && event.orderId === strange);

  t.deepEqual(
    typed(own, 'order').map((event) => event.orderId),
    [orderId],
  );
  t.deepEqual(
    typed(all, 'order').map((event) => event.orderId),
    [orderId, strange],
  );
});

test('the stream of no merchant is a problem', async (t) => {
  const { sandbox } = await sandboxFor(t);

  const error = await t.throwsAsync(sandbox.events('nobody').opened, { instanceOf: SandboxProblem });

  t.like(error, { status: 404, field: 'login' });
});

test('a gateway that stops ends the stream, and a loop that may not come back rejects', async (t) => {
  const { sandbox, simulator } = await sandboxFor(t);
  const stream = sandbox.events('test_user', { retries: 1, wait: async () => {} });
  await stream.opened;
  await simulator.stop();

  await t.throwsAsync(
    upTo(stream, () => false),
    { name: 'GatewayUnreachable' },
  );
});
