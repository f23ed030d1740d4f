import type { OrderList, OrderSummary } from '../../../client/index.ts';
import { groupedAmount } from '../../data/currencies.ts';
import type { OrderStatus } from '../../domain/orders/order-status.ts';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import type { ExitCode, Output } from '../command.ts';
import { printTable } from '../demo/print-table.ts';
import { asWritten, type Say } from '../say.ts';
import { oneOf } from '../shop/read-options.ts';
import { shownTime } from './moment.ts';
import { type ReachOptions, type Sandbox, withSandbox } from './reach.ts';
import { countFrom1 } from './read-number.ts';

interface Options extends ReachOptions {
  readonly status?: string;
  readonly number?: string;
  readonly since?: string;
  readonly before?: string;
  readonly limit?: string;
}

/** The states of an order, as `--status` takes them. */
export const orderStates = Object.keys(orderStatusNumbers) as readonly OrderStatus[];

/** Prints the orders of a merchant, newest first. */
export const orders = async (options: Options, output: Output): Promise<ExitCode> => {
  const { status, number: orderNumber, since, before, limit } = options;
  const filter = {
    ...(status !== undefined && { status: oneOf('--status', orderStates, status) }),
    ...(orderNumber !== undefined && { orderNumber }),
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before }),
    ...(limit !== undefined && { limit: countFrom1('--limit', limit) }),
  };
  const work = async ({ client, login }: Sandbox): Promise<ExitCode> => {
    const list = await client.orders.list(login, filter);
    output.out(options.json ? `${JSON.stringify(list, null, 2)}\n` : tableOf(list, login, output.say));
    return 0;
  };
  const typed = { since: `--since ${since}`, before: `--before ${before}`, limit: `--limit ${limit}` };
  return withSandbox(options, output, work, { ...typed, orderNumber: `--number ${orderNumber}` });
};

const head = ['time', 'number', 'amount', 'status', 'what happened', 'orderId'];

const tableOf = ({ orders: shown, total, next }: OrderList, login: string, say: Say = asWritten): string => {
  if (shown.length === 0) return `${say(`${login} has no such order.`)}\n`;
  const table = printTable([head.map(say), ...shown.map((order) => rowOf(order, say))]);
  const more = next === undefined ? '' : `${say(`${shown.length} of ${total}; --before ${next} shows older ones`)}\n`;
  return `${table}\n${more}`;
};

const rowOf = (order: OrderSummary, say: Say): readonly string[] => [
  shownTime(order.registeredAt),
  order.orderNumber,
  groupedAmount(order.amountMinor, order.currency),
  statusOf(order),
  whatHappened(order, say),
  order.orderId,
];

/** The word and the number of a state: `deposited 2`. */
export const statusOf = ({ status, orderStatus }: Pick<OrderSummary, 'status' | 'orderStatus'>): string =>
  `${status} ${orderStatus}`;

/** `actionCode` before any attempt. Source: BPC REST documentation. */
const noAttemptYet = -100;

/** The last decision of the bank, or the state in words: it was not declined, or it was not tried. */
const whatHappened = ({ actionCode, actionCodeMeaning, statusText }: OrderSummary, say: Say): string => {
  if (actionCode === 0 || actionCode === noAttemptYet || actionCodeMeaning === undefined) return say(statusText);
  return `${say(actionCodeMeaning)} (${actionCode})`;
};
