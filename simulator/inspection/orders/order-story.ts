import type { Callback } from '../../domain/callback.ts';
import type { Order } from '../../domain/orders/order.ts';
import { faultEntries, type Timed, tryText } from '../callbacks/callback-timeline.ts';
import type { EntryView } from '../journal/journal.ts';
import { type Speech, says } from '../speech.ts';
import { byTime, isCardPage, type OrderStep, orderSteps, pageEntry, requestFaultEntries } from './order-timeline.ts';

/** A line of the story of an order: a sentence, who spoke to whom, and what went over the wire. */
export interface StoryLine extends Timed, Speech {
  /** The same for the same line of a later story. */
  readonly id: string;
  /** Whether the one who was spoken to did not accept it. */
  readonly isRefused?: boolean;
  /** The call that did it, if the journal has it. */
  readonly call?: EntryView;
  /** The callback that was tried, and which of its tries this is. */
  readonly callback?: Callback;
  readonly tryIndex?: number;
}

/** The story of an order, oldest first: its timeline, with every call of the shop about it. */
export const orderStory = (
  order: Order,
  callbacks: readonly Callback[],
  requests: readonly EntryView[],
): readonly StoryLine[] => {
  const calls = requests.filter(({ surface }) => surface === 'api');
  const { lines, unused } = withCalls(orderSteps(order), calls);
  return byTime([
    ...lines.slice(0, 1),
    ...requests
      .filter(isCardPage)
      .slice(0, 1)
      .map((entry) => ({ id: 'page', ...says.payerToGateway, ...pageEntry(entry) })),
    ...withOtherCalls(lines.slice(1), unused.map(callLine)),
    ...requests.flatMap(faultLines),
    ...callbacks.flatMap(callbackLines),
  ]);
};

/** The calls that make a step happen, by the beginning of its id or its sentence. */
const causes: readonly (readonly [isCause: RegExp, isStep: (step: OrderStep) => boolean])[] = [
  [/\/register\w*\.do$/i, ({ id }) => id === 'registered'],
  [/\/(?:refund|process\w*refund)\.do$/i, ({ id }) => id.startsWith('refund')],
  [/\/reverse\.do$/i, ({ id }) => id.startsWith('reversed')],
  [/\/deposit\.do$/i, ({ line = '' }) => line.startsWith('captured')],
  [/\/decline\.do$/i, ({ line = '' }) => line.startsWith('closed')],
  [/\/(?:payment\w*|moto\w*|instantPayment|recurrentPayment)\.do$/i, ({ id }) => /^attempt \d+ began$/.test(id)],
];

/** Puts each call that was carried out beside the step that it made happen: it lies within the time of the call. */
const withCalls = (steps: readonly OrderStep[], calls: readonly EntryView[]) => {
  const callOf = new Map<OrderStep, EntryView>();
  const unused: EntryView[] = [];
  for (const call of calls) {
    const isStep = call.isRefused ? undefined : causes.find(([isCause]) => isCause.test(call.path))?.[1];
    const startMs = Date.parse(call.at);
    const step = steps.find(
      (one) =>
        isStep?.(one) &&
        !callOf.has(one) &&
        one.atMs >= startMs - 1 &&
        one.atMs <= startMs + Math.ceil(call.tookMs) + 1,
    );
    if (step) callOf.set(step, call);
    else unused.push(call);
  }
  const lines = steps.map(({ line: _, isTrouble: __, ...step }, index): StoryLine => {
    const call = callOf.get(steps[index] as OrderStep);
    return { ...step, ...(call && { call }) };
  });
  return { lines, unused };
};

/** Puts further calls among lines by the numbers of their calls: on a clock that stands still the times are no help. */
const withOtherCalls = (lines: readonly StoryLine[], others: readonly StoryLine[]): readonly StoryLine[] => {
  const all = [...lines];
  for (const other of others) {
    const number = other.call?.number ?? 0;
    const at = all.findIndex(({ call }) => call !== undefined && call.number > number);
    all.splice(at < 0 ? all.length : at, 0, other);
  }
  return all;
};

const callLine = (call: EntryView): StoryLine => {
  const { number, at, path, isRefused, errorCode, httpStatus, answer } = call;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const status = /"orderStatus"\s*:\s*(\d+)/i.exec(answer)?.[1];
  const words = isRefused
    ? `was refused with ${errorCode === undefined ? `HTTP ${httpStatus}` : `errorCode ${errorCode}`}`
    : status === undefined
      ? 'was carried out'
      : `told orderStatus ${status}`;
  return {
    id: `call-${number}`,
    ...says.shopToGateway,
    ...(isRefused && { tone: 'bad', isRefused }),
    atMs: Date.parse(at),
    what: `The shop called ${name}: it ${words}.`,
    call,
  };
};

const faultLines = (entry: EntryView): readonly StoryLine[] =>
  requestFaultEntries(entry).map((timed, index) => ({
    id: `fault-${entry.number}${index === 0 ? '' : `-${index}`}`,
    ...says.gatewayToShop,
    tone: 'wait',
    ...timed,
  }));

const callbackLines = (callback: Callback): readonly StoryLine[] => [
  ...faultEntries(callback).map(
    (timed): StoryLine => ({ id: `callback-${callback.id}`, ...says.gatewayToShop, tone: 'wait', ...timed, callback }),
  ),
  ...callback.tries.map((one, tryIndex): StoryLine => {
    const isAccepted = one.httpStatus === 200;
    return {
      id: `callback-${callback.id}-${tryIndex}`,
      ...says.gatewayToShop,
      tone: isAccepted ? 'good' : 'bad',
      isRefused: !isAccepted,
      atMs: one.atMs,
      what: tryText(callback, one, tryIndex),
      callback,
      tryIndex,
    };
  }),
];
