import type { GatewayClient, PayerOptions } from '../../../client/index.ts';
import { cardForActionCode } from '../../issuer/code-range.ts';
import type { BankEnds } from '../state-target.ts';
import type { OrderStory, StoryOrder } from './order-story.ts';

/** The story of a state of an order. */
export interface StateStory extends OrderStory {
  /** The state in words. */
  readonly about: string;
  /** Parameters beyond those of every order. */
  readonly takes?: readonly string[];
  /** The `orderStatus` and `actionCode` of its end. */
  readonly ends: (actionCode: number, ends: BankEnds) => readonly [orderStatus: number, actionCode: number];
}

const pays = (): PayerOptions => ({});

const declinedCard = (actionCode: number): PayerOptions => ({ card: { pan: cardForActionCode(actionCode) } });

const refundPart = (client: GatewayClient, { orderId, partMinor, externalRefundId }: StoryOrder) =>
  client.refund({ orderId, amountMinor: partMinor, ...(externalRefundId && { externalRefundId }) });

/** The shop releases a hold. */
export const reversed: OrderStory = {
  isPreAuth: true,
  pays,
  shopDoes: (client, { orderId }) => client.reverse({ orderId }),
};

/** The order is not paid in time. */
export const expired: OrderStory = { laterMs: 1_200_000 };

/** The provider states of an order, by their sentences. */
export const stateStories: Readonly<Record<string, StateStory>> = {
  'a registered order exists': { about: 'orderStatus 0, not paid yet', ends: () => [0, -100] },
  'an order paid in one phase exists': { about: 'orderStatus 2', pays, ends: () => [2, 0] },
  'an order held in two phases exists': { about: 'orderStatus 1', isPreAuth: true, pays, ends: () => [1, 0] },
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
    ...expired,
    about: 'orderStatus 6, actionCode -2014',
    ends: (_code, ends) => [6, ends.expired],
  },
  'an order that verified a card exists': {
    about: 'orderStatus 3; expects the parameter amount 0',
    features: ['VERIFY'],
    pays,
    ends: () => [3, 0],
  },
  'an order captured in part exists': {
    about: 'orderStatus 2, `part` of the hold is captured',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: (client, { orderId, partMinor }) => client.deposit({ orderId, amountMinor: partMinor }),
    ends: () => [2, 0],
  },
  'an order with the first of several captures exists': {
    about: 'orderStatus 8, `part` of the hold is captured',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: (client, { orderId, partMinor }) =>
      client.deposit({ orderId, amountMinor: partMinor, step: 'intermediate' }),
    ends: (_code, { capturedInSteps }) => [capturedInSteps, 0],
  },
  'a reversed order exists': { ...reversed, about: 'orderStatus 3, the whole hold was released', ends: () => [3, 0] },
  'an order refunded in part exists': {
    about: 'orderStatus 4, `part` was refunded',
    takes: ['part', 'externalRefundId'],
    pays,
    shopDoes: refundPart,
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
  'an order refunded in full exists': {
    about: 'orderStatus 4, `part` was refunded and then the rest',
    takes: ['part', 'externalRefundId'],
    pays,
    shopDoes: async (client, order) => {
      await refundPart(client, order);
      await client.refund({ orderId: order.orderId });
    },
    ends: () => [4, 0],
  },
  'an order whose refund was sent twice exists': {
    about: 'orderStatus 4, `part` was refunded once, under one id',
    takes: ['part', 'externalRefundId'],
    pays,
    shopDoes: async (client, order) => {
      const known = { externalRefundId: 'sent-twice', ...order };
      await refundPart(client, known);
      await refundPart(client, known);
    },
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
};
