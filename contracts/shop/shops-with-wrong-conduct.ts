import type { OrderStatusAnswer } from '../../client/index.ts';
import type { BrokenTrialShop } from './broken-trial-shop.ts';
import { rightParts, type ShopParts } from './trial-shop.ts';

const isPaying = ({ operation }: Readonly<Record<string, string>>): boolean => operation === 'deposited';
const anyStatus = { orderStatus: 2 } as OrderStatusAnswer;
const sameOrder: Pick<ShopParts, 'ask'> = { ask: async () => anyStatus };

/** Shops that do the wrong thing after a callback that is genuine. */
export const shopsWithWrongConduct: readonly BrokenTrialShop[] = [
  {
    id: 'never-asks',
    what: 'believes a genuine callback without asking for the status',
    harm: 'A leaked token sells everything.',
    fails: 'unconfirmed',
    parts: {
      ...sameOrder,
      stateOf: (_, { state }, { operation, status }) => (operation === 'deposited' && status === '1' ? 'paid' : state),
    },
  },
  {
    id: 'reads-the-operation-only',
    what: 'takes "deposited" for a payment whatever its status',
    harm: 'A declined card is enough.',
    fails: 'declined',
    parts: { ...sameOrder, stateOf: (_, { state }, values) => (isPaying(values) ? 'paid' : state) },
  },
  {
    id: 'minds-a-decline',
    what: 'answers 400 to a declined card',
    harm: 'The gateway sends each decline three times.',
    fails: 'declined',
    parts: { refuses: ({ status }) => (status === '0' ? 400 : undefined) },
  },
  {
    id: 'minds-the-end',
    what: 'does not know declinedByTimeout',
    harm: 'Goods stay reserved for customers who are gone.',
    fails: 'expired',
    parts: { refuses: ({ operation }) => (operation === 'declinedByTimeout' ? 400 : undefined) },
  },
  {
    id: 'fails-on-strangers',
    what: 'fails on an order that it does not know',
    harm: 'Its log is full of errors of other shops.',
    fails: 'foreign-order',
    parts: { unknownOrder: () => 500 },
  },
  {
    id: 'takes-the-latest',
    what: 'takes its latest order for one that it does not find',
    harm: 'A payment at another shop pays for an order here.',
    fails: 'foreign-order',
    parts: {
      unknownOrder: (_, orders) => {
        const latest = orders.at(-1);
        if (latest) latest.state = 'paid';
        return 200;
      },
    },
  },
  {
    id: 'minds-new-operations',
    what: 'answers 400 to an operation that it does not know',
    harm: 'Each one comes three times, and shows as not delivered in the portal.',
    fails: 'unknown-operation',
    parts: {
      refuses: ({ operation = '' }) =>
        ['approved', 'deposited', 'reversed', 'refunded', 'declinedByTimeout'].includes(operation) ? undefined : 400,
    },
  },
  {
    id: 'takes-any-operation',
    what: 'takes every operation with status 1 for a payment',
    harm: 'A subscription that begins pays for the order.',
    fails: 'unknown-operation',
    parts: { ...sameOrder, stateOf: (_, { state }, { status }) => (status === '1' ? 'paid' : state) },
  },
  {
    id: 'wants-an-order',
    what: 'wants an order in every callback',
    harm: 'Callbacks about stored cards come three times each.',
    fails: 'stored-card',
    parts: { refuses: ({ mdOrder }) => (mdOrder === undefined ? 400 : undefined) },
  },
  {
    id: 'delivers-again',
    what: 'delivers once more for each repeated callback',
    harm: 'Two parcels for one payment.',
    fails: 'repeated',
    parts: {
      keep: async (order, state) => {
        order.state = state;
        if (state === 'paid') order.deliveries++;
      },
    },
  },
  {
    id: 'looks-then-delivers',
    what: 'looks whether the order is delivered, and delivers it a moment later',
    harm: 'Two processes deliver the same order.',
    fails: 'at-once',
    parts: {
      oneAtATime: false,
      keep: async (order, state) => {
        const isNew = order.deliveries === 0;
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.state = state;
        if (state === 'paid' && isNew) order.deliveries++;
      },
    },
  },
  {
    id: 'believes-the-last',
    what: 'takes the last callback for the state of the order',
    harm: 'A late decline cancels a paid order.',
    fails: 'out-of-order',
    parts: {
      ...sameOrder,
      stateOf: (_, { state }, { status, ...values }) =>
        status === '0' ? 'declined' : isPaying(values) ? 'paid' : state,
    },
  },
  {
    id: 'ignores-refunds',
    what: 'ignores refunds',
    harm: 'Refunded goods are sent.',
    fails: 'refund',
    parts: {
      stateOf: (status, order, values) =>
        status.orderStatus === 4 ? order.state : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'revives',
    what: 'takes an order for paid that was ever captured, if the callback says so',
    harm: 'A late repetition brings a refunded order back.',
    fails: 'after-refund',
    parts: {
      stateOf: (status, order, values) =>
        isPaying(values) && status.orderStatus === 4 ? 'paid' : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'writes-old-answers',
    what: 'asks for two callbacks of an order at once, and writes the answer that comes last',
    harm: 'An answer from before the refund brings the order back.',
    fails: 'overtaken-answer',
    parts: { oneAtATime: false },
  },
  {
    id: 'takes-part-for-all',
    what: 'takes a partial refund for a full one',
    harm: 'The customer gets nothing for the part that stays paid.',
    fails: 'partial-refund',
    parts: {
      stateOf: (status, order, values) =>
        status.orderStatus === 4 ? 'refunded' : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'wants-the-whole-sum',
    what: 'takes an order for paid only if the whole hold was captured',
    harm: 'Orders that are captured in part stay unpaid.',
    fails: 'partial-capture',
    isTwoPhase: true,
    parts: {
      stateOf: (status, order, values) =>
        (status.paymentAmountInfo?.depositedAmount ?? 0) < order.amount
          ? 'held'
          : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'asks-for-a-moment',
    what: 'waits a moment for the status, and answers 200 without it',
    harm: 'When the bank is slow, payments are lost.',
    fails: 'slow-answer',
    parts: {
      withoutStatus: 200,
      ask: (client, order, values) =>
        Promise.race([
          rightParts.ask(client, order, values),
          new Promise<undefined>((resolve) => setTimeout(resolve, 100, undefined)),
        ]),
    },
  },
  {
    id: 'gives-up-on-the-status',
    what: 'answers 200 although the status cannot be had',
    harm: 'Payments during a breakdown of the bank are lost.',
    fails: 'status-down',
    parts: { withoutStatus: 200 },
  },
];
