import type { GatewayClient, PayerOptions } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';

/** The order of a story as the shop knows it. */
export interface StoryOrder {
  readonly orderId: string;
  /** Less than all of it, in minor units. */
  readonly partMinor: number;
  readonly externalRefundId?: string;
}

/** What differs from bank to bank in where a story ends: `orderStatus`, or the `actionCode` of an order nobody paid in time. */
export interface BankWays {
  readonly expired: number;
  readonly refundedInPart: number;
  readonly capturedInSteps: number;
}

/** Those of the gateway that the contract was written for. */
export const usualWays: BankWays = { expired: -2014, refundedInPart: 4, capturedInSteps: 8 };

/** How an order comes into a state: what is registered, what the customer does, how much time goes by, what the shop does then. */
export interface OrderStory {
  readonly isPreAuth?: boolean;
  readonly features?: readonly string[];
  /** Absent: nobody pays. `actionCode` is what the state asks for. */
  readonly pays?: (actionCode: number) => PayerOptions;
  readonly laterMs?: number;
  /** Comes last. */
  readonly shopDoes?: (client: GatewayClient, order: StoryOrder) => Promise<unknown>;
  /** Where it has to end: `orderStatus` and `actionCode`. */
  readonly ends: (actionCode: number, ways: BankWays) => readonly [orderStatus: number, actionCode: number];
}

const declinedCard = (actionCode: number): PayerOptions => ({ card: { pan: cardForActionCode(actionCode) } });

const refundPart = (client: GatewayClient, { orderId, partMinor, externalRefundId }: StoryOrder) =>
  client.refund({ orderId, amountMinor: partMinor, ...(externalRefundId && { externalRefundId }) });

/** The states of an order that a contract may ask for, by their sentences. */
export const orderStories: Readonly<Record<string, OrderStory>> = {
  'a registered order exists': { ends: () => [0, -100] },
  'an order paid in one phase exists': { pays: () => ({}), ends: () => [2, 0] },
  'an order held in two phases exists': { isPreAuth: true, pays: () => ({}), ends: () => [1, 0] },
  'an order with a declined card and attempts left exists': { pays: declinedCard, ends: (code) => [0, code] },
  'an order declined for good exists': {
    pays: (code) => ({ ...declinedCard(code), tries: 3 }),
    ends: (code) => [6, code],
  },
  "an order with the customer at the issuer's page exists": {
    pays: () => ({ atAcs: 'leave' }),
    ends: () => [5, -100],
  },
  'an expired order exists': { laterMs: 1_200_000, ends: (_code, { expired }) => [6, expired] },
  'an order that verified a card exists': { features: ['VERIFY'], pays: () => ({}), ends: () => [3, 0] },
  'an order captured in part exists': {
    isPreAuth: true,
    pays: () => ({}),
    shopDoes: (client, { orderId, partMinor }) => client.deposit({ orderId, amountMinor: partMinor }),
    ends: () => [2, 0],
  },
  'an order with the first of several captures exists': {
    isPreAuth: true,
    pays: () => ({}),
    shopDoes: (client, { orderId, partMinor }) =>
      client.deposit({ orderId, amountMinor: partMinor, step: 'intermediate' }),
    ends: (_code, { capturedInSteps }) => [capturedInSteps, 0],
  },
  'a reversed order exists': {
    isPreAuth: true,
    pays: () => ({}),
    shopDoes: (client, { orderId }) => client.reverse({ orderId }),
    ends: () => [3, 0],
  },
  'an order refunded in part exists': {
    pays: () => ({}),
    shopDoes: refundPart,
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
  'an order refunded in full exists': {
    pays: () => ({}),
    shopDoes: async (client, order) => {
      await refundPart(client, order);
      await client.refund({ orderId: order.orderId });
    },
    ends: () => [4, 0],
  },
  'an order whose refund was sent twice exists': {
    pays: () => ({}),
    shopDoes: async (client, order) => {
      const known = { externalRefundId: 'sent-twice', ...order };
      await refundPart(client, known);
      await refundPart(client, known);
    },
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
};
