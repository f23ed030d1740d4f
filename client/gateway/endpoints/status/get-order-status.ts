import { needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { orderAlone } from '../../order-operation.ts';
import type { OrderStatusNumber } from '../../order-status.ts';
import { type RawAnswer, withNumbers } from '../../read-answer.ts';

/** The answer of the old status call, with its mixed spelling. Source: gateway description published for Alfa-Bank. */
export interface LegacyOrderStatusAnswer {
  /** 0 to 6, as `orderStatus` of the extended call. */
  readonly OrderStatus: OrderStatusNumber;
  /** "2" beside a declined order, which is no failure of the call. */
  readonly ErrorCode?: string;
  readonly ErrorMessage?: string;
  readonly OrderNumber?: string;
  /** Masked. */
  readonly Pan?: string;
  readonly Amount?: number;
  readonly Ip?: string;
  /** YYYYMM. */
  readonly expiration?: string;
  readonly cardholderName?: string;
  readonly depositAmount?: number;
  readonly currency?: string;
  readonly approvalCode?: string;
  /** Reference number of the payment. */
  readonly rrn?: string;
  readonly authCode?: number;
  readonly clientId?: string;
  readonly bindingId?: string;
  readonly [other: string]: unknown;
}

const numeric = ['OrderStatus', 'Amount', 'depositAmount', 'authCode'];

const readStatus = (raw: RawAnswer): LegacyOrderStatusAnswer | undefined => {
  const answer = withNumbers({ ...raw, OrderStatus: raw['OrderStatus'] ?? raw['orderStatus'] }, numeric);
  return typeof answer['OrderStatus'] === 'number' ? (answer as LegacyOrderStatusAnswer) : undefined;
};

/** getOrderStatus.do: the old status call; prefer the extended one. */
export const getOrderStatus: KnownEndpoint<
  { readonly orderId: string; readonly language?: string },
  LegacyOrderStatusAnswer
> = {
  path: 'getOrderStatus.do',
  repeat: 'safe',
  input: orderAlone,
  fields: (query) => ({ ...needField('getOrderStatusLegacy', query, 'orderId') }),
  read: readStatus,
  isAccepted: (answer) => readStatus(answer) !== undefined,
};
