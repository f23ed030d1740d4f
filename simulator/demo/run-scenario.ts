import {
  type GatewayClient,
  GatewayHttpError,
  GatewayTimeout,
  GatewayUnreachable,
  type PayerOptions,
  type PaymentWalk,
  type RegisteredOrder,
  type WalkEnd,
} from '../../client/index.ts';
import { noAttemptYet } from '../domain/order.ts';
import type { Scenario } from '../scenario-engine/scenario.ts';
import { inOneCell } from './print-table.ts';
import { afterExpiryMs, order, plainCard, type Stage } from './stage.ts';

export interface ScenarioRun {
  readonly scenario: string;
  readonly orderId: string;
  /** The pages that the payer saw. */
  /** Absent where a page did not come. */
  readonly walk?: PaymentWalk;
  readonly payer: string;
  readonly orderStatus: number;
  readonly actionCode: number;
  readonly callbacks: readonly string[];
  readonly ms: number;
  /** What differs from what the file expects. */
  readonly problems: readonly string[];
}

/** The whole redirect flow through one scenario: register, walk the page, hear the callbacks, ask the status. */
export const runScenario = async (stage: Stage, scenario: Scenario): Promise<ScenarioRun> => {
  const { simulator, client } = stage;
  const startedMs = simulator.clock.now();
  const { orderId, formUrl } = await register(client, scenario);
  const walk = await pay(stage, scenario, formUrl);
  const payer = walk?.end ?? 'error-page';
  const ms = simulator.clock.now() - startedMs;
  await simulator.clock.advance(Math.max(hasLeft(scenario, payer) ? afterExpiryMs : 0, pendingMs(scenario)));
  for (const { on } of scenario.gateway) await shopActs[on]?.(client, orderId);
  const callbacks = await stage.callbacksOf(orderId);
  const { orderStatus, actionCode = noAttemptYet } = await client.getOrderStatus({ orderId });
  const seen = { orderStatus, actionCode, payer };
  const problems = differences(scenario, seen);
  return { scenario: scenario.name, orderId, ...(walk && { walk }), ...seen, callbacks, ms, problems };
};

/** Longest order number that every bank takes. */
const longestNumber = 32;

/** Registers the order, once more after an HTTP error. The shop's own number sees to it that this makes no second order. */
const register = async (client: GatewayClient, { name, about }: Scenario): Promise<RegisteredOrder> => {
  const asked = {
    ...order,
    orderNumber: name.slice(-longestNumber),
    description: about,
    jsonParams: { scenario: name },
  };
  try {
    return await client.register(asked);
  } catch (error) {
    if (!(error instanceof GatewayHttpError)) throw error;
    return client.register(asked);
  }
};

/** Walks the page; undefined where a page does not come, which leaves the payer before an error. */
const pay = async (
  { simulator, payer }: Stage,
  scenario: Scenario,
  formUrl: string,
): Promise<PaymentWalk | undefined> => {
  const comesTooLate = scenario.payer.atAcs === 'answer-too-late';
  const beforeAnswer = () => simulator.clock.advance(afterExpiryMs);
  try {
    return await payer.pay(formUrl, { ...payerOptions(scenario), ...(comesTooLate && { beforeAnswer }) });
  } catch (error) {
    if (error instanceof GatewayUnreachable || error instanceof GatewayTimeout) return undefined;
    throw error;
  }
};

const payerOptions = ({ payer }: Scenario): PayerOptions => ({
  ...plainCard,
  tries: payer.tries,
  atAcs: payer.atAcs === 'answer-too-late' ? 'answer' : payer.atAcs,
  ...(payer.cards && { cards: payer.cards.map((pan) => ({ pan })) }),
  ...(payer.otp !== undefined && { otp: payer.otp }),
  ...(payer.leavesPage && { leavePage: true }),
  ...(payer.submitsTwice && { submitTwice: true }),
  ...(payer.closesWindow && { closeWindow: true }),
  ...(payer.paysAgain && { payAgain: true }),
  ...(payer.reloads && { reload: payer.reloads }),
});

const hasLeft = ({ payer }: Scenario, end: WalkEnd): boolean =>
  payer.leavesPage || end === 'acs' || end === 'error-page';

/** How long the bank leaves a payment open. */
const pendingMs = ({ attempts }: Scenario): number => Math.max(0, ...attempts.map(({ plan }) => plan.pendingMs ?? 0));

/** What the shop does after the payment, where a scenario is about that call. */
const shopActs: Readonly<Record<string, (client: GatewayClient, orderId: string) => Promise<unknown>>> = {
  refund: (client, orderId) => client.refund({ orderId, externalRefundId: 'demo-refund' }),
};

const differences = (
  { expect }: Scenario,
  seen: Readonly<Record<'orderStatus' | 'actionCode' | 'payer', number | string>>,
): readonly string[] =>
  (['orderStatus', 'actionCode', 'payer'] as const).flatMap((name) =>
    expect[name] === undefined || expect[name] === seen[name]
      ? []
      : [`${name}: expected ${expect[name]}, got ${seen[name]}`],
  );

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
