import { callbackOperations } from '../domain/callback.ts';
import { type OrderStatus, orderStatusNumbers } from '../domain/orders/order-status.ts';
import { fields, oneOf, text, textLike, trueOrFalse, value, wholeNumber } from '../options/check-options.ts';
import type { CallbackFilter } from './callbacks/callbacks.ts';
import type { JournalFilter } from './journal/journal.ts';
import type { OrderFilter } from './orders/orders.ts';

const some = textLike('a text that is not empty', /./s);
const count = wholeNumber(0);
const limit = wholeNumber(1);

const time = value<string>(
  'a time such as 2026-01-01T08:00:00Z',
  (given) => typeof given === 'string' && /^\d{4}-/.test(given) && !Number.isNaN(Date.parse(given)),
);

export const orderFilter = fields<OrderFilter>()({
  status: oneOf(...(Object.keys(orderStatusNumbers) as OrderStatus[])),
  orderNumber: some,
  since: time,
  until: time,
  amountMinor: count,
  card: textLike('the last four digits of a card', /^\d{4}$/),
  email: some,
  actionCode: value<number>('a whole number', Number.isSafeInteger),
  search: some,
  before: text,
  limit,
});

export const callbackFilter = fields<CallbackFilter>()({
  order: some,
  state: oneOf('waiting', 'delivered', 'given-up', 'lost'),
  operation: oneOf(...callbackOperations),
  before: text,
  limit,
});

export const journalFilter = fields<JournalFilter>()({
  path: some,
  order: some,
  method: some,
  caller: oneOf('unknown'),
  httpStatus: count,
  errorCode: count,
  refused: trueOrFalse,
  parameter: fields<NonNullable<JournalFilter['parameter']>>({ needs: ['name', 'value'] })({ name: some, value: text }),
  since: count,
  until: count,
  limit,
});
