import type { MerchantContext } from '../../context.ts';
import { plainAmount } from '../../data/currencies.ts';
import type { Callback } from '../../domain/callback.ts';
import { OrderUnknown } from '../../domain/errors/order-errors.ts';
import type { Order } from '../../domain/orders/order.ts';
import { printExplanation } from '../../scenario-engine/explanation/print-explanation.ts';
import { callbacksAbout, fieldOf, operationOf } from '../callbacks/callbacks.ts';
import { entriesAbout } from '../journal/journal.ts';
import { moment } from '../moment.ts';
import { findOrderById } from './find-order.ts';
import { orderPageBeside } from './order-address.ts';
import { orderTimeline } from './order-timeline.ts';

/**
 * Why the payment of an order ended as it did, as text for the message of a failed test: its end, each attempt with the
 * reasons of its result, the timeline, the callbacks, and its address below this one of the control API.
 * @throws OrderUnknown
 */
export const whyOf = async (context: MerchantContext, orderId: string, controlUrl: string): Promise<string> => {
  const order = await findOrderById(context, orderId);
  if (!order) throw new OrderUnknown(orderId);
  const callbacks = await callbacksAbout(context, order);
  const timeline = orderTimeline(order, callbacks, await entriesAbout(context, order));
  return [
    `Order ${order.id} (number ${order.orderNumber}) of merchant ${order.merchant}: ${amountOf(order)}`,
    printExplanation(order),
    'Timeline',
    ...timeline.map(({ at, what }) => `  ${at}  ${what}`),
    '',
    callbacks.length === 0 ? `Callbacks: none. ${addressText(context, order)}` : 'Callbacks',
    ...callbacks.map((callback) => `  ${callbackText(callback)}, to ${callback.url}`),
    '',
    `See ${orderPageBeside(controlUrl, order.id)}`,
  ].join('\n');
};

const amountOf = ({ amountMinor, currency }: Order): string => plainAmount(amountMinor, currency);

/** `deposited, status 1: delivered`. */
export const callbackText = (callback: Callback): string =>
  `${operationOf(callback)}, status ${fieldOf(callback, 'status')}${callback.copyOf === undefined ? '' : ', a copy sent by hand'}: ${stateText(callback)}`;

const stateText = ({ state, tries, dueMs, fault }: Callback): string => {
  const last = tries.at(-1);
  const answer = last && (last.httpStatus === undefined ? `no answer: ${last.error}` : `HTTP ${last.httpStatus}`);
  if (state === 'delivered') return 'delivered';
  if (state === 'lost') return fault ? `lost, since scenario ${fault.scenario} says so` : 'lost';
  const triesText = `${tries.length} ${tries.length === 1 ? 'try' : 'tries'}${answer === undefined ? '' : `, the last one: ${answer}`}`;
  if (state === 'given-up') return `given up after ${triesText}`;
  return tries.length === 0
    ? `waiting for its first try at ${moment(dueMs)}`
    : `waiting after ${triesText}; again at ${moment(dueMs)}`;
};

/** Where the callbacks of an order go, or why they go nowhere. */
export const addressText = ({ merchant }: MerchantContext, { dynamicCallbackUrl }: Order): string => {
  const url = dynamicCallbackUrl ?? merchant.callbacks?.url;
  if (url === undefined) return `Merchant ${merchant.login} has no callback address.`;
  return dynamicCallbackUrl === undefined
    ? `Callbacks of merchant ${merchant.login} go to ${url}.`
    : `Callbacks of this order go to its dynamicCallbackUrl ${url}.`;
};
