import {
  type CallbackEvent,
  type RequestEvent,
  type SandboxEvent,
  type SandboxOrder,
  SandboxProblem,
} from '../../../client/index.ts';
import { asWritten, type Say } from '../say.ts';
import { endpointOf, refusalIn } from './call-line.ts';
import { shownTime } from './moment.ts';
import type { ReachOptions, Sandbox } from './reach.ts';

type Entry = SandboxOrder['timeline'][number];

/** The lines of an event for a person: steps of orders, tries of callbacks, refused calls, and clocks. */
export const eventLines = (sandbox: Sandbox, { login }: ReachOptions, say: Say = asWritten) => {
  const told = toldSteps();
  const line = ({ at, merchant }: { readonly at: string; readonly merchant: string }, words: string): string =>
    [shownTime(at), ...(login === undefined ? [merchant || '-'] : []), words].join('  ');

  const orderLines = async (
    merchant: string,
    orderId: string,
    since: string,
  ): Promise<readonly string[] | undefined> => {
    const order = await orderOf(sandbox, merchant, orderId);
    return order?.timeline
      .filter(told.isNewOf(order, since))
      .map(({ at, what }) => line({ at, merchant }, `${nameOf(order, say)}  ${say(what)}`));
  };

  return async (event: SandboxEvent): Promise<readonly string[]> => {
    switch (event.type) {
      case 'order':
        return (await orderLines(event.merchant, event.orderId, event.version === 1 ? '' : event.at)) ?? [];
      case 'callback':
        return (await orderLines(event.merchant, event.subject, event.at)) ?? [line(event, callbackWords(event, say))];
      case 'request':
        return event.isRefused ? [line(event, refusedWords(event, say))] : [];
      case 'clock':
        return [line(event, say(event.isFrozen ? 'the clock stands still' : 'the clock runs'))];
      case 'lost':
        return [say(`${event.count} events were lost`)];
      default:
        return [];
    }
  };
};

/** The order; undefined if it is gone, or the id is that of a stored card. */
const orderOf = ({ client }: Sandbox, merchant: string, orderId: string): Promise<SandboxOrder | undefined> =>
  client.orders.get(merchant, orderId).catch((error: unknown) => {
    if (error instanceof SandboxProblem && error.status === 404) return undefined;
    throw error;
  });

/** How many orders are remembered. */
const mostOrders = 1_000;

/** The steps that were printed already. */
const toldSteps = () => {
  const known = new Map<string, Set<string>>();
  return {
    /** `since`: the moment of the event that made the order known; more may have happened before the order was read. */
    isNewOf: ({ orderId, timeline }: SandboxOrder, since: string): ((entry: Entry) => boolean) => {
      const before = known.get(orderId);
      known.delete(orderId);
      known.set(orderId, new Set(timeline.map(keyOf)));
      const [oldest] = known.keys();
      if (known.size > mostOrders && oldest !== undefined) known.delete(oldest);
      const last = timeline.at(-1)?.at ?? '';
      return before ? (entry) => !before.has(keyOf(entry)) : ({ at }) => at >= since || at === last;
    },
  };
};

const keyOf = ({ at, what }: Entry): string => `${at} ${what}`;

/** `order 1042 (…a1b2c3)`: numbers of shops may be the same. */
const nameOf = ({ orderId, orderNumber }: SandboxOrder, say: Say): string =>
  `${say('order')} ${orderNumber} (…${orderId.slice(-6)})`;

const callbackWords = ({ operation, httpStatus, error = '' }: CallbackEvent, say: Say): string =>
  say(`callback ${operation}: ${httpStatus === undefined ? error : `HTTP ${httpStatus}`}`);

const refusedWords = (event: RequestEvent, say: Say): string => {
  const code = event.errorCode === undefined ? '' : ` ${event.errorCode}`;
  return `${event.method} ${endpointOf(event)}  ${say('refused')}${code}: ${refusalIn(event) ?? ''}`;
};
