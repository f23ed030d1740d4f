import { type GatewayClient, GatewayError, type OrderStatusAnswer, type WalkEnd } from '../../../client/index.ts';
import { defaultCallbackSettings } from '../../domain/callback.ts';
import { noAttemptYet } from '../../domain/orders/order.ts';
import type { rehearsedCalls } from '../../scenario-engine/definition/rehearsed-order.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { differences, type OrderEnd } from './compare-end.ts';
import { inOneCell } from './print-table.ts';
import { callbackInWords, type ShopEvent } from './shop-events.ts';
import { afterExpiryMs, type Stage } from './stage.ts';
import { registerFor, walkFor } from './walk-scenario.ts';

export interface ScenarioRun extends OrderEnd {
  readonly scenario: string;
  readonly orderId: string;
  readonly callbacks: readonly string[];
  readonly ms: number;
  /** Differences from the expectations of the file. */
  readonly problems: readonly string[];
}

/** The whole redirect flow through one scenario: register, walk the page, receive the callbacks, ask the status. */
export const runScenario = async (stage: Stage, scenario: Scenario): Promise<ScenarioRun> => {
  const { simulator, client } = stage;
  const startedMs = simulator.clock.now();
  const { orderId, formUrl } = await registerFor(stage, scenario);
  const walk = await walkFor(stage, scenario, formUrl);
  const payer = walk?.end ?? 'error-page';
  const countBefore = stage.receivedFor(orderId).length;
  const ms = simulator.clock.now() - startedMs;
  await simulator.clock.advance((hasLeft(scenario, payer) ? afterExpiryMs : 0) + aftermathMs(scenario));
  for (const on of new Set(scenario.gateway.map((step) => step.on))) await callAsShop(client, on, orderId);
  await simulator.settled();
  const received = stage.receivedFor(orderId);
  const events: readonly ShopEvent[] =
    payer === 'shop' ? [...received.slice(0, countBefore), 'redirect', ...received.slice(countBefore)] : received;
  const end = { ...endIn(await client.getOrderStatus({ orderId })), payer };
  const problems = differences(scenario.expect, end, events);
  const callbacks = received.map(callbackInWords);
  return { scenario: scenario.name, orderId, ...end, callbacks, ms, problems };
};

const endIn = ({ orderStatus, actionCode, chargeback, paymentAmountInfo }: OrderStatusAnswer) => ({
  orderStatus,
  actionCode: actionCode ?? noAttemptYet,
  approved: paymentAmountInfo?.approvedAmount ?? 0,
  deposited: paymentAmountInfo?.depositedAmount ?? 0,
  refunded: paymentAmountInfo?.refundedAmount ?? 0,
  chargeback: chargeback ?? false,
});

const hasLeft = ({ payer }: Scenario, end: WalkEnd): boolean =>
  payer.leavesPage || end === 'acs' || end === 'error-page';

type ShopCall = (client: GatewayClient, orderId: string) => Promise<unknown>;

/** The shop's calls after the payment, for scenarios with faults of these calls. */
const shopCalls: Readonly<Record<string, ShopCall>> = {
  deposit: (client, orderId) => client.deposit({ orderId }),
  reverse: (client, orderId) => client.reverse({ orderId }),
  decline: (client, orderId) => client.decline({ orderId }),
  refund: (client, orderId) => client.refund({ orderId, externalRefundId: 'demo-refund' }),
} satisfies Readonly<Record<(typeof rehearsedCalls)[number], ShopCall>>;

/** A shop that is refused, or gets no answer, goes on: the end of the order shows what came of it. */
const callAsShop = async (client: GatewayClient, on: string, orderId: string): Promise<void> => {
  try {
    await shopCalls[on]?.(client, orderId);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
};

/** The time after the payer has left: late decisions and acts of the bank, and late or repeated callbacks in turn. */
const aftermathMs = ({ attempts, later, callbacks }: Scenario): number => {
  const { retryAfterMs, mostFailures } = defaultCallbackSettings;
  const latenessMs = callbacks.map(
    ({ settings: { delayMs = 0, failures } }) => delayMs + (failures === undefined ? 0 : retryAfterMs * mostFailures),
  );
  const eachMs = Math.max(0, ...latenessMs);
  const pendingMs = Math.max(0, ...attempts.map(({ plan }) => plan.pendingMs ?? 0));
  return pendingMs + Math.max(0, ...later.map(({ afterMs }) => afterMs)) + eachMs * (later.length + 1);
};

/** The runs as rows for the terminal. */
export const scenarioRows = (runs: readonly ScenarioRun[]): readonly (readonly string[])[] => [
  ['scenario', 'ends at', 'orderStatus', 'actionCode', 'ms', 'callbacks', ''],
  ...runs.map(({ scenario, payer, orderStatus, actionCode, callbacks, ms, problems }) => [
    scenario,
    payer,
    String(orderStatus),
    String(actionCode),
    ms.toFixed(0),
    inOneCell(callbacks),
    problems.length > 0 ? `NOT AS EXPECTED (${problems.join(', ')})` : '',
  ]),
];
