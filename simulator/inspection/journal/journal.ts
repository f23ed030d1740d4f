import type { z } from 'zod';
import type { MerchantContext } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import { resultOfCall, wasRefused } from '../../store/journal/call-result.ts';
import type { JournalEntry } from '../../store/journal/exchange.ts';
import { unpack } from '../../text/pack.ts';
import type { Frozen } from '../frozen.ts';
import { moment } from '../moment.ts';
import { findOrder } from '../orders/find-order.ts';
import { hintsOf } from './call-hints.ts';
import type { journalAnswer, journalEntry, journalFilter } from './journal-schemas.ts';

export type EntryView = Frozen<z.output<typeof journalEntry>>;
export type JournalFilter = Frozen<z.output<typeof journalFilter>>;
export type JournalView = Frozen<z.output<typeof journalAnswer>>;

/** The error of a call that needs a journal, if there is none. */
export const journalIsOff =
  'the journal is off: start tillbox without JOURNAL_SIZE=0, or in process with journalSize: 1000';

/** The requests of this merchant that the journal still has, with their answers. */
export const readJournal = async (context: MerchantContext, filter: JournalFilter = {}): Promise<JournalView> => {
  const { journal, merchant } = context;
  return {
    isOn: journal.isOn,
    dropped: journal.droppedOf(merchant.login),
    entries: await readEntries(context, filter),
  };
};

/** The entries themselves, oldest first. */
export const readEntries = async (context: MerchantContext, filter: JournalFilter): Promise<readonly EntryView[]> => {
  const { order: wanted, parameter, errorCode, limit, since } = filter;
  const order = wanted === undefined ? undefined : await findOrder(context, wanted);
  if (wanted !== undefined && !order) return [];
  const found = await viewsOf(
    await keptEntries(context, filter, isForMerchant),
    (entry) =>
      (errorCode === undefined || entry.errorCode === errorCode) &&
      (parameter === undefined || valuesOf(entry, parameter.name).includes(parameter.value)) &&
      (order === undefined || isAbout(entry, order)),
  );
  if (limit === undefined) return found;
  return since === undefined ? found.slice(-limit) : found.slice(0, limit);
};

/** The entries of this merchant as they are kept, oldest first, after every filter that needs no parameters. */
export const keptEntries = async (
  { journal, merchant }: MerchantContext,
  filter: JournalFilter = {},
  isOf: (entry: JournalEntry, login: string) => boolean = isByMerchant,
): Promise<readonly JournalEntry[]> => {
  const found: JournalEntry[] = [];
  for (const entry of journal.entries()) {
    await giveWay();
    const isTheirs = filter.caller === 'unknown' ? entry.merchant === '' : isOf(entry, merchant.login);
    if (isTheirs && isWanted(entry, filter)) found.push(entry);
  }
  return found;
};

/** Whether the call was accepted as this merchant's. */
const isByMerchant = (entry: JournalEntry, login: string): boolean => entry.merchant === login;

/** The same, or it named this merchant in vain, such as with a wrong password. */
export const isForMerchant = (entry: JournalEntry, login: string): boolean =>
  (entry.namedLogin ?? entry.merchant) === login;

const viewsOf = async (
  entries: readonly JournalEntry[],
  isWantedView: (entry: EntryView) => boolean,
): Promise<readonly EntryView[]> => {
  const views: EntryView[] = [];
  for (const entry of entries) {
    await giveWay();
    const view = showEntry(entry);
    if (isWantedView(view)) views.push(view);
  }
  return views;
};

export const showEntry = ({
  merchant: _,
  namedLogin,
  atMs,
  parametersJson,
  takes,
  hint,
  ...facts
}: JournalEntry): EntryView => {
  const parameters = JSON.parse(parametersJson);
  const hints = hintsOf({ parameters, takes: takes?.parameters, hint });
  return {
    ...facts,
    ...(namedLogin !== undefined && { isNotAccepted: true }),
    at: moment(atMs),
    parameters,
    ...(takes?.body && { body: takes.body }),
    ...resultOfCall(facts),
    ...(hints.length > 0 && { hints }),
  };
};

const isWanted = (
  entry: JournalEntry,
  { path, method, httpStatus, refused, since = 0, until }: JournalFilter,
): boolean =>
  entry.number > since &&
  (until === undefined || entry.number <= until) &&
  (path === undefined || isCallOf(entry.path, path)) &&
  (method === undefined || entry.method === method.toUpperCase()) &&
  (httpStatus === undefined || entry.httpStatus === httpStatus) &&
  (refused === undefined || wasRefused(entry) === refused);

/** Whether a call went to this endpoint: `refund.do` matches `/payment/rest/refund.do`, but not `instantrefund.do`. */
export const isCallOf = (path: string, wanted: string): boolean =>
  path === wanted || path.endsWith(wanted.startsWith('/') ? wanted : `/${wanted}`);

/** The values of a parameter; several if it was sent several times, none if it was not sent. */
export const valuesOf = ({ parameters }: EntryView, name: string): readonly string[] => {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
};

/** The requests that register an order, name it, or name one of its authentications, oldest first. */
export const entriesAbout = async (context: MerchantContext, order: Order): Promise<readonly EntryView[]> =>
  viewsOf(await keptEntries(context), (entry) => entry.surface !== 'inbox' && isAbout(entry, order));

const isAbout = (entry: EntryView, order: Order): boolean => {
  const names = new Set([order.id, ...order.attempts.flatMap(({ threeDs }) => threeDs?.serverTransId ?? [])]);
  const values = Object.values(entry.parameters).flat();
  return (
    values.some((value) => names.has(value)) ||
    ['orderNumber', 'merchantOrderNumber'].some((name) => valuesOf(entry, name).includes(order.orderNumber)) ||
    entry.answer.includes(`"orderId":"${order.id}"`) ||
    ['creq', 'cres'].some((name) => valuesOf(entry, name).some((one) => unpack(one)?.['acsTransID'] === order.id))
  );
};
