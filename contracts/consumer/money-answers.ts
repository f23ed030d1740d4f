import { MatchersV3 } from '@pact-foundation/pact';
import { approved, date, status, success, text } from './answers.ts';

const { integer, regex } = MatchersV3;

/** The confirmation of a call that moved money. Some shops require the text "0". */
export const moved = { errorCode: '0', errorMessage: success };

/** The confirmation of addParams.do. Samples show the number 0, and no known shop rejects it. */
export const added = { errorCode: regex('^0$', '0') };

/** One of `refunds` in a status. The form of its date is the bank's choice, but it is a text. */
const refundEntry = (amount: number, externalRefundId?: string) => ({
  date: text('^.+$', '2026-01-01T08:00:00'),
  ...(externalRefundId !== undefined && { externalRefundId }),
  approvalCode: text('^\\w{6}$', '604518'),
  actionCode: text('^0+$', '0'),
  referenceNumber: text('^\\d{12}$', '600112345680'),
  amount,
});

/** The status of an order that gave back `refundAmounts`, the first perhaps under an id. All of it was captured by default. */
export const refunded = (
  amount: number,
  refundAmounts: readonly number[],
  { captured = amount, externalRefundId }: { readonly captured?: number; readonly externalRefundId?: string },
) => {
  const refundedAmount = refundAmounts.reduce((sum, part) => sum + part, 0);
  const amounts = { amount, approvedAmount: amount, depositedAmount: captured - refundedAmount, refundedAmount };
  return {
    ...status({ orderStatus: 4, actionCode: 0, paymentState: 'REFUNDED', ...amounts }),
    ...approved,
    depositedDate: date,
    refundedDate: date,
    refunds: refundAmounts.map((part, index) => refundEntry(part, index === 0 ? externalRefundId : undefined)),
  };
};

/** A page of orders: its errorCode is a number, that of each order a text. */
export const listed = (orders: readonly object[], pageSize: number) => ({
  errorCode: 0,
  errorMessage: success,
  orderStatuses: orders,
  totalCount: integer(orders.length),
  page: 0,
  pageSize,
});
