import { fields } from '../../../options/check.ts';
import { date, listOf, oneOf, text, trueOrFalse, wholeNumber } from '../../../options/checks.ts';
import { dateText } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { parameters } from '../../order-checks.ts';
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
export const getLastOrdersForMerchants: KnownEndpoint<LastOrdersQuery, LastOrders> = {
  path: 'getLastOrdersForMerchants.do',
  repeat: 'safe',
  input: fields<LastOrdersQuery>(parameters)({
    from: date,
    to: date,
    states: listOf(oneOf('CREATED', 'APPROVED', 'DEPOSITED', 'DECLINED', 'REVERSED', 'REFUNDED')),
    size: wholeNumber(1, 200),
    page: wholeNumber(0, 999_999_999),
    merchants: listOf(text),
    searchByCreatedDate: trueOrFalse,
    language: text,
  }),
  fields: ({ from, to, states, size = 50, page = 0, merchants = [], ...rest }) => {
    if (states.length === 0) throw new WrongUse('getLastOrders needs one of the states at least');
    return {
      ...rest,
      from: compactDate('from', from),
      to: compactDate('to', to),
      transactionStates: states.join(','),
      size,
      page,
      merchants: merchants.join(','),
    };
  },
  read: (raw) => readPage(withNumbers(raw, ['totalCount', 'page', 'pageSize'])),
};

/** yyyyMMddHHmmss in UTC. */
const compactDate = (name: string, date: Date): string => dateText(name, date).replace(/\D/g, '');

const readPage = (raw: RawAnswer): LastOrders | undefined => {
  const { orderStatuses, totalCount, page, pageSize } = raw;
  if (!Array.isArray(orderStatuses) || typeof totalCount !== 'number') return undefined;
  const read = (orderStatuses as readonly RawAnswer[]).map(readOrderStatus).filter((order) => order !== undefined);
  if (read.length < orderStatuses.length) return undefined;
  return { orderStatuses: read, totalCount, page: Number(page ?? 0), pageSize: Number(pageSize ?? read.length) };
};
