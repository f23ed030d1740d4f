import { dateText } from '../../encode-form.ts';
import type { Endpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import type { OrderStatusAnswer } from '../../order-status-answer.ts';
import { type RawAnswer, withNumbers } from '../../read-answer.ts';
import { readOrderStatus } from './get-order-status-extended.ts';

/** States that can be asked for. Source: gateway description published for Alfa-Bank. */
export type ListedState = 'CREATED' | 'APPROVED' | 'DEPOSITED' | 'DECLINED' | 'REVERSED' | 'REFUNDED';

export interface LastOrdersQuery {
  readonly from: Date;
  readonly to: Date;
  readonly states: readonly ListedState[];
  /** Orders per page, 1 to 200. Default 50. */
  readonly size?: number;
  /** From 0. */
  readonly page?: number;
  /** Whose orders; all that the login may see by default. */
  readonly merchants?: readonly string[];
  /** Compares `from` and `to` with the date of registration, not of payment. */
  readonly searchByCreatedDate?: boolean;
  readonly language?: string;
}

export interface LastOrders {
  readonly orderStatuses: readonly OrderStatusAnswer[];
  /** On all pages together. */
  readonly totalCount: number;
  readonly page: number;
  readonly pageSize: number;
}

/** getLastOrdersForMerchants.do: a page of the merchant's orders. */
export const getLastOrdersForMerchants: Endpoint<LastOrdersQuery, LastOrders> = {
  path: 'getLastOrdersForMerchants.do',
  repeat: 'safe',
  fields: ({ from, to, states, size = 50, page = 0, merchants = [], ...rest }) => {
    if (states.length === 0) throw new WrongUse('getLastOrders needs one of the states at least');
    return {
      ...rest,
      from: compactDate('from', from),
      to: compactDate('to', to),
      transactionStates: states.join(','),
      size: wholeNumber('size', size, 1, 200),
      page: wholeNumber('page', page, 0, 999_999_999),
      merchants: merchants.join(','),
    };
  },
  read: (raw) => readPage(withNumbers(raw, ['totalCount', 'page', 'pageSize'])),
};

/** yyyyMMddHHmmss in UTC. */
const compactDate = (name: string, date: Date): string => dateText(name, date).replace(/\D/g, '');

const wholeNumber = (name: string, value: number, from: number, to: number): number => {
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new WrongUse(`${name} must be a whole number from ${from} to ${to}; got ${value}`);
};

const readPage = (raw: RawAnswer): LastOrders | undefined => {
  const { orderStatuses, totalCount, page, pageSize } = raw;
  if (!Array.isArray(orderStatuses) || typeof totalCount !== 'number') return undefined;
  const read = (orderStatuses as readonly RawAnswer[]).map(readOrderStatus).filter((order) => order !== undefined);
  if (read.length < orderStatuses.length) return undefined;
  return { orderStatuses: read, totalCount, page: Number(page ?? 0), pageSize: Number(pageSize ?? read.length) };
};
