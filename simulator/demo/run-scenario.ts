import type { PayerOptions } from '../../client/index.ts';
import { noAttemptYet } from '../domain/order.ts';
import type { Scenario } from '../scenario-engine/scenario.ts';
import { inOneCell } from './print-table.ts';
import { afterExpiryMs, order, plainCard, type Stage } from './stage.ts';

export interface ScenarioRun {
  readonly scenario: string;
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
  const { simulator, client, payer } = stage;
  const startedMs = simulator.clock.now();
  const { orderId, formUrl } = await client.register({
    ...order,
    description: scenario.about,
    jsonParams: { scenario: scenario.name },
  });
  const walk = await payer.pay(formUrl, payerOptions(scenario));
  const ms = simulator.clock.now() - startedMs;
  if (hasLeft(scenario, walk.end)) await simulator.clock.advance(afterExpiryMs);
  const callbacks = await stage.callbacksOf(orderId);
  const { orderStatus, actionCode = noAttemptYet } = await client.getOrderStatus({ orderId });
  const seen = { orderStatus, actionCode, payer: walk.end };
  return { scenario: scenario.name, ...seen, callbacks, ms, problems: differences(scenario, seen) };
};

const payerOptions = ({ payer }: Scenario): PayerOptions => ({
  ...plainCard,
  tries: payer.tries,
  atAcs: payer.atAcs,
  ...(payer.otp !== undefined && { otp: payer.otp }),
  ...(payer.leavesPage && { leavePage: true }),
});

const hasLeft = ({ payer }: Scenario, end: string): boolean => payer.leavesPage || end === 'acs';

const differences = (
  { expect }: Scenario,
  seen: Readonly<Record<'orderStatus' | 'actionCode' | 'payer', number | string>>,
): readonly string[] =>
  (['orderStatus', 'actionCode', 'payer'] as const).flatMap((name) =>
    expect[name] === undefined || expect[name] === seen[name] ? [] : [`${name}: expected ${expect[name]}`],
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
