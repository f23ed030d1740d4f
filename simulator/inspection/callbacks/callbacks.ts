import type { z } from 'zod';
import { isPaused } from '../../callbacks/deliver/pause.ts';
import { callbackRequest } from '../../callbacks/deliver/send-callback.ts';
import { readSignature } from '../../callbacks/write/read-signature.ts';
import type { MerchantContext } from '../../context.ts';
import type { Callback, CallbackTry } from '../../domain/callback.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { Frozen } from '../frozen.ts';
import { moment } from '../moment.ts';
import { findOrder } from '../orders/find-order.ts';
import type {
  callbackAnswer,
  callbackDetail,
  callbackFilter,
  callbackList,
  callbackSending,
} from './callback-schemas.ts';

export type CallbackView = Frozen<z.output<typeof callbackAnswer>>;
export type CallbackDetail = Frozen<z.output<typeof callbackDetail>>;
export type CallbackFilter = Frozen<z.output<typeof callbackFilter>>;
export type CallbackList = Frozen<z.output<typeof callbackList>>;
export type CallbackSending = Frozen<z.output<typeof callbackSending>>;

/** The limit of a list, if the filter has none. */
const defaultLimit = 100;

const hidden = '***';

/** The value of a field of a callback; empty if it has none. */
export const fieldOf = ({ fields }: Callback, name: string): string => fields.find(([one]) => one === name)?.[1] ?? '';

export const operationOf = (callback: Callback): CallbackView['operation'] =>
  fieldOf(callback, 'operation') as CallbackView['operation'];

/** Every callback about this order or the card that it stored, oldest first. */
export const callbacksAbout = async (
  { store }: MerchantContext,
  { id, bindingId }: Order,
): Promise<readonly Callback[]> => {
  const ofCard = bindingId === undefined ? [] : await store.callbacks.about(bindingId);
  const named = ofCard.filter((callback) => fieldOf(callback, 'mdOrder') === id);
  return [...(await store.callbacks.about(id)), ...named].toSorted(byAge);
};

const byAge = (one: Callback, other: Callback): number => one.createdAtMs - other.createdAtMs;

/** The callbacks of this merchant, newest first. */
export const listCallbacks = async (context: MerchantContext, filter: CallbackFilter = {}): Promise<CallbackList> => {
  const { state, operation, before, limit = defaultLimit } = filter;
  const all = (await candidates(context, filter)).toSorted(byAge).reverse();
  const ofOperation = operation === undefined ? all : all.filter((one) => operationOf(one) === operation);
  const isWanted = (one: Callback): boolean => state === undefined || one.state === state;
  const start = before === undefined ? 0 : ofOperation.findIndex(({ id }) => id === before) + 1;
  const left = ofOperation.slice(start).filter(isWanted);
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  return {
    callbacks: shown.map(showCallback),
    total: ofOperation.filter(isWanted).length,
    counts: countStates(ofOperation),
    ...(last && left.length > shown.length && { next: last.id }),
    isPaused: await isPaused(context.store, context.merchant.login),
  };
};

const candidates = async (context: MerchantContext, { order }: CallbackFilter): Promise<readonly Callback[]> => {
  if (order === undefined) return context.store.callbacks.ofMerchant(context.merchant.login);
  const found = await findOrder(context, order);
  return found ? callbacksAbout(context, found) : [];
};

export const findCallback = async ({ store, merchant }: MerchantContext, id: string): Promise<Callback | undefined> =>
  (await store.callbacks.ofMerchant(merchant.login)).find((callback) => callback.id === id);

export const showCallback = (callback: Callback): CallbackView => {
  const { id, subject, state, createdAtMs, dueMs, tries, fields, fault, copyOf } = callback;
  const orderId = fieldOf(callback, 'mdOrder');
  return {
    id,
    operation: operationOf(callback),
    status: fieldOf(callback, 'status'),
    ...(orderId !== '' && { orderId }),
    ...(subject !== orderId && { bindingId: subject }),
    state,
    createdAt: moment(createdAtMs),
    ...(state === 'waiting' && { dueAt: moment(dueMs) }),
    ...(fault && {
      fault: { ...(fault.scenario !== undefined && { scenario: fault.scenario }), sentence: fault.sentence },
    }),
    ...(copyOf !== undefined && { copyOf }),
    tries: tries.map(showTry),
    fields: fields.map(([name, value]) => ({ name, value })),
    request: showRequest(callback),
  };
};

/** One callback with the proof of its checksum; undefined if the merchant has none with this id. */
export const inspectCallback = async (context: MerchantContext, id: string): Promise<CallbackDetail | undefined> => {
  const callback = await findCallback(context, id);
  return callback && { ...showCallback(callback), ...proofOf(context, callback) };
};

export const proofOf = (
  { merchant, keys }: MerchantContext,
  callback: Callback,
): Pick<CallbackDetail, 'signedText' | 'checksum'> => {
  const signature = readSignature(callback, { token: merchant.callbacks?.token, keys });
  if (!signature) return {};
  const { signedText, ...checksum } = signature;
  return { signedText, checksum: { ...checksum, isRight: checksum.sent === checksum.computed } };
};

export const showTry = ({ atMs, ...facts }: CallbackTry): CallbackView['tries'][number] => ({
  at: moment(atMs),
  ...facts,
});

export const showRequest = (callback: Callback): CallbackView['request'] => {
  const { headers, ...request } = callbackRequest(callback);
  const own = callback.headers ?? {};
  const shown = Object.entries(headers).map(([name, value]) => [name, Object.hasOwn(own, name) ? hidden : value]);
  return { ...request, headers: Object.fromEntries(shown) };
};

type CallbackCounts = Readonly<Record<Callback['state'], number>>;

/** The number of this merchant's callbacks in each state. */
export const countCallbacks = async ({ store, merchant }: MerchantContext): Promise<CallbackCounts> =>
  store.callbacks.counts(merchant.login);

const countStates = (callbacks: readonly Callback[]): CallbackCounts => {
  const counts = { waiting: 0, delivered: 0, 'given-up': 0, lost: 0 };
  for (const { state } of callbacks) counts[state]++;
  return counts;
};

/** Sends no callbacks of this merchant any more, except by hand: those that wait go on waiting. */
export const pauseCallbacks = async (context: MerchantContext): Promise<CallbackSending> => {
  await context.courier.pause(context.merchant.login);
  return { isPaused: true, ...(await countCallbacks(context)) };
};

/** Sends them again; resolves when those that were due have been sent. */
export const runCallbacks = async (context: MerchantContext): Promise<CallbackSending> => {
  const { courier, merchant } = context;
  await courier.run(merchant.login);
  await courier.settled(merchant.login);
  return { isPaused: false, ...(await countCallbacks(context)) };
};
