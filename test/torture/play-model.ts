import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { challengeCard, plainCard } from '../helpers/payments/pay.ts';
import { cardFields, inTwoCalls } from '../helpers/payments/pay-form.ts';
import type { Fields, Json } from '../helpers/simulator/simulator.ts';
import { type Connection, openConnection } from './connection.ts';
import { wrongsOf } from './money-invariants.ts';
import { amountSent, type Model, newModel, type Operation, type Sum, step } from './money-model.ts';

const sum: fc.Arbitrary<Sum> = fc.oneof(
  fc.constant<Sum>({ kind: 'everything' }),
  fc.integer({ min: 1, max: 99 }).map((ofHundred): Sum => ({ kind: 'part', ofHundred })),
  fc.constant<Sum>({ kind: 'exactly' }),
  fc.constantFrom(1, 1_000, 900_000_000_000).map((by): Sum => ({ kind: 'over', by })),
);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Operation>({ do: 'pay' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('pay-and-be-refused' as const, 'go-to-issuer' as const, 'come-back' as const, 'decline' as const)
      .map((name): Operation => ({ do: name })),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deposit' as const), sum, depositType: fc.constantFrom(0, 1, 1, 2) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('reverse' as const, 'refund' as const), sum }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1_000, 1_199_999, 1_200_000, 86_400_000).map((ms): Operation => ({ do: 'wait', ms })),
  },
);

/** An order, and what happens to it. */
const story = fc.record({
  amount: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 99_999_999 })),
  isPreAuth: fc.boolean(),
  operations: fc.array(operation, { minLength: 1, maxLength: 12 }),
});

type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

export interface ModelOptions {
  /** How many stories. */
  readonly runs: number;
  readonly seed: number;
}

/** Tells the gateway and the model the same stories. @throws Error that names the seed and the shortest story in which they part. */
export const playModel = async (simulator: Simulator, { runs, seed }: ModelOptions): Promise<void> => {
  const connection = openConnection(simulator.url);
  let count = 0;
  const property = fc.asyncProperty(story, (told) => tell(simulator, connection, `model-${count++}`, told));
  try {
    await fc.assert(property, { numRuns: runs, seed, includeErrorInReport: true });
  } finally {
    connection.close();
  }
};

/** Each story is that of a merchant of its own, with a clock of its own. */
const tell = async (simulator: Simulator, connection: Connection, login: string, told: Story): Promise<void> => {
  await simulator.makeMerchant({ login, password: 'secret' });
  const shop = shopOf(simulator, connection, login);
  const model = newModel(told.amount, told.isPreAuth, simulator.clockOf(login).now());
  const endpoint = told.isPreAuth ? 'registerPreAuth.do' : 'register.do';
  const { orderId } = await shop.call(endpoint, { amount: String(told.amount), returnUrl: 'https://shop.example/' });
  for (const [index, next] of told.operations.entries()) {
    const sent = 'sum' in next ? amountSent(model, next.do, next.sum) : 0;
    const expected = step(model, next);
    const code = await shop.act(orderId, next, sent);
    const what = `step ${index + 1}, ${JSON.stringify(next)}`;
    if (expected !== undefined) deepStrictEqual(code, expected, `errorCode of ${what}`);
    deepStrictEqual(await shop.amounts(orderId), amountsOf(model), `amounts after ${what}`);
    const order = await simulator.store.orders.find(orderId);
    deepStrictEqual(order && wrongsOf(order), [], `money after ${what}`);
  }
  await simulator.deleteMerchant(login);
};

const amountsOf = ({ status, approved, deposited, refunded }: Model) => ({ status, approved, deposited, refunded });

const refusedCard = { pan: cardForActionCode(116), expiry: '12/34', cvc: '123' };

const mostMs = 10_000;

const shopOf = (simulator: Simulator, connection: Connection, login: string) => {
  const rest = new URL(simulator.restUrl).pathname;

  const send = async (path: string, fields: Fields): Promise<string> => {
    const body = new URLSearchParams(fields).toString();
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
    return (await connection.ask('POST', Buffer.from(head + body), mostMs)).body;
  };

  const callBare = async (endpoint: string, fields: Fields = {}): Promise<Json> =>
    JSON.parse(await send(rest + endpoint, fields));

  const call = (endpoint: string, fields: Fields = {}): Promise<Json> =>
    callBare(endpoint, { userName: login, password: 'secret', ...fields });

  const pay = async (orderId: string, card: typeof refusedCard): Promise<string> =>
    String(
      (await inTwoCalls((more) => callBare('processform.do', { MDORDER: orderId, ...cardFields(card), ...more })))[
        'errorCode'
      ],
    );

  /** As somebody whose window was open all along would: the issuer's page, and the way back from it. */
  const comeBack = async (orderId: string): Promise<void> => {
    const order = await simulator.store.orders.find(orderId);
    const threeDSServerTransID = order?.attempts.at(-1)?.threeDs?.serverTransId ?? 'none';
    const message = { acsTransID: orderId, threeDSServerTransID };
    const packed = Buffer.from(JSON.stringify(message)).toString('base64url');
    await send('/acs/challenge', { creq: packed });
    await send('/acs/answer', { ...message, action: 'pass' });
    await send(`${rest}finish3dsVer2PaymentAnonymous.do`, { cres: packed });
  };

  const act = async (orderId: string, operation: Operation, amount: number): Promise<string> => {
    switch (operation.do) {
      case 'pay':
        return pay(orderId, plainCard);
      case 'pay-and-be-refused':
        return pay(orderId, refusedCard);
      case 'go-to-issuer':
        return pay(orderId, challengeCard);
      case 'come-back':
        await comeBack(orderId);
        return '';
      case 'wait':
        await simulator.clockOf(login).advance(operation.ms);
        return '';
      case 'decline':
        return (await call('decline.do', { orderId }))['errorCode'];
      default: {
        const type: Fields = operation.do === 'deposit' ? { depositType: String(operation.depositType) } : {};
        return (await call(`${operation.do}.do`, { orderId, amount: String(amount), ...type }))['errorCode'];
      }
    }
  };

  const amounts = async (orderId: string) => {
    const { orderStatus, paymentAmountInfo: info } = await call('getOrderStatusExtended.do', { orderId });
    return {
      status: orderStatus,
      approved: info.approvedAmount,
      deposited: info.depositedAmount,
      refunded: info.refundedAmount,
    };
  };

  return { call, act, amounts };
};
