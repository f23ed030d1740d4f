import { fields, only } from '../../../options/check.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { orderChecks, parameters } from '../../order-checks.ts';
import { givenAmount } from '../../order-operation.ts';
import type { OrderRequest } from '../../order-request.ts';
import { orderIdIn, type RawAnswer } from '../../read-answer.ts';
import { needCard, type SentCard, sentCard } from '../../sent-card.ts';

/** Money for a card, without a payment before it. Source: BPC REST documentation, instant refund. */
export interface InstantRefund extends SentCard, Pick<OrderRequest, 'currency' | 'jsonParams' | 'language'> {
  readonly amountMinor: number;
  /** The shop's own number, unique for ever: the only guard against paying twice. */
  readonly orderNumber?: string;
}

export interface InstantRefundAnswer {
  readonly errorCode: string;
  readonly orderId: string;
  /** `ErrorCode` is "0" if the money was sent. */
  readonly orderStatus?: {
    readonly ErrorCode?: string;
    readonly ErrorMessage?: string;
    readonly approvalCode?: string;
    readonly rrn?: string;
  };
  readonly [other: string]: unknown;
}

const readRefund = (raw: RawAnswer): InstantRefundAnswer | undefined => {
  const orderId = orderIdIn(raw);
  return orderId === undefined ? undefined : { ...raw, errorCode: String(raw['errorCode'] ?? 0), orderId };
};

/** instantRefund.do: sends money to a card. A repeat would pay twice or be refused for its number, so there is none. */
export const instantRefund: KnownEndpoint<InstantRefund, InstantRefundAnswer> = {
  path: 'instantRefund.do',
  repeat: 'never',
  input: fields<InstantRefund>(parameters)({
    ...sentCard,
    ...only(orderChecks, 'currency', 'jsonParams', 'language', 'amountMinor', 'orderNumber'),
  }),
  fields: (asked) => {
    const { amountMinor: _, ...rest } = needCard('instantRefund', asked);
    return { ...rest, amount: givenAmount(asked) };
  },
  read: readRefund,
};
