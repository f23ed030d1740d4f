import type { Order } from '../../../../domain/orders/order.ts';
import { challengeStep, declineStep } from './order-as-scenario.ts';

/** The runners for which an order can be copied as a test, with the name of the file. */
export const runners = [
  { name: 'AVA', file: 'test.ts' },
  { name: 'Vitest', file: 'test.ts' },
  { name: 'Jest', file: 'test.ts' },
  { name: 'PHPUnit', file: 'Test.php' },
  { name: 'pytest', file: 'test.py' },
] as const;

export type Runner = (typeof runners)[number]['name'];

export interface OrderFacts {
  readonly order: Order;
  /** As getOrderStatusExtended.do has it now. */
  readonly orderStatus: number;
  /** The gateway as the reader sees it. */
  readonly origin: string;
}

/** A test in which an order of a merchant of its own goes the same way, as text. */
export const orderAsTest = (runner: Runner, facts: OrderFacts): string => {
  if (runner === 'PHPUnit') return asPhpUnit(facts);
  return runner === 'pytest' ? asPytest(facts) : asTypeScript(runner, facts);
};

const titleOf = ({ order, orderStatus }: OrderFacts): string =>
  `order ${order.orderNumber.replaceAll(/[^\w .-]/g, '_')} ends with orderStatus ${orderStatus}`;

const digits = (amountMinor: number): string => String(amountMinor).replace(/\B(?=(\d{3})+$)/g, '_');

/** What the bank did to the order besides its attempts: by the shop's calls. */
const moneyCalls = ({ order }: OrderFacts) => [
  ...(order.isPreAuth && order.depositedMinor > 0
    ? [{ call: 'deposit', amountMinor: order.depositedMinor + order.refundedMinor } as const]
    : []),
  ...(order.reversedMinor !== undefined ? [{ call: 'reverse', amountMinor: order.reversedMinor } as const] : []),
  ...(order.refunds ?? []).map(({ amountMinor }) => ({ call: 'refund', amountMinor }) as const),
];

const stepsOf = (order: Order): readonly string[] =>
  order.attempts.map((attempt) => {
    const parts = [challengeStep(attempt), declineStep(attempt)].flatMap((part) =>
      part === undefined ? [] : [`${part[0]}: '${part[1]}'`],
    );
    return `{ ${parts.length === 0 ? 'approve: true' : parts.join(', ')} }`;
  });

const frames = {
  AVA: {
    head: "import test from 'ava';",
    expects: (expected: string) => `t.like(await gateway.getOrderStatus({ orderId }), ${expected});`,
    parameter: 't',
  },
  Vitest: {
    head: "import { expect, test } from 'vitest';",
    expects: (expected: string) => `expect(await gateway.getOrderStatus({ orderId })).toMatchObject(${expected});`,
    parameter: '',
  },
  Jest: {
    head: '',
    expects: (expected: string) => `expect(await gateway.getOrderStatus({ orderId })).toMatchObject(${expected});`,
    parameter: '',
  },
} as const;

const asTypeScript = (runner: keyof typeof frames, facts: OrderFacts): string => {
  const { order, orderStatus, origin } = facts;
  const { head, expects, parameter } = frames[runner];
  const steps = stepsOf(order);
  const register = order.isPreAuth ? 'registerPreAuth' : 'register';
  return [
    ...(head === '' ? [] : [head]),
    "import { Payer, SandboxClient } from 'tillbox/client';",
    '',
    `test('${titleOf(facts)}', async (${parameter}) => {`,
    `  const sandbox = new SandboxClient({ url: '${origin}' });`,
    '  const merchant = await sandbox.makeMerchant();',
    '  const gateway = sandbox.gatewayOf(merchant);',
    ...(steps.length === 0
      ? []
      : [
          `  await sandbox.setScenario(merchant, {`,
          `    about: 'As the order went.',`,
          `    attempts: [${steps.join(', ')}],`,
          '  });',
        ]),
    '',
    `  const { orderId, formUrl } = await gateway.${register}({`,
    `    amountMinor: ${digits(order.amountMinor)},`,
    `    currency: '${order.currency}',`,
    "    returnUrl: 'https://shop.example/return',",
    '  });',
    ...order.attempts.map(() => '  await new Payer().pay(formUrl);'),
    ...(order.attempts.length === 0 && order.status === 'declined'
      ? ["  await sandbox.orders.act(merchant, orderId, 'expire');"]
      : []),
    ...moneyCalls(facts).map(
      ({ call, amountMinor }) => `  await gateway.${call}({ orderId, amountMinor: ${digits(amountMinor)} });`,
    ),
    '',
    `  ${expects(`{ orderStatus: ${orderStatus}, actionCode: ${order.actionCode} }`)}`,
    '});',
    '',
  ].join('\n');
};

const scenarioJson = (order: Order): string =>
  JSON.stringify({
    about: 'As the order went.',
    attempts: order.attempts.map((attempt) => {
      const parts = [challengeStep(attempt), declineStep(attempt)].filter((part) => part !== undefined);
      return parts.length === 0 ? { approve: true } : Object.fromEntries(parts);
    }),
  });

const asPhpUnit = (facts: OrderFacts): string => {
  const { order, orderStatus } = facts;
  return [
    '<?php',
    '',
    "require 'gateway.php'; // docs/tasks/first-payment.md",
    '',
    'final class OrderTest extends PHPUnit\\Framework\\TestCase',
    '{',
    '    public function testOrderGoesTheSameWay(): void',
    '    {',
    "        ['login' => $login, 'password' => $password] = sandbox('POST', '/merchants');",
    "        $merchant = ['userName' => $login, 'password' => $password];",
    ...(order.attempts.length === 0
      ? []
      : [`        sandbox('PUT', "/merchants/$login/scenario", json_decode('${scenarioJson(order)}', true));`]),
    `        $order = call('${order.isPreAuth ? 'registerPreAuth' : 'register'}.do', $merchant + [`,
    `            'amount' => ${digits(order.amountMinor)}, 'currency' => '${order.currency}', 'returnUrl' => 'https://shop.example/return',`,
    '        ]);',
    ...order.attempts.map(() => "        pay($order['formUrl']);"),
    ...(order.attempts.length === 0 && order.status === 'declined'
      ? [`        sandbox('POST', "/merchants/$login/orders/{$order['orderId']}/acts", ['act' => 'expire']);`]
      : []),
    ...moneyCalls(facts).map(
      ({ call, amountMinor }) =>
        `        call('${call}.do', $merchant + ['orderId' => $order['orderId'], 'amount' => ${digits(amountMinor)}]);`,
    ),
    '',
    "        $status = call('getOrderStatusExtended.do', $merchant + ['orderId' => $order['orderId']]);",
    `        self::assertSame(${orderStatus}, $status['orderStatus']);`,
    `        self::assertSame(${order.actionCode}, $status['actionCode']);`,
    '    }',
    '}',
    '',
  ].join('\n');
};

const asPytest = (facts: OrderFacts): string => {
  const { order, orderStatus } = facts;
  return [
    'import json',
    '',
    'from gateway import call, pay, sandbox  # docs/tasks/first-payment.md',
    '',
    '',
    'def test_order_goes_the_same_way():',
    '    made = sandbox("POST", "/merchants")',
    '    merchant = {"userName": made["login"], "password": made["password"]}',
    ...(order.attempts.length === 0
      ? []
      : [
          `    scenario = json.loads('${scenarioJson(order)}')`,
          `    sandbox("PUT", f"/merchants/{made['login']}/scenario", scenario)`,
        ]),
    `    order = call(`,
    `        "${order.isPreAuth ? 'registerPreAuth' : 'register'}.do", **merchant, amount=${digits(order.amountMinor)}, currency="${order.currency}",`,
    '        returnUrl="https://shop.example/return",',
    '    )',
    ...order.attempts.map(() => '    pay(order["formUrl"])'),
    ...(order.attempts.length === 0 && order.status === 'declined'
      ? [`    sandbox("POST", f"/merchants/{made['login']}/orders/{order['orderId']}/acts", {"act": "expire"})`]
      : []),
    ...moneyCalls(facts).map(
      ({ call, amountMinor }) =>
        `    call("${call}.do", **merchant, orderId=order["orderId"], amount=${digits(amountMinor)})`,
    ),
    '',
    '    status = call("getOrderStatusExtended.do", **merchant, orderId=order["orderId"])',
    `    assert status["orderStatus"] == ${orderStatus}`,
    `    assert status["actionCode"] == ${order.actionCode}`,
    '',
  ].join('\n');
};
