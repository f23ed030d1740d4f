import type { GatewayClient, PayerOptions } from '../../../client/index.ts';
import { cardForActionCode } from '../../issuer/code-range.ts';
import type { BankEnds } from '../state-target.ts';
import type { OrderStory, StoryOrder } from './order-story.ts';

/** The story of a state of an order. */
export interface StateStory extends OrderStory {
  /** The state in words. */
  readonly about: string;
  /** The act of the gateway that brings the order there; continues "the gateway does not ...". */
  readonly does: string;
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
  'a registered order exists': {
    about: 'orderStatus 0, not paid yet',
    does: 'keep a new order open',
    ends: () => [0, -100],
  },
  'an order paid in one phase exists': {
    about: 'orderStatus 2',
    does: 'take the money of a payment',
    pays,
    ends: () => [2, 0],
  },
  'an order held in two phases exists': {
    about: 'orderStatus 1',
    does: 'hold the money of a payment',
    isPreAuth: true,
    pays,
    ends: () => [1, 0],
  },
  'an order with a declined card and attempts left exists': {
    about: 'orderStatus 0 with the action code of the decline',
    does: 'leave an order open after a declined card',
    takes: ['actionCode'],
    pays: declinedCard,
    ends: (code) => [0, code],
  },
  'an order declined for good exists': {
    about: 'orderStatus 6',
    does: 'decline an order after the last try',
    takes: ['actionCode'],
    pays: (code) => ({ ...declinedCard(code), tries: 3 }),
    ends: (code) => [6, code],
  },
  "an order with the customer at the issuer's page exists": {
    about: 'orderStatus 5',
    does: "wait for the customer at the issuer's page",
    pays: () => ({ atAcs: 'leave' }),
    ends: () => [5, -100],
  },
  'an expired order exists': {
    ...expired,
    about: 'orderStatus 6, actionCode -2014',
    does: 'let an unpaid order expire',
    ends: (_code, ends) => [6, ends.expired],
  },
  'an order expired after a minute exists': {
    about: 'orderStatus 6, actionCode -2014, with the sessionTimeoutSecs 60',
    does: 'let an unpaid order expire after its own time',
    asks: { sessionTimeoutSecs: 60 },
    laterMs: 61_000,
    ends: (_code, ends) => [6, ends.expired],
  },
  'an order that verified a card exists': {
    about: 'orderStatus 3; expects the parameter amount 0',
    does: 'give free what a verified card had held',
    features: ['VERIFY'],
    pays,
    ends: () => [3, 0],
  },
  'an order captured in part exists': {
    about: 'orderStatus 2, `part` of the hold is captured',
    does: 'capture a part of a hold',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: (client, { orderId, partMinor }) => client.deposit({ orderId, amountMinor: partMinor }),
    ends: () => [2, 0],
  },
  'an order with the first of several captures exists': {
    about: 'orderStatus 8, `part` of the hold is captured',
    does: 'capture a hold in steps',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: (client, { orderId, partMinor }) =>
      client.deposit({ orderId, amountMinor: partMinor, step: 'intermediate' }),
    ends: (_code, { capturedInSteps }) => [capturedInSteps, 0],
  },
  'a reversed order exists': {
    ...reversed,
    about: 'orderStatus 3, the whole hold was released',
    does: 'give a hold free',
    ends: () => [3, 0],
  },
  'an order refunded in part exists': {
    about: 'orderStatus 4, `part` was refunded',
    does: 'refund a part of a payment',
    takes: ['part', 'externalRefundId'],
    pays,
    shopDoes: refundPart,
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
  'an order refunded in full exists': {
    about: 'orderStatus 4, `part` was refunded and then the rest',
    does: 'refund a payment in two parts',
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
    does: 'take two refunds under one id for one',
    takes: ['part', 'externalRefundId'],
    pays,
    shopDoes: async (client, order) => {
      const known = { externalRefundId: 'sent-twice', ...order };
      await refundPart(client, known);
      await refundPart(client, known);
    },
    ends: (_code, { refundedInPart }) => [refundedInPart, 0],
  },
  'an order captured in part and refunded exists': {
    about: 'orderStatus 4, `part` of the hold was captured and refunded',
    does: 'refund what was captured in part',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: async (client, { orderId, partMinor }) => {
      await client.deposit({ orderId, amountMinor: partMinor });
      await client.refund({ orderId });
    },
    ends: () => [4, 0],
  },
  'an order captured in two steps exists': {
    about: 'orderStatus 2, `part` of the hold was captured and then the rest',
    does: 'capture the rest of a hold',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: async (client, { orderId, partMinor }) => {
      await client.deposit({ orderId, amountMinor: partMinor, step: 'intermediate' });
      await client.deposit({ orderId });
    },
    ends: () => [2, 0],
  },
  'an order whose hold was reversed in part exists': {
    about: 'orderStatus 1, `part` of the hold was released',
    does: 'give a part of a hold free',
    takes: ['part'],
    isPreAuth: true,
    pays,
    shopDoes: (client, { orderId, partMinor }) => client.reverse({ orderId, amountMinor: partMinor }),
    ends: () => [1, 0],
  },
  'an order that the shop closed exists': {
    about: 'orderStatus 6, actionCode 4005',
    does: 'close an unpaid order',
    shopDoes: (client, { orderId }) => client.decline({ orderId }),
    ends: () => [6, 4005],
  },
  'an order with added parameters exists': {
    about: 'orderStatus 0, with the further parameter courier',
    does: 'keep an order open to which parameters were added',
    shopDoes: (client, { orderId }) => client.addParams({ orderId, params: { courier: 'K-5' } }),
    ends: () => [0, -100],
  },
  'a paid order whose card was stored exists': {
    about: 'orderStatus 2, of the customer aida unless there is a clientId',
    does: 'take the money of a payment whose card is stored',
    asks: { clientId: 'aida' },
    pays: () => ({ savesCard: true }),
    ends: () => [2, 0],
  },
};
