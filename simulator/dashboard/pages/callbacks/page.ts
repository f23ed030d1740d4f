import { viewFrom } from '../../../http/page/view-from.ts';
import {
  type CallbackFilter,
  type CallbackView,
  inspectCallback,
  listCallbacks,
} from '../../../inspection/callbacks/callbacks.ts';
import type { DashboardPage, Shown, Visit } from '../../page.ts';
import { withoutUser } from '../../ui/pairs.ts';
import { callbackActs } from './acts.ts';
import { detailOf } from './detail.ts';
import { fieldOf } from './fields.ts';
import { inboxOf } from './inbox.ts';
import { settingsOf } from './settings.ts';
import { stateLooks, stateOf, triesText } from './states.ts';
import { callbacksTexts } from './texts.ts';

/** The callbacks of a merchant, one of them opened. */
export const callbacks: DashboardPage = {
  texts: callbacksTexts,
  acts: callbackActs,
  show: async (visit): Promise<Shown> => {
    const { context, say, ui, link, query } = visit;
    const id = query.get('callback') || undefined;
    const opened = id === undefined ? undefined : await inspectCallback(context, id);
    const list = await listCallbacks(context, filterOf(query));
    const kept = { state: query.get('state') || undefined, order: query.get('order') || undefined };
    const before = query.get('before') || undefined;
    const here = link('/callbacks', { ...kept, before, callback: opened?.id });
    const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
    const content = fillCallbacks({
      say,
      ui,
      link,
      view: {
        here,
        lead: leadOf(visit),
        isPaused: list.isPaused,
        merchant: query.get('merchant') ?? '',
        order: kept.order ?? '',
        state: kept.state ?? '',
        clear: link('/callbacks'),
        chips: [
          {
            word: 'All',
            count: all,
            href: link('/callbacks', { order: kept.order }),
            isHere: kept.state === undefined,
          },
          ...states.map((state) => ({
            word: stateLooks[state].word,
            count: list.counts[state],
            href: link('/callbacks', { ...kept, state }),
            isHere: kept.state === state,
          })),
        ],
        rows: list.callbacks.map((callback) => rowOf(visit, callback, { ...kept, before }, id)),
        newest: before === undefined ? undefined : link('/callbacks', kept),
        older: list.next === undefined ? undefined : link('/callbacks', { ...kept, before: list.next }),
        detail: opened && detailOf(visit, opened, here),
        isGone: id !== undefined && !opened,
        settings: await settingsOf(visit, here),
        inbox: await inboxOf(visit, here),
      },
    });
    return { title: say('Callbacks'), content, ...(id !== undefined && !opened && { status: 404 }) };
  },
};

const states = ['waiting', 'delivered', 'given-up', 'lost'] as const;

/** So many are shown at once. */
const pageSize = 50;

/** What is no state is no filter. */
const filterOf = (query: URLSearchParams): CallbackFilter => {
  const state = states.find((one) => one === query.get('state'));
  const order = query.get('order')?.trim();
  const before = query.get('before');
  return { limit: pageSize, ...(state && { state }), ...(order && { order }), ...(before && { before }) };
};

const rowOf = (
  visit: Visit,
  callback: CallbackView,
  kept: Readonly<Record<string, string | undefined>>,
  opened: string | undefined,
) => ({
  id: callback.id,
  href: visit.link('/callbacks', { ...kept, callback: callback.id }),
  isHere: callback.id === opened,
  operation: callback.operation,
  failed: callback.status === '0',
  order: fieldOf(callback, 'orderNumber') || callback.bindingId || '',
  of: wordsAround(visit, fieldOf(callback, 'orderNumber') === ''),
  time: visit.ui.timeOrDay(Date.parse(callback.createdAt), visit.context.clock.now()),
  state: stateOf(visit, callback),
  tries: triesText(visit, callback),
});

/** The words before and behind the number of the order, or the id of the card. */
const wordsAround = ({ say }: Visit, isOfCard: boolean): readonly string[] => {
  const number = '\u0000';
  return (isOfCard ? say('Stored card {id}', { id: number }) : say('Order {number}', { number })).split(number);
};

/** Where callbacks go, in a sentence: before, the address, after. */
const leadOf = ({ context, say }: Visit) => {
  const {
    url,
    method = 'GET',
    retryAfterMs = 30_000,
    mostFailures = 3,
    token,
    checksum,
  } = context.merchant.callbacks ?? {};
  if (url === undefined) return { text: say('No address is set: only orders with one of their own have callbacks.') };
  const kind = checksum ?? (token === undefined ? 'none' : 'hmac');
  return {
    url: withoutUser(url),
    text: say(
      kind === 'none'
        ? 'by {method}, not signed, tries: {most}, {seconds} s apart.'
        : 'by {method}, signed with {kind}, tries: {most}, {seconds} s apart.',
      {
        method,
        kind: kind.toUpperCase(),
        most: mostFailures,
        seconds: retryAfterMs / 1000,
      },
    ),
  };
};

const fillCallbacks = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
