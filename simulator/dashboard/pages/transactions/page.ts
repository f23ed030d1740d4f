import { bankOf } from '../../../banks/bank-of.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import { countOf, type StateCounts } from '../../../inspection/orders/find-orders.ts';
import { listTransactions } from '../../../inspection/orders/transactions.ts';
import type { DashboardPage, Shown, Visit } from '../../page.ts';
import { leftUntil } from '../../ui/left-until.ts';
import { lettersOf } from '../../ui/minor-of.ts';
import { statusTexts } from '../../ui/status-texts.ts';
import { callbackLooks } from './callback-words.ts';
import { csvOf } from './csv.ts';
import { type Filter, filterIn, isOfTwoDays, refusedStatus, searchOf, statusChips } from './filter.ts';
import { inWords } from './filter-words.ts';
import type { CallbackState } from './order-facts.ts';
import { daysOf, rowsOf } from './rows.ts';
import { transactionsTexts } from './texts.ts';

const pageSize = 50;

/** Everything that came from a shop: its orders, and the calls that were refused. */
export const transactions: DashboardPage = {
  texts: [...statusTexts, ...transactionsTexts],
  show: async (visit) => {
    const { context, query } = visit;
    const { utcOffsetMinutes, currency } = bankOf(context, context.merchant);
    const filter = filterIn(query);
    const isOfAllTimes = query.get('period') === 'all';
    const search = searchOf(filter, { nowMs: context.clock.now(), utcOffsetMinutes, currency, isOfAllTimes });
    if (query.get('format') === 'csv') return csvOf(visit, search);
    const after = query.get('after') ?? undefined;
    const list = await listTransactions(context, search, { after, limit: pageSize });
    return shown(visit, { filter, isOfAllTimes, after, list });
  },
};

interface Listed {
  readonly filter: Filter;
  readonly isOfAllTimes: boolean;
  readonly after: string | undefined;
  readonly list: Awaited<ReturnType<typeof listTransactions>>;
}

const shown = async (visit: Visit, { filter, isOfAllTimes, after, list }: Listed): Promise<Shown> => {
  const { context, say, ui, link, query } = visit;
  const { status, ...others } = filter;
  const isRecent = isOfTwoDays(filter, isOfAllTimes);
  const period = isOfAllTimes ? { period: 'all' } : {};
  const chosen = statusChips.find(({ name }) => name === status);
  const total = (status === refusedStatus ? 0 : countOf(list.counts, chosen?.states)) + (chosen ? 0 : list.calls);
  const rows = await rowsOf(visit, list.rows);
  const words = inWords(filter, visit);
  const title = say('Transactions');
  return {
    title,
    content: fillTransactions({
      say,
      ui,
      link,
      view: {
        title,
        lead: leadOf(visit, words, isRecent),
        merchant: query.get('merchant') ?? '',
        filter,
        isOfAllTimes,
        currency: lettersOf(context.bank.currency),
        inDrawer: Object.keys(others).filter((name) => name !== 'q').length,
        csvHref: link('/transactions', { ...filter, ...period, format: 'csv' }),
        chips: chipsOf(visit, list.counts, list.calls, filter, period),
        days: daysOf(visit, rows),
        shownCount: rows.length,
        total,
        words,
        hasFilter: words !== '',
        isRecent,
        older: list.next && link('/transactions', { ...filter, ...period, after: list.next }),
        newest: after && link('/transactions', { ...filter, ...period }),
        everything: rows.length > 0 ? 0 : await context.store.orders.total(context.merchant.login),
        callback: (state: CallbackState) => callbackHtml(visit, state),
      },
    }),
  };
};

const leadOf = ({ context, say }: Visit, words: string, isRecent: boolean): string => {
  const { name } = context.merchant;
  if (isRecent && words === '') return say('All that came from {name} in the last two days, newest first', { name });
  return words === ''
    ? say('All that ever came from {name}, newest first', { name })
    : say('Those with {filter}', { filter: words });
};

const chipsOf = (
  { say, ui, link }: Visit,
  counts: StateCounts,
  calls: number,
  filter: Filter,
  period: Readonly<Record<string, string>>,
) => {
  const { status: current, ...others } = filter;
  const href = (status?: string): string => link('/transactions', { ...others, ...period, status });
  return [
    {
      name: '',
      title: say('All'),
      icon: '',
      count: countOf(counts) + calls,
      href: href(),
      isHere: current === undefined,
    },
    ...statusChips.map(({ name, word, tone, icon, states }) => ({
      name,
      title: say(word),
      icon: `<span class="status is-${tone}">${ui.icon(icon)}</span>`,
      count: countOf(counts, states),
      href: href(name),
      isHere: current === name,
    })),
    {
      name: refusedStatus,
      title: say('Refused calls'),
      icon: `<span class="status is-bad">${ui.icon('stop')}</span>`,
      count: calls,
      href: href(refusedStatus),
      isHere: current === refusedStatus,
    },
  ];
};

const callbackHtml = ({ say, ui, context }: Visit, state: CallbackState): string => {
  if (state.kind === 'none') return '';
  const { word, tone, icon } = callbackLooks[state.kind];
  if (state.kind === 'waiting') {
    const left = leftUntil(state.dueMs - context.clock.now(), say);
    return `<span class="status is-${tone}">${ui.icon(icon)}<span>${say(word)} <span class="num" data-due="${state.dueMs}">${left}</span></span></span>`;
  }
  const isQuiet = state.kind === 'delivered';
  return ui.status(tone, icon, say(word), isQuiet && state.count > 1 ? `×${state.count}` : '', isQuiet ? 'quiet' : '');
};

const fillTransactions = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
