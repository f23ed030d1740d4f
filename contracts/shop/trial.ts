import { setTimeout as sleep } from 'node:timers/promises';
import { callbackRequest } from '../../simulator/callbacks/deliver/send-callback.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { CaseFailed, CaseNotTried } from './case-result.ts';
import type { HeldGateway, StatusFault, TrialOrder, WrittenCallback } from './held-gateway.ts';
import { type CheckOptions, checkOrder, type OrderAnswer, unlike } from './order-check.ts';
import { type CallbackAddress, contentFor, type ShopAnswer, type SignedCallback, sendToShop } from './send-to-shop.ts';

export interface TrialOptions {
  readonly gateway: HeldGateway;
  readonly address: CallbackAddress;
  readonly check: CheckOptions;
  /** Makes the shop register an order; resolves with a note of what it did. */
  readonly buy: () => Promise<string>;
  /** How long the shop may take to register an order, and to show a callback in it, in milliseconds. */
  readonly waitMs: number;
  /** How long a slow gateway takes for the status, in milliseconds. */
  readonly slowMs: number;
}

/** So often the gateway tries a callback. Source: BPC REST documentation. */
const tries = 3;
const lookEveryMs = 50;

/** Errors of an address that leads to no shop; a shop that has answered once and is gone has failed. */
const nobodyThere = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;
const noMoney = 116;

/** How long an answer about the status is held back while another callback overtakes it. */
const overtakenMs = 1_000;

export type Trial = ReturnType<typeof createTrial>;

/** What a case can do with a shop and its gateway. Each step leaves a line for the report. */
export const createTrial = ({ gateway, address, check, buy, waitMs, slowMs }: TrialOptions) => {
  const notes: string[] = [];
  const stillUnpaid: TrialOrder[] = [];
  let lastUnpaidMs = performance.now();
  let hasAnswered = false;

  const newOrder = async (): Promise<TrialOrder> => {
    const known = new Set(await gateway.orderIds());
    const did = await gateway.registering(buy);
    for (let waited = 0; waited <= waitMs; waited += lookEveryMs) {
      const orderId = (await gateway.orderIds()).find((id) => !known.has(id));
      if (orderId !== undefined) return gateway.order(orderId);
      await sleep(lookEveryMs);
    }
    throw new CannotTry(
      `--buy: the shop has registered no order at ${gateway.restUrl} (${did}); does it use this address and login?`,
    );
  };

  const send = async (callback: SignedCallback): Promise<ShopAnswer> => {
    const content = contentFor(address, callback);
    const { method, url, body } = callbackRequest(content);
    const answer = await sendToShop(content);
    if (!hasAnswered && nobodyThere.test(answer.error ?? ''))
      throw new CannotTry(`--callback: ${address.url} does not answer (${answer.error})`);
    hasAnswered ||= answer.httpStatus !== undefined;
    notes.push(`sent      ${method} ${url}${body === undefined ? '' : ` ${body}`}`);
    notes.push(`answered  ${inWords(answer)}`);
    return answer;
  };

  const look = async (order: TrialOrder): Promise<OrderAnswer> => {
    const answer = await checkOrder(check, order);
    notes.push(`the order ${answer.text.trim().replace(/\s+/g, ' ').slice(0, 300)}`);
    return answer;
  };

  /** As the gateway does: until the shop answers 200, at most three times. */
  const deliver = async (callback: SignedCallback): Promise<ShopAnswer> => {
    let answer = await send(callback);
    for (let count = 1; count < tries && answer.httpStatus !== 200; count++) answer = await send(callback);
    return answer;
  };

  const deliverAll = async (callbacks: readonly SignedCallback[]): Promise<void> => {
    for (const callback of callbacks) expect200(await send(callback));
  };

  const lookUntil = async (order: TrialOrder, isRight: (answer: OrderAnswer) => boolean): Promise<OrderAnswer> => {
    let answer = await look(order);
    for (let waited = 0; waited < waitMs && !isRight(answer); waited += lookEveryMs) {
      await sleep(lookEveryMs);
      notes.pop();
      answer = await look(order);
    }
    return answer;
  };

  /** The order is looked at when all cases are over. */
  const isUnpaidInTheEnd = (order: TrialOrder): void => {
    stillUnpaid.push(order);
    lastUnpaidMs = performance.now();
  };

  const isAsked = async (): Promise<boolean> => {
    let is = await gateway.isAnswering();
    for (let waited = 0; waited < Math.max(waitMs, overtakenMs) && !is; waited += lookEveryMs) {
      await sleep(lookEveryMs);
      is = await gateway.isAnswering();
    }
    return is;
  };

  return {
    address,
    slowMs,
    newOrder,
    send,
    deliver,
    deliverAll,
    look,
    /** Pays an order, and captures all of it; resolves with the callbacks about it, oldest first, none of which was sent. */
    settle: async (order: TrialOrder): Promise<readonly WrittenCallback[]> => {
      await gateway.pay(order);
      if (order.isTwoPhase) await gateway.act(order.orderId, 'capture');
      return gateway.callbacksOf(order.orderId);
    },
    pay: gateway.pay,
    callbacksOf: ({ orderId }: TrialOrder) => gateway.callbacksOf(orderId),
    decline: async (order: TrialOrder): Promise<WrittenCallback> => {
      await gateway.pay(order, cardForActionCode(noMoney));
      return last(await gateway.callbacksOf(order.orderId));
    },
    /** Another try of the customer. @throws CaseNotTried if the bank allows one only */
    payAgain: async (order: TrialOrder): Promise<readonly WrittenCallback[]> => {
      if (!(await gateway.isOpen(order.orderId))) throw new CaseNotTried('the bank closes an order after one decline');
      await gateway.pay(order);
      if (order.isTwoPhase) await gateway.act(order.orderId, 'capture');
      return (await gateway.callbacksOf(order.orderId)).slice(1);
    },
    /** Resolves with the callback about it. */
    act: async (order: TrialOrder, ...act: readonly ['capture' | 'refund' | 'expire', number?]) => {
      await gateway.act(order.orderId, ...act);
      return last(await gateway.callbacksOf(order.orderId));
    },
    withParameters: async <T>(parameters: readonly string[], work: () => Promise<T>): Promise<T> => {
      await gateway.setParameters(parameters);
      return work().finally(() => gateway.setParameters([]));
    },
    withStatusFault: async <T>(fault: StatusFault, work: () => Promise<T>): Promise<T> => {
      await gateway.failStatus(fault);
      return work().finally(gateway.endFaults);
    },
    /**
     * Sends a callback, and does other work while the first answer about the status is on its way to the shop. Resolves with
     * the results of both. @throws CaseNotTried if the shop does not ask
     */
    whileAnswerIsLate: async <T>(
      callback: SignedCallback,
      work: () => Promise<T>,
    ): Promise<readonly [ShopAnswer, T]> => {
      await gateway.failStatus({ delay: `${overtakenMs}ms` }, 1);
      const sent = send(callback);
      try {
        if (!(await isAsked())) throw new CaseNotTried('the shop has not asked for the status in time');
        const done = await work();
        return [await sent, done];
      } finally {
        await sent;
        await gateway.endFaults();
      }
    },
    becomesPaid: async (order: TrialOrder): Promise<OrderAnswer> => {
      const answer = await lookUntil(order, ({ isPaid }) => isPaid);
      if (!answer.isPaid) throw new CaseFailed(`the order does not become paid${unlike(check.paid, answer)}`);
      return answer;
    },
    noLongerPaid: async (order: TrialOrder): Promise<OrderAnswer> => {
      const answer = await lookUntil(order, ({ isPaid }) => !isPaid);
      if (answer.isPaid) throw new CaseFailed('the order is still paid');
      return answer;
    },
    /** Now, and when all cases are over. */
    staysUnpaid: async (order: TrialOrder, why: string): Promise<void> => {
      isUnpaidInTheEnd(order);
      if ((await look(order)).isPaid) throw new CaseFailed(`the order is paid, although ${why}`);
    },
    isUnpaidInTheEnd,
    /** Until the shop has had the time that it may take to show a callback about orders that stay unpaid. */
    rest: () => sleep(Math.max(0, lastUnpaidMs + waitMs - performance.now())),
    /** The lines and the unpaid orders since the last call. */
    takeNotes: () => ({ notes: notes.splice(0), unpaid: stillUnpaid.splice(0) }),
  };
};

/** @throws CannotTry if there is none */
export const last = (callbacks: readonly WrittenCallback[]): WrittenCallback => {
  const callback = callbacks.at(-1);
  if (!callback) throw new CannotTry('the gateway has written no callback about the order');
  return callback;
};

const inWords = ({ httpStatus, error, text, tookMs }: ShopAnswer): string => {
  const said = text.trim().replace(/\s+/g, ' ').slice(0, 200);
  return `${httpStatus ?? error} after ${tookMs} ms${said === '' ? '' : `: ${said}`}`;
};

/** Only HTTP 200 ends the repetition of a callback. */
export const expect200 = ({ httpStatus, error }: ShopAnswer): void => {
  if (httpStatus !== 200) throw new CaseFailed(`the shop answers ${httpStatus ?? `nothing (${error})`}, and not 200`);
};
