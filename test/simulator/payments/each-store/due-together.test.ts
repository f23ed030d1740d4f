import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import type { BankAct } from '../../../../simulator/domain/orders/bank-act.ts';
import { parseScenario } from '../../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { Scenario } from '../../../../simulator/scenario-engine/scenario.ts';
import { timesOf } from '../../../helpers/ava/run-of-tests.ts';
import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { hold, payWith } from '../../../helpers/payments/paid-order.ts';
import { type Received, receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { storeDrivers } from '../../../helpers/stores/stores.ts';

interface Stage {
  readonly simulator: TestSimulator;
  readonly operationsOf: (orderId: string) => readonly string[];
  /** Moves the clock and waits for the callbacks. */
  readonly pass: (ms: number) => Promise<void>;
}

/** What happens on every store when two acts on an order are due at the same time, or nearly. */
const test = (
  title: string,
  scenarios: readonly Scenario[],
  run: (t: ExecutionContext, stage: Stage) => Promise<void>,
) => {
  for (const [kind, open] of Object.entries(storeDrivers))
    testsOnEach(kind)(`${kind}: ${title}`, async (t) => {
      const shop = await receiverFor(t, 200);
      const options = { scenarios, callbacks: { url: shop.url }, paymentAttempts: 1 };
      const simulator = await simulatorFor(t, { store: await open(t), ...options });
      const pass = async (ms: number): Promise<void> => {
        await simulator.clock.advance(ms);
        await simulator.settled();
      };
      await run(t, { simulator, operationsOf: operationsIn(shop), pass });
    });
};

const operationsIn =
  ({ received }: { readonly received: readonly Received[] }) =>
  (orderId: string): readonly string[] =>
    received
      .filter(({ form }) => form.get('mdOrder') === orderId)
      .map(({ form }) => `${form.get('operation')}=${form.get('status')}`);

const minuteMs = 60_000;
const endMs = 20 * minuteMs;
/** Milliseconds between an act of a scenario and the order's own time. */
const gaps = [-1, 0, 1] as const;

/** `expire-1` acts a millisecond after the order's own end. */
const actNear = (act: BankAct, since: string, dueMs: number): readonly Scenario[] =>
  gaps.map((gap) =>
    parseScenario(`${act}${gap}`, { later: [{ after: `${dueMs + gap}ms`, since, do: { [act]: true } }] }),
  );

const asking = (scenario: string): Fields => ({ jsonParams: JSON.stringify({ scenario }) });

const runs = timesOf(100);
const gapOf = (run: number): number => gaps[run % gaps.length] ?? 0;

const marksOf = async ({ store }: TestSimulator, orderId: string) =>
  ((await store.orders.find(orderId))?.marks ?? []).map(({ what }) => what);

test(
  `an order's own end and a scenario's send one callback, in ${runs} of ${runs} runs`,
  actNear('expire', 'registered', endMs),
  async (t, { simulator, operationsOf, pass }) => {
    const orderIds: string[] = [];
    for (let run = 0; run < runs; run++)
      orderIds.push((await simulator.register(asking(`expire${gapOf(run)}`))).orderId);

    await pass(endMs + minuteMs);

    for (const [run, orderId] of orderIds.entries()) {
      t.deepEqual(operationsOf(orderId), ['declinedByTimeout=0'], `${gapOf(run)} ms apart`);
      t.deepEqual(await marksOf(simulator, orderId), ['expired']);
    }
  },
);

const atDate = (name: string, ms: number): Fields => ({
  [name]: new Date(ms).toISOString().replace(/\.\d+Z$/, ''),
});

for (const [date, act, callback] of [
  ['autocompletionDate', 'capture', 'deposited=1'],
  ['autoReverseDate', 'reverse', 'reversed=1'],
] as const) {
  test(
    `${date} and a scenario's ${act} send one callback, in ${runs} of ${runs} runs`,
    actNear(act, 'paid', endMs),
    async (t, { simulator, operationsOf, pass }) => {
      const dueMs = simulator.clock.now() + endMs;
      const orderIds: string[] = [];
      for (let run = 0; run < runs; run++)
        orderIds.push(await hold(simulator, { ...asking(`${act}${gapOf(run)}`), ...atDate(date, dueMs) }));

      await pass(endMs + minuteMs);

      for (const [run, orderId] of orderIds.entries())
        t.deepEqual(operationsOf(orderId), ['approved=1', callback], `${gapOf(run)} ms apart`);
    },
  );
}

const acts: readonly BankAct[] = ['expire', 'capture', 'reverse', 'refund', 'chargeback'];

/** Declined with 116. */
const declinedPan = '4000000000116006';

const everyAct = acts.map((act) =>
  parseScenario(act, { later: [{ after: `${endMs + minuteMs}ms`, since: 'registered', do: { [act]: true } }] }),
);

test('an act on an order that has expired sends nothing', everyAct, async (t, { simulator, operationsOf, pass }) => {
  for (const act of acts) {
    const { orderId } = await simulator.register(asking(act));

    await pass(endMs + 2 * minuteMs);

    t.deepEqual(operationsOf(orderId), ['declinedByTimeout=0'], act);
  }
});

test(
  'an act on an order that the shop closed sends nothing',
  everyAct,
  async (t, { simulator, operationsOf, pass }) => {
    for (const act of acts) {
      const { orderId } = await simulator.register(asking(act));
      await simulator.call('decline.do', { orderId });

      await pass(endMs + 2 * minuteMs);

      t.deepEqual(operationsOf(orderId), [], act);
    }
  },
);

test('an act on an order whose last card was declined sends nothing', everyAct, async (t, stage) => {
  const { simulator, operationsOf, pass } = stage;
  for (const act of acts) {
    const orderId = await payWith(simulator, declinedPan, asking(act));
    await simulator.settled();
    t.deepEqual(operationsOf(orderId), ['deposited=0'], act);

    await pass(endMs + 2 * minuteMs);

    t.deepEqual(operationsOf(orderId), ['deposited=0'], act);
  }
});

test(
  "a call of the shop that is on its way when the bank's capture is due uses up a callback's fault once",
  [
    parseScenario('lost-once', {
      later: [{ after: `${endMs}ms`, since: 'paid', do: { capture: true } }],
      callbacks: [{ on: 'deposited', times: 1, do: { lost: true } }],
    }),
  ],
  async (t, { simulator, operationsOf, pass }) => {
    const orderId = await hold(simulator, asking('lost-once'));
    await pass(endMs - 1);
    const { next } = simulator.store.counters;
    let moved: Promise<void> | undefined;
    Object.assign(simulator.store.counters, {
      next: async (...sent: Parameters<typeof next>) => {
        const count = await next(...sent);
        if (moved) return count;
        moved = pass(1);
        // Long enough for the bank, if it did not wait.
        for (let turn = 0; turn < 300; turn++) await nextTurn();
        return count;
      },
    });

    t.is((await simulator.call('deposit.do', { orderId }))['errorCode'], '0');
    await moved;

    t.deepEqual(operationsOf(orderId), ['approved=1']);
    t.deepEqual(
      (await simulator.store.callbacks.about(orderId)).map(({ state }) => state),
      ['delivered', 'lost'],
    );
  },
);
