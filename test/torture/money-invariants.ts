import type { Order } from '../../simulator/domain/orders/order.ts';

type Money = Pick<Order, 'approvedMinor' | 'depositedMinor' | 'refundedMinor'>;

/** What the amounts of an order in this state must be like. Source: BPC REST documentation, order states; `amounts per state`. */
const byStatus: Readonly<Record<Order['status'], (money: Money, order: Order) => boolean>> = {
  created: (money) => isNothing(money),
  'acs-started': (money) => isNothing(money),
  declined: (money) => isNothing(money),
  pending: (money) => isNothing(money),
  approved: ({ approvedMinor, depositedMinor, refundedMinor }) =>
    approvedMinor > 0 && depositedMinor === 0 && refundedMinor === 0,
  'partly-deposited': ({ depositedMinor, refundedMinor }) => depositedMinor > 0 && refundedMinor === 0,
  deposited: ({ depositedMinor, refundedMinor }) => depositedMinor > 0 && refundedMinor === 0,
  reversed: ({ depositedMinor, refundedMinor }) => depositedMinor === 0 && refundedMinor === 0,
  refunded: ({ refundedMinor }) => refundedMinor > 0,
};

const isNothing = ({ approvedMinor, depositedMinor, refundedMinor }: Money): boolean =>
  approvedMinor === 0 && depositedMinor === 0 && refundedMinor === 0;

/** What is wrong with the money of an order, in words; empty where nothing is. */
export const wrongsOf = (order: Order): readonly string[] => {
  const { approvedMinor, depositedMinor, refundedMinor, amountMinor, feeMinor, refunds = [], isPayOut } = order;
  const given = refunds.reduce((sum, { amountMinor: part }) => sum + part, 0);
  const rules: readonly (readonly [holds: boolean, rule: string])[] = [
    [
      [approvedMinor, depositedMinor, refundedMinor].every((minor) => Number.isSafeInteger(minor) && minor >= 0),
      'amounts are whole numbers from 0',
    ],
    [approvedMinor <= amountMinor + feeMinor, 'no more is approved than was asked for'],
    [
      isPayOut === true || depositedMinor + refundedMinor <= approvedMinor,
      'no more is deposited and refunded than was approved',
    ],
    [given === refundedMinor, 'the refunds add up to what is refunded'],
    [byStatus[order.status](order, order), 'the amounts are those of the status'],
  ];
  const amounts = `${order.status}, approved ${approvedMinor}, deposited ${depositedMinor}, refunded ${refundedMinor}`;
  return rules.flatMap(([holds, rule]) => (holds ? [] : [`${rule}: ${amounts}`]));
};
