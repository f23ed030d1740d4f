import type { Order } from '../domain/order.ts';
import { type EntryView, isCallOf } from '../inspection/journal.ts';
import { cardForActionCode } from '../issuer/code-range.ts';
import { orderBefore } from './order-before.ts';
import { entriesAbout, firstValueOf, orderNameIn, type RecordedThings } from './recorded-things.ts';
import { type CardOfState, type FoundState, stateOfOrder } from './state-of-order.ts';

const paymentCalls = /\/(?:paymentOrderBinding|3ds\/continue|finish3ds\w*)\.do$/;

/** Calls that register an order. */
const registrations = /\/register(?:PreAuth)?\.do$/;

const oneState = (name: string, ...gives: readonly string[]): FoundState => ({ states: [{ name }], gives });

const nothing: FoundState = { states: [], gives: [] };

/** The provider states that a call needs beside its login, or the reason why they have no name. */
export const statesOfCall = (entry: EntryView, things: RecordedThings): FoundState => {
  const hindrance = hindranceOf(entry);
  if (hindrance !== undefined) return { reason: hindrance };
  if (entry.isNotAccepted) return allOf([oneState('wrong passwords do not lock the login'), namedByNobody(entry)]);
  const found = [stateOfNamedOrder(entry, things), stateOfNumber(entry, things), stateOfCard(entry, things)];
  return allOf([...found, stateOfDates(entry)]);
};

/** Why a call cannot be made again. */
const hindranceOf = ({ fault, body, parameters, hints = [], answer, path }: EntryView): string | undefined => {
  if (fault) return `scenario ${fault.scenario} changed its answer`;
  if (answer.length >= longestAnswer) return 'its answer is longer than the journal keeps';
  if (/"orderStatuses":\[\{/.test(answer)) return 'it lists the orders of the whole run';
  if (body === 'json') return 'it has a body in JSON, of which the journal keeps the fields alone';
  if (paymentCalls.test(path) && !path.endsWith('paymentOrderBinding.do')) return 'it belongs to a payment on its way';
  if (parameters['token'] !== undefined) return 'it has a token in place of the login';
  if (parameters['userName'] === undefined) return 'it has no login';
  if (/"(?:acsUrl|threeDSMethodURL)":/.test(answer)) return 'no state has a stored card about which the issuer asks';
  const secret = Object.entries(parameters).find(([name, value]) => name !== 'password' && isMasked(value));
  if (secret) return `the journal does not keep its ${secret[0]}`;
  if (hints.some(({ kind }) => kind === 'no-permission'))
    return 'the login has no permission for it, and no state takes one';
  const date = Object.keys(parameters).find((name) => /^(?:expirationDate|auto\w+Date)$/.test(name));
  return date === undefined ? undefined : `its ${date} would be over at the next verification`;
};

/** As the journal cuts an answer. */
const longestAnswer = 16_000;

/** A secret, or a masked card number. */
const isMasked = (value: string | readonly string[]): boolean =>
  [value].flat().some((one) => one === '***' || /^\d{6}\*+\d{4}$/.test(one));

/** Calls with a wrong login are about nothing that exists. */
const namedByNobody = (entry: EntryView): FoundState =>
  orderNameIn(entry) === undefined ? nothing : oneState('no order has this id', 'orderId');

const stateOfNamedOrder = (entry: EntryView, things: RecordedThings): FoundState => {
  const name = orderNameIn(entry);
  if (name === undefined) return nothing;
  const order = things.orders.find(({ id }) => id === firstValueOf(entry, name));
  if (order) return stateBefore(order, entry, things);
  return entry.errorCode === unknownOrder
    ? oneState('no order has this id', 'orderId')
    : { reason: `its ${name} is not the id of an order` };
};

/** `errorCode` about an order that does not exist. */
const unknownOrder = 6;

const stateBefore = (order: Order, entry: EntryView, { entries }: RecordedThings): FoundState =>
  stateOfOrder(orderBefore(order, entry, entriesAbout(order, entries)), {
    paramNames: paramNamesIn(entry) ?? Object.keys(order.params),
    showsCard: /"(?:bindingInfo|bindingId)":/.test(entry.answer),
  });

/** The further parameters of an order at the time of a status, which later ones may have joined. */
const paramNamesIn = ({ answer }: EntryView): readonly string[] | undefined => {
  const [, list] = /"merchantOrderParams":(\[[^\]]*\])/.exec(answer) ?? [];
  if (list === undefined) return undefined;
  return (JSON.parse(list) as readonly { readonly name: string }[]).map(({ name }) => name);
};

const stateOfNumber = (entry: EntryView, things: RecordedThings): FoundState => {
  const number = firstValueOf(entry, 'orderNumber');
  if (number === undefined || orderNameIn(entry) !== undefined) return nothing;
  const order = things.orders.find((one) => one.orderNumber === number);
  if (order && !registrations.test(entry.path)) return stateBefore(order, entry, things);
  if (!order || !isOlder(order, entry, things)) return oneState('an order number is free', 'orderNumber');
  // The number is taken, whatever has become of its order.
  return {
    states: [{ name: 'a registered order exists', params: { amount: order.amountMinor } }],
    gives: ['orderNumber'],
  };
};

/** Whether an order was registered by an earlier call than this one. */
const isOlder = (order: Order, entry: EntryView, { entries }: RecordedThings): boolean =>
  entries.some(({ number, answer }) => number < entry.number && answer.includes(`"orderId":"${order.id}"`));

const stateOfCard = (entry: EntryView, things: RecordedThings): FoundState => {
  const { entries, bindings } = things;
  const id = firstValueOf(entry, 'bindingId');
  const clientId = firstValueOf(entry, 'clientId');
  if (id !== undefined) {
    const binding = bindings.find((one) => one.id === id);
    if (!binding) return oneState('no stored card has this id', 'bindingId');
    return cardState(wasUnbound(id, entry, entries) ? `${card} that is switched off` : card, declineOf(entry, things));
  }
  if (clientId === undefined || registrations.test(entry.path)) return nothing;
  if (entry.isRefused) return oneState('no customer has this id', 'clientId');
  const others = bindings.filter((one) => one.clientId === clientId && entry.answer.includes(one.id));
  if (others.length !== 1) return { reason: `no state has a customer with ${others.length} stored cards` };
  return cardState(wasUnbound(others[0]?.id ?? '', entry, entries) ? `${card} that is switched off` : card);
};

const card = 'a customer has a stored card';

/** The card that the state stores. */
const cardOfState: CardOfState = { pan: '4444555511113333' };

/** The code with which the bank declined this payment by a stored card, as the bank of the state has to. */
const declineOf = (entry: EntryView, { orders }: RecordedThings): number | undefined => {
  const name = orderNameIn(entry);
  const order = name === undefined ? undefined : orders.find(({ id }) => id === firstValueOf(entry, name));
  const code = order?.attempts.find(({ startedAtMs }) => startedAtMs >= Date.parse(entry.at))?.actionCode;
  return code === 0 ? undefined : code;
};

const cardState = (name: string, actionCode?: number): FoundState => ({
  states: [{ name, ...(actionCode !== undefined && { params: { actionCode } }) }],
  card: actionCode === undefined ? cardOfState : { pan: cardForActionCode(actionCode) },
  gives: ['clientId', 'bindingId'],
});

const wasUnbound = (bindingId: string, { number }: EntryView, entries: readonly EntryView[]): boolean => {
  const last = entries.findLast(
    (one) =>
      one.number < number &&
      !one.isRefused &&
      firstValueOf(one, 'bindingId') === bindingId &&
      /\/(?:unBindCard|unbindCard|bindCard)\.do$/.test(one.path),
  );
  return last !== undefined && !isCallOf(last.path, 'bindCard.do');
};

const stateOfDates = (entry: EntryView): FoundState =>
  ['from', 'to'].some((name) => firstValueOf(entry, name) !== undefined)
    ? oneState('the shop knows the date', 'from', 'to')
    : nothing;

/** All states together, or the first reason. The first card counts. */
const allOf = (found: readonly FoundState[]): FoundState => {
  const reason = found.find((one) => 'reason' in one);
  if (reason) return reason;
  const all = found.flatMap((one) => ('reason' in one ? [] : [one]));
  const pays = all.find(({ card: paid }) => paid !== undefined)?.card;
  return {
    states: all.flatMap(({ states }) => states),
    gives: [...new Set(all.flatMap(({ gives }) => gives))],
    ...(pays && { card: pays }),
  };
};
