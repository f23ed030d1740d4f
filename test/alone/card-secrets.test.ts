import test, { type ExecutionContext } from 'ava';
import { nonsense, payments, secretsIn } from '../helpers/payments/card-acts.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';

/** Everything that is kept, told, exported or counted, by where it is found. */
const allThatIsKnown = async (simulator: TestSimulator): Promise<Readonly<Record<string, string>>> => {
  const read = async (path: string): Promise<string> => (await fetch(simulator.controlUrl + path)).text();
  const { store } = simulator;
  const mine = 'test_user';
  const ofStore = [
    await store.orders.ofMerchant(mine),
    await store.bindings.ofMerchant(mine),
    await store.callbacks.ofMerchant(mine),
    await store.tasks.ofMerchant(mine),
    await store.templates.ofMerchant(mine),
    await store.counters.ofMerchant(mine),
    await store.merchants.all(),
  ];
  const orders = await store.orders.ofMerchant(mine);
  const stories = await Promise.all(orders.map(({ id }) => read(`/merchants/${mine}/orders/${id}`)));
  return {
    store: JSON.stringify(ofStore),
    state: await read(`/merchants/${mine}/state`),
    journal: await read(`/merchants/${mine}/journal`),
    'journal of nobody': JSON.stringify(await simulator.journal(mine)),
    har: await read(`/merchants/${mine}/journal.har`),
    orders: await read(`/merchants/${mine}/orders?limit=1000`),
    stories: stories.join('\n'),
    callbacks: await read(`/merchants/${mine}/callbacks`),
    metrics: await read('/metrics'),
  };
};

/** All that this process writes while a test runs: the lines of the log are among it. */
const outputOf = (t: ExecutionContext): (() => string) => {
  const chunks: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      chunks.push(String(chunk));
      return typeof chunk === 'string' && chunk.startsWith('{"level"') ? true : write(chunk, ...rest);
    }) as typeof stream.write;
    t.teardown(() => {
      stream.write = write;
    });
  }
  return () => chunks.join('');
};

test('no card number and no security code is kept, logged, told or exported, wherever it was sent', async (t) => {
  const shop = await receiverFor(t, 200);
  const parameters = ['maskedPan', 'cardholderName', 'amount', 'approvalCode'];
  const output = outputOf(t);
  const simulator = await simulatorFor(t, {
    logLevel: 'debug',
    journalSize: 10_000,
    callbacks: { url: shop.url, parameters },
    merchants: [{ login: login['userName'] ?? '', password: login['password'] ?? '', token: 'public-token' }],
  });
  const events: string[] = [];
  simulator.onEvent((event) => events.push(JSON.stringify(event)));

  for (const act of [...payments, ...nonsense]) await act(simulator);
  await simulator.clock.advance(1_300_000);
  await simulator.settled();

  const known = {
    ...(await allThatIsKnown(simulator)),
    events: events.join('\n'),
    'what shops were told': JSON.stringify(shop.received),
    log: output(),
  };
  const orders = await simulator.store.orders.ofMerchant('test_user');
  t.true(orders.filter(({ status }) => status === 'deposited').length > 10, 'cards have paid');
  t.true(events.length > 200);
  t.true(known.log.includes('"msg":"request"'), 'the log is looked at');
  for (const [place, text] of Object.entries(known)) t.deepEqual(secretsIn(text), [], place);
});
