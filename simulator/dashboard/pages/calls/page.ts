import { viewFrom } from '../../../http/page/view-from.ts';
import { type EntryView, type JournalFilter, keptEntries, readEntries } from '../../../inspection/journal/journal.ts';
import { writeHar } from '../../../inspection/journal/write-har.ts';
import type { DashboardPage, Visit } from '../../page.ts';
import { controlCurl, merchantPath } from '../../ui/control-call.ts';
import { endpointOf } from './builder.ts';
import { detailOf } from './detail.ts';
import { filterNames, journalFilterOf, type KeptFilter, keptFilter, numberIn } from './filter.ts';
import { resultOf } from './result.ts';
import { callsTexts } from './texts.ts';

/** The journal of a merchant, one call of it opened. */
export const calls: DashboardPage = {
  texts: callsTexts,
  show: async (visit) => {
    const { context, say, ui, link, query, origin } = visit;
    const { journal, merchant } = context;
    const filter = keptFilter(query);
    const wanted = journalFilterOf(filter);
    const until = numberIn(query, 'until');
    if (query.has('har')) {
      const entries = await readEntries(context, { ...wanted, ...(until !== undefined && { until }) });
      const text = JSON.stringify(writeHar(entries, origin));
      return { fileName: `${merchant.login}.har`, contentType: 'application/json; charset=utf-8', text };
    }
    const kept = { ...filter, ...(until !== undefined && { until: String(until) }) };
    const number = numberIn(query, 'call');
    const opened = number === undefined ? undefined : await entryOf(context, wanted, number);
    const { entries, older } = await pageOf(context, wanted, until);
    const newest = entries[0]?.number;
    const content = fillCalls({
      say,
      ui,
      link,
      view: {
        isOn: journal.isOn,
        dropped: journal.droppedOf(merchant.login),
        filter,
        isFiltered: filterNames.some((name) => name !== 'caller' && filter[name] !== undefined),
        merchant: query.get('merchant') ?? '',
        chips: chipsOf(visit, filter),
        clear: link('/calls'),
        har: link('/calls', { ...kept, har: '1' }),
        harCurl: controlCurl(visit, { method: 'GET', path: `${merchantPath(visit)}/journal.har` }),
        pause:
          newest === undefined
            ? undefined
            : link('/calls', { ...filter, until: String(newest), call: opened && String(opened.number) }),
        paused:
          until === undefined ? undefined : { newer: (await keptEntries(context, { ...wanted, since: until })).length },
        follow: link('/calls', { ...filter, call: opened && String(opened.number) }),
        older: older === undefined ? undefined : link('/calls', { ...filter, until: String(older) }),
        rows: entries.map((entry) => rowOf(visit, entry, kept, number)),
        detail: opened && (await detailOf(visit, opened, kept)),
        isGone: number !== undefined && !opened,
        isStranger: filter.caller === 'unknown',
      },
    });
    return { title: say('Calls'), content, ...(number !== undefined && !opened && { status: 404 }) };
  },
};

/** So many are shown at once. */
const pageSize = 50;

/** The newest entries up to this number, the newest first, and the number of the first older one. */
const pageOf = async (context: Visit['context'], wanted: JournalFilter, until: number | undefined) => {
  const found = await readEntries(context, { ...wanted, ...(until !== undefined && { until }), limit: pageSize + 1 });
  const newestFirst = found.toReversed();
  return { entries: newestFirst.slice(0, pageSize), older: newestFirst[pageSize]?.number };
};

/** An entry by its number, whatever else is filtered. */
const entryOf = async (
  context: Visit['context'],
  { caller }: JournalFilter,
  number: number,
): Promise<EntryView | undefined> => {
  const [entry] = await readEntries(context, { since: number - 1, until: number, ...(caller && { caller }) });
  return entry;
};

const chipsOf = ({ link }: Visit, filter: KeptFilter) => {
  const { refused: _, caller: __, ...others } = filter;
  const here = filter.caller ?? (filter.refused === 'true' ? 'refused' : 'all');
  return [
    { word: 'All', href: link('/calls', others), isHere: here === 'all' },
    { word: 'Refused', href: link('/calls', { ...others, refused: 'true' }), isHere: here === 'refused' },
    {
      word: 'Of no known merchant',
      href: link('/calls', { ...others, caller: 'unknown' }),
      isHere: here === 'unknown',
    },
  ];
};

const rowOf = (visit: Visit, entry: EntryView, kept: Readonly<Record<string, string>>, opened: number | undefined) => {
  const { say, ui, link } = visit;
  const about = [entry.parameters['orderNumber'], entry.parameters['orderId'], entry.parameters['userName']].find(
    (text) => typeof text === 'string' && text !== '',
  );
  const places = { api: '', page: say('card page'), acs: say('page of the issuer'), inbox: say('inbox') };
  return {
    href: link('/calls', { ...kept, call: String(entry.number) }),
    number: entry.number,
    isHere: entry.number === opened,
    method: entry.method,
    endpoint: endpointOf(entry),
    result: resultOf(visit, entry),
    place: places[entry.surface],
    about: typeof about === 'string' ? about : '',
    time: ui.timeOrDay(Date.parse(entry.at), visit.context.clock.now()),
    ms: Math.round(entry.tookMs),
    hints: entry.hints?.length ?? 0,
    scenario: entry.fault?.scenario,
    broken: entry.brokenBy?.id,
  };
};

const fillCalls = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
