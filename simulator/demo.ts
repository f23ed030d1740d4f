import { GatewayClient, Payer, type PayerOptions } from '../client/index.ts';
import { createClock } from './clock.ts';
import { noAttemptYet } from './domain/order.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import { documentedLogin, type Simulator, startSimulator } from './simulator.ts';

/** How far the clock is moved for a payer who has left: past every order's time. */
const afterExpiryMs = 1_201_000;

interface Row {
  readonly scenario: string;
  readonly payer: string;
  readonly orderStatus: number;
  readonly actionCode: number;
  readonly ms: number;
  /** What differs from what the file expects. */
  readonly problems: readonly string[];
}

/** The whole redirect flow through one scenario: register, walk the page, ask the status. */
const runScenario = async (simulator: Simulator, scenario: Scenario): Promise<Row> => {
  const startedMs = simulator.clock.now();
  const client = new GatewayClient({
    baseUrl: simulator.restUrl,
    userName: documentedLogin.login,
    password: documentedLogin.password,
    language: 'en',
  });
  const { orderId, formUrl } = await client.register({
    amountMinor: 1_500_000,
    returnUrl: 'https://shop.example/return',
    description: scenario.about,
    jsonParams: { scenario: scenario.name },
  });
  const walk = await new Payer().pay(formUrl, payerOptions(scenario));
  const ms = simulator.clock.now() - startedMs;
  if (hasLeft(scenario, walk.end)) await simulator.clock.advance(afterExpiryMs);
  const { orderStatus, actionCode = noAttemptYet } = await client.getOrderStatus({ orderId });
  const seen = { orderStatus, actionCode, payer: walk.end };
  return { scenario: scenario.name, ...seen, ms, problems: differences(scenario, seen) };
};

/** Plain approvals need a card without surprises of its own; the scenario decides the rest. */
const payerOptions = ({ payer }: Scenario): PayerOptions => ({
  card: { pan: '4444555511113333', expiry: '12/34', cvc: '123', holder: 'TEST CARDHOLDER' },
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

const table = (rows: readonly Row[]): string => {
  const lines = rows.map(({ scenario, payer, orderStatus, actionCode, ms, problems }) => [
    scenario,
    payer,
    String(orderStatus),
    String(actionCode),
    ms.toFixed(0),
    problems.length > 0 ? `NOT AS EXPECTED (${problems.join(', ')})` : '',
  ]);
  const all = [['scenario', 'payer ends at', 'orderStatus', 'actionCode', 'ms', ''], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const simulator = await startSimulator({
  clock: createClock(),
  scenarios: process.argv[2] ?? './scenarios',
  logLevel: 'error',
});
const rows: Row[] = [];
for (const scenario of await simulator.scenarios()) rows.push(await runScenario(simulator, scenario));
await simulator.stop();

const failed = rows.filter(({ problems }) => problems.length > 0).length;
process.stdout.write(`${table(rows)}\n\n${rows.length} scenarios, ${failed} not as expected\n`);
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;
