import { needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { orderAlone } from '../../order-operation.ts';
import type { OrderStatusNumber } from '../../order-status.ts';
import { type RawAnswer, withNumbers } from '../../read-answer.ts';

/** The answer of SATIM's acknowledgement, in the spelling of the old status call. Source: public clients of SATIM. */
export interface Acknowledgement {
  /** 0 to 6, as `orderStatus` of the extended call. */
  readonly OrderStatus: OrderStatusNumber;
  /** "2" beside a declined order, which is no failure of the call. */
  readonly ErrorCode?: string;
  readonly ErrorMessage?: string;
  readonly actionCode?: number;
  /** For the payer, if `params` has no `respCode_desc`. */
  readonly actionCodeDescription?: string;
  readonly OrderNumber?: string;
  /** Masked; empty before any attempt. */
  readonly Pan?: string;
  readonly Amount?: number;
  readonly Ip?: string;
  /** YYYYMM. */
  readonly expiration?: string;
  readonly cardholderName?: string;
  readonly depositAmount?: number;
  readonly currency?: string;
  readonly approvalCode?: string;
  /** `respCode` and `respCode_desc` of the issuer, and `udf1` and the like of the order; absent before any attempt. */
  readonly params?: Readonly<Record<string, string>>;
  readonly SvfeResponse?: string;
  readonly [other: string]: unknown;
}

const numeric = ['OrderStatus', 'Amount', 'depositAmount', 'authCode', 'actionCode'];

const readAcknowledgement = (raw: RawAnswer): Acknowledgement | undefined => {
  const answer = withNumbers({ ...raw, OrderStatus: raw['OrderStatus'] ?? raw['orderStatus'] }, numeric);
  return typeof answer['OrderStatus'] === 'number' ? (answer as Acknowledgement) : undefined;
};

/** An acknowledgement is repeated without harm: the second one changes nothing. */
export const acknowledgeTransaction: KnownEndpoint<
  { readonly orderId: string; readonly language?: string },
  Acknowledgement
> = {
  path: 'public/acknowledgeTransaction.do',
  repeat: 'safe',
  input: orderAlone,
  fields: (query) => ({ mdOrder: needField('acknowledgeTransaction', query, 'orderId').orderId }),
  read: readAcknowledgement,
  isAccepted: (answer) => readAcknowledgement(answer) !== undefined,
};

/** The older name of the same call. */
export const confirmOrder: typeof acknowledgeTransaction = {
  ...acknowledgeTransaction,
  path: 'confirmOrder.do',
  fields: (query) => ({ ...needField('confirmOrder', query, 'orderId') }),
};
