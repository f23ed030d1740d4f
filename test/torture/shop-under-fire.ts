import { plainCard } from '../helpers/payments/pay.ts';
import { sentCard } from '../helpers/payments/sent-card.ts';
import type { Chance } from './chance.ts';
import type { Effect, KnownOrder, Operation, SeenOrder } from './ledger.ts';
import { waitUntil } from './wait-until.ts';

const login = { userName: 'test_user', password: 'test_user_password' };
const returnUrl = 'https://shop.example/';

type Answer = Readonly<Record<string, unknown>>;

/** POSTs a form to the merchant API. @throws TypeError where the gateway is gone. */
export const callMerchantApi = async (restUrl: string, endpoint: string, fields: Readonly<Record<string, string>>) => {
  const answer = await fetch(restUrl + endpoint, {
    method: 'POST',
    body: new URLSearchParams({ ...login, ...fields }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status} to ${endpoint}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as Answer;
};

/** A shop that remembers what it sent, and what of it was answered. */
export interface ShopUnderFire {
  readonly orders: Map<string, KnownOrder>;
  /** Refusals and other answers that should not come. */
  readonly faults: string[];
  answered(): number;
  /** Resolves when so many more operations have been answered. @throws when they don't come. */
  moreAnswered(count: number): Promise<void>;
  /** Resolves when so many more have failed that could be expected to. @throws when they don't come. */
  moreExcused(count: number): Promise<void>;
  /** Answers that the gateway could not work at the moment, where that was to be expected. */
  excused(): number;
  /** Does things with orders, so many at the same time. */
  work(atOnce: number, gateways: Gateways): Promise<void>;
}

/** Whom a shop calls. */
export interface Gateways {
  /** Address of the merchant API for the next call; undefined: it is over. */
  readonly next: () => string | undefined;
  /** Whether the gateway may say now that it cannot work. */
  readonly mayFail?: () => boolean;
  /** Whether it has done nothing then; else that is not known. */
  readonly failsWhole?: boolean;
}

/** A call that came to nothing: whether anything was done is not known. */
class Unanswered extends Error {}

export const openShop = (chance: Chance): ShopUnderFire => {
  const orders = new Map<string, KnownOrder>();
  const faults: string[] = [];
  let answered = 0;
  let excused = 0;
  let lastFailure = 'none';

  /** Waits until a count has grown by this much. */
  const more = (added: number, name: string, count: () => number): Promise<void> => {
    const wanted = count() + added;
    return waitUntil(
      () => count() >= wanted,
      () => `call ${wanted} that is ${name}; there are ${count()}, and the last failure is ${lastFailure}`,
    );
  };

  const tellStory = async ({ next, mayFail = () => false, failsWhole = false }: Gateways): Promise<void> => {
    const isPreAuth = chance.is(0.6);
    const known: KnownOrder = { orderNumber: `T-${orders.size + 1}`, isPreAuth, operations: [] };
    orders.set(known.orderNumber, known);

    const operate = async (endpoint: string, effects: readonly Effect[], amount: number, fields = {}) => {
      const operation: Operation = { effects, amount, outcome: 'sent' };
      const restUrl = next();
      if (restUrl === undefined) throw new Unanswered();
      known.operations.push(operation);
      const couldFail = mayFail();
      const answer = await callMerchantApi(restUrl, endpoint, { amount: String(amount), ...fields });
      const code = String(answer['errorCode'] ?? '0');
      if (code === '7' && (couldFail || mayFail())) {
        excused++;
        if (failsWhole) operation.outcome = 'refused';
        throw new Unanswered();
      }
      operation.outcome = code === '0' ? 'answered' : 'refused';
      if (code === '0') answered++;
      else faults.push(`${endpoint} of ${known.orderNumber} was refused: ${JSON.stringify(answer)}`);
      return String(answer['orderId'] ?? '');
    };

    const { orderNumber } = known;
    if (!isPreAuth) {
      const fields = { orderNumber, returnUrl, ...sentCard(plainCard) };
      const orderId = await operate('instantPayment.do', ['register', 'pay', 'deposit'], 1000, fields);
      if (chance.is(0.4)) await operate('reverse.do', ['reverse'], 1000, { orderId });
      else await operate('refund.do', ['refund'], 400, { orderId });
      return;
    }
    const orderId = await operate('registerPreAuth.do', ['register'], 1000, { orderNumber, returnUrl });
    if (chance.is(0.1)) return;
    const card = { $PAN: plainCard.pan, $EXPIRY: '203412', $CVC: plainCard.cvc, TEXT: 'AIDA BEK' };
    await operate('paymentorder.do', ['pay'], 1000, { MDORDER: orderId, ...card });
    if (chance.is(0.3)) {
      await operate('reverse.do', ['reverse'], 1000, { orderId });
      return;
    }
    await operate('deposit.do', ['deposit'], 900, { orderId });
    await Promise.all([100, 200].map((amount) => operate('refund.do', ['refund'], amount, { orderId })));
  };

  const work = async (gateways: Gateways): Promise<void> => {
    while (gateways.next() !== undefined) {
      try {
        await tellStory(gateways);
      } catch (error) {
        lastFailure = String((error as Error).cause ?? error);
        const isUnanswered = error instanceof TypeError || error instanceof Unanswered;
        if (!isUnanswered) faults.push(String(error));
      }
    }
  };

  return {
    orders,
    faults,
    answered: () => answered,
    moreAnswered: (count) => more(count, 'answered', () => answered),
    moreExcused: (count) => more(count, 'excused', () => excused),
    excused: () => excused,
    work: async (atOnce, gateways) => {
      await Promise.all(Array.from({ length: atOnce }, () => work(gateways)));
    },
  };
};

/** What the gateway says of an order now. */
export const seenOrder = async (restUrl: string, { orderNumber }: KnownOrder): Promise<SeenOrder> => {
  const answer = await callMerchantApi(restUrl, 'getOrderStatusExtended.do', { orderNumber });
  if (answer['errorCode'] !== '0') return undefined;
  const amounts = answer['paymentAmountInfo'] as Readonly<Record<string, number>>;
  return {
    status: Number(answer['orderStatus']),
    approved: amounts['approvedAmount'] ?? 0,
    deposited: amounts['depositedAmount'] ?? 0,
    refunded: amounts['refundedAmount'] ?? 0,
  };
};
