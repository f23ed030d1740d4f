import { bankOf } from '../../../banks/bank-of.ts';
import { isPaused } from '../../../callbacks/deliver/pause.ts';
import { openedPages } from '../../../inspection/orders/opened-pages.ts';
import { decidingScenario } from '../../../inspection/orders/scenarios-of-order.ts';
import type { Transaction } from '../../../inspection/orders/transactions.ts';
import { statusNumber } from '../../../wire/payment-state.ts';
import type { Visit } from '../../page.ts';
import { leftUntil } from '../../ui/left-until.ts';
import { statusLooks } from '../../ui/status.ts';
import { happened, leftSign } from './happened.ts';
import { type CallbackState, callbackStateOf, cardOf } from './order-facts.ts';
import { nameOf, whyRefused } from './refused-call.ts';

/** A row of the list. */
export type Row = OrderRow | CallRow;

interface OrderRow {
  readonly kind: 'order';
  readonly id: string;
  readonly atMs: number;
  readonly number: string;
  readonly href: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly email: string;
  readonly actionCode: number;
  /** HTML. */
  readonly status: string;
  readonly statusWord: string;
  readonly statusNumber: number;
  readonly what: WithTimeLeft;
  readonly card: { readonly pan: string; readonly way: string };
  readonly scenario?: { readonly name: string; readonly href: string };
  readonly callbacks: CallbackState;
}

interface CallRow {
  readonly kind: 'call';
  readonly id: string;
  readonly atMs: number;
  readonly name: string;
  readonly href: string;
  readonly what: string;
}

/** A text with a time that goes on, if it has one. */
interface WithTimeLeft {
  readonly before: string;
  readonly due?: { readonly ms: number; readonly left: string };
  readonly after: string;
}

/** The rows of transactions, as people read them. */
export const rowsOf = async (visit: Visit, transactions: readonly Transaction[]): Promise<readonly Row[]> => {
  const { context, link } = visit;
  const isOpened = openedPages(context);
  const paused = await isPaused(context.store, context.merchant.login);
  return transactions.map((one) =>
    one.kind === 'order'
      ? orderRow(visit, one, { isPageOpened: isOpened(one.order.id), isPaused: paused })
      : {
          kind: 'call',
          id: `call-${one.call.number}`,
          atMs: one.atMs,
          name: nameOf(one.call),
          href: link('/calls', { call: String(one.call.number) }),
          what: whyRefused(visit, one.call),
        },
  );
};

interface Known {
  readonly isPageOpened: boolean | undefined;
  readonly isPaused: boolean;
}

const orderRow = (
  { context, say, ui, link, language }: Visit,
  { order, callbacks, atMs }: Transaction & { readonly kind: 'order' },
  { isPageOpened, isPaused: paused }: Known,
): OrderRow => {
  const { tone, icon, word } = statusLooks[order.status];
  const number = statusNumber(order, bankOf(context, order));
  const { text, dueMs } = happened({ order, callbacks, isPageOpened }, { say, language, ui });
  const [before = '', after = ''] = text.split(leftSign);
  const scenario = decidingScenario(order, callbacks);
  return {
    kind: 'order',
    id: order.id,
    atMs,
    number: order.orderNumber,
    href: link(`/orders/${encodeURIComponent(order.id)}`),
    amountMinor: order.amountMinor,
    currency: order.currency,
    email: order.email ?? '',
    actionCode: order.actionCode,
    status: ui.status(tone, icon, say(word), number),
    statusWord: say(word),
    statusNumber: number,
    what: {
      before,
      after,
      ...(dueMs !== undefined && { due: { ms: dueMs, left: leftUntil(dueMs - context.clock.now(), say) } }),
    },
    card: cardOf(order, say),
    ...(scenario !== undefined && { scenario: { name: scenario, href: link('/scenarios', { name: scenario }) } }),
    callbacks: callbackStateOf(callbacks, paused),
  };
};

/** Rows of one day, by the merchant's time. */
export interface Day {
  readonly title: string;
  readonly rows: readonly Row[];
}

const dayMs = 86_400_000;

export const daysOf = ({ context, say, ui }: Visit, rows: readonly Row[]): readonly Day[] => {
  const offsetMs = bankOf(context, context.merchant).utcOffsetMinutes * 60_000;
  const dayOf = (ms: number): number => Math.floor((ms + offsetMs) / dayMs);
  const today = dayOf(context.clock.now());
  return [...Map.groupBy(rows, ({ atMs }) => dayOf(atMs))].map(([day, ofDay]) => {
    const ms = ofDay[0]?.atMs ?? 0;
    return { title: day === today ? say('Today, {date}', { date: ui.date(ms) }) : capital(ui.day(ms)), rows: ofDay };
  });
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
