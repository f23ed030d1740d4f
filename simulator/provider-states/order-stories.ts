import type { GatewayClient, PayerOptions } from '../../client/index.ts';
import { cardForActionCode } from '../issuer/code-range.ts';
import type { BankWays } from './ground.ts';

/** The order of a story as the shop knows it. */
export interface StoryOrder {
  readonly orderId: string;
  /** Less than all of it, in minor units. */
  readonly partMinor: number;
  readonly externalRefundId?: string;
}

/** How an order comes into a state: what is registered, what the customer does, how much time goes by, what the shop does then. */
export interface OrderStory {
  /** Where it ends, in words. */
  readonly about: string;
  /** Parameters that it understands beside those of every order. */
  readonly takes?: readonly string[];
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
  'a registered order exists': { about: 'orderStatus 0, nobody has paid', ends: () => [0, -100] },
  'an order paid in one phase exists': { about: 'orderStatus 2', pays: () => ({}), ends: () => [2, 0] },
  'an order held in two phases exists': {
    about: 'orderStatus 1',
    isPreAuth: true,
    pays: () => ({}),
    ends: () => [1, 0],
  },
  'an order with a declined card and attempts left exists': {
    about: 'orderStatus 0 with the action code of the decline',
    takes: ['actionCode'],
    pays: declinedCard,
    ends: (code) => [0, code],
  },
  'an order declined for good exists': {
    about: 'orderStatus 6',
    takes: ['actionCode'],
    pays: (code) => ({ ...declinedCard(code), tries: 3 }),
    ends: (code) => [6, code],
  },
  "an order with the customer at the issuer's page exists": {
    about: 'orderStatus 5',
    pays: () => ({ atAcs: 'leave' }),
    ends: () => [5, -100],
  },
  'an expired order exists': {
    about: 'orderStatus 6, actionCode -2014',
    laterMs: 1_200_000,
    ends: (_code, { expired }) => [6, expired],
  },
  'an order that verified a card exists': {
    about: 'orderStatus 3; wants the parameter amount 0',
    features: ['VERIFY'],
    pays: () => ({}),
    ends: () => [3, 0],
  },
  'an order captured in part exists': {
    about: 'orderStatus 2, `part` of the hold is captured',
    takes: ['part'],
    isPreAuth: true,
    pays: () => ({}),
    shopDoes: (client, { orderId, partMinor }) => client.deposit({ orderId, amountMinor: partMinor }),
    ends: () => [2, 0],
  },
  'an order with the first of several captures exists': {
    about: 'orderStatus 8, `part` of the hold is captured',
    takes: ['part'],
    isPreAuth: true,
    pays: () => ({}),
    shopDoes: (client, { orderId, partMinor }) =>
      client.deposit({ orderId, amountMinor: partMinor, step: 'intermediate' }),
    ends: (_code, { capturedInSteps }) => [capturedInSteps, 0],
  },
  'a reversed order exists': {
    about: 'orderStatus 3, the whole hold was given free',
    isPreAuth: true,
    pays: () => ({}),
    shopDoes: (client, { orderId }) => client.reverse({ orderId }),
    ends: () => [3, 0],
  },
  'an order refunded in part exists': {
    about: 'orderStatus 4, `part` was refunded',
    takes: ['part', 'externalRefundId'],
    pays: () => ({}),
    shopDoes: refundPart,
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
  'an order refunded in full exists': {
    about: 'orderStatus 4, `part` was refunded and then the rest',
    takes: ['part', 'externalRefundId'],
    pays: () => ({}),
    shopDoes: async (client, order) => {
      await refundPart(client, order);
      await client.refund({ orderId: order.orderId });
    },
    ends: () => [4, 0],
  },
  'an order whose refund was sent twice exists': {
    about: 'orderStatus 4, `part` was refunded once, under one id',
    takes: ['part', 'externalRefundId'],
    pays: () => ({}),
    shopDoes: async (client, order) => {
      const known = { externalRefundId: 'sent-twice', ...order };
      await refundPart(client, known);
      await refundPart(client, known);
    },
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
};
