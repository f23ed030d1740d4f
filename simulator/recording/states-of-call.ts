import type { Order } from '../domain/orders/order.ts';
import { type EntryView, isCallOf } from '../inspection/journal/journal.ts';
import { cardForActionCode } from '../issuer/code-range.ts';
import { jsonIn } from './json-in.ts';
import { orderBefore } from './order-before.ts';
import { entriesAbout, firstValueOf, orderNameIn, type RecordedThings } from './recorded-things.ts';
import { endDate } from './request-part.ts';
import { type CardOfState, type FoundState, stateOfOrder } from './state-of-order.ts';
import { cardCalls, cardValue, isPan, testCardOfCall } from './test-card-of-call.ts';

/** Steps of a payment that has begun. */
const laterSteps = /\/(?:3ds\/continue|finish3ds\w*)\.do$/;

/** Calls with the number of an order that they make. */
const registrations =
  /\/(?:register(?:PreAuth)?|instantPayment|motoPayment|verifyCard|recurrentPayment|installmentPayment)\.do$/;

/** Calls in JSON about things that a state has: an order number that is free, and a stored card. */
const jsonCalls = /\/(?:recurrentPayment|installmentPayment)\.do$/;

const oneState = (name: string, ...gives: readonly string[]): FoundState => ({ states: [{ name }], gives });

const nothing: FoundState = { states: [], gives: [] };

/** The provider states that a call needs beside its login, or the reason why they have no name. */
export const statesOfCall = (entry: EntryView, things: RecordedThings): FoundState => {
  const hindrance = hindranceOf(entry) ?? cardHindrance(entry, things);
  if (hindrance !== undefined) return { reason: hindrance };
  if (entry.isNotAccepted) return allOf([oneState('wrong passwords do not lock the login'), namedByNobody(entry)]);
  const found = [stateOfNamedOrder(entry, things), stateOfNumber(entry, things), stateOfCard(entry, things)];
  return allOf([...stateOfTestCard(entry), ...found, stateOfDates(entry)]);
};

/** Why a call cannot be made again. */
const hindranceOf = (entry: EntryView): string | undefined => {
  const { fault, brokenBy, body, parameters, hints = [], answer, path } = entry;
  if (fault) return `scenario ${fault.scenario} changed its answer`;
  if (brokenBy) return `the break ${brokenBy.id} may have changed its answer`;
  if (answer.length >= longestAnswer) return 'its answer is longer than the journal keeps';
  if (/"orderStatuses":\[\{/.test(answer)) return 'it lists the orders of the whole run';
  if (laterSteps.test(path)) return 'it belongs to a payment on its way';
  if (parameters['token'] !== undefined) return 'it has a token in place of the login';
  if (parameters['userName'] === undefined) return 'it has no login';
  const card = testCardOfCall(entry);
  if (/"(?:acsUrl|threeDSMethodURL)":/.test(answer))
    return card
      ? 'it begins 3-D Secure, whose ids and addresses are new each time'
      : 'no state has a stored card about which the issuer asks';
  const secret = secretsIn(entry).find((name) => card === undefined || cardValue(name, card) === undefined);
  if (secret !== undefined)
    return isPan(secret) && cardCalls.test(path)
      ? `its ${secret} is not that of one published test card, and the journal does not keep others`
      : `the journal does not keep its ${secret}`;
  if (body === 'json' && !jsonCalls.test(path))
    return 'its body in JSON names something that no state is found for, such as a task, a template or another order';
  if (hints.some(({ kind }) => kind === 'no-permission'))
    return 'the login has no permission for it, and no state takes one';
  const date = datesIn(entry).find((name) => entry.isRefused || !isLocalDate(firstValueOf(entry, name)));
  return date === undefined ? undefined : `its ${date} would be over at the next verification`;
};

/** Dates on which something happens to an order. */
const datesIn = ({ parameters }: EntryView): readonly string[] =>
  Object.keys(parameters).filter((name) => endDate.test(name));

const isLocalDate = (text = ''): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text);

/** Parameters that the journal does not keep. */
const secretsIn = ({ parameters }: EntryView): readonly string[] =>
  Object.entries(parameters).flatMap(([name, value]) => (name !== 'password' && isMasked(value) ? [name] : []));

/** The journal has no security code, so it was right only if the card did what it always does. */
const cardHindrance = (entry: EntryView, things: RecordedThings): string | undefined => {
  const card = testCardOfCall(entry);
  if (!card) return undefined;
  const code = codeOfPayment(entry, things);
  return code === undefined || code === card.actionCode
    ? undefined
    : `its card was answered with action code ${code} in place of ${card.actionCode}, as with a wrong security code`;
};

/** The grant without which a shop may send no card number, and the card. */
const stateOfTestCard = (entry: EntryView): readonly FoundState[] => {
  const card = testCardOfCall(entry);
  return card ? [{ states: [{ name: 'the shop may handle card numbers' }], card, gives: [] }] : [];
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
  const { merchantOrderParams: list } = (jsonIn(answer) ?? {}) as { readonly merchantOrderParams?: unknown };
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((one) => (typeof one?.name === 'string' ? [one.name] : []));
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
const declineOf = (entry: EntryView, things: RecordedThings): number | undefined => {
  const code = codeOfPayment(entry, things);
  return code === 0 ? undefined : code;
};

/** The action code of the payment that a call made, of the order that it names or makes; undefined if it made none. */
const codeOfPayment = (entry: EntryView, { orders }: RecordedThings): number | undefined => {
  const name = orderNameIn(entry);
  const order = orders.find(({ id, orderNumber }) =>
    name === undefined ? isMadeBy(entry, id, orderNumber) : id === firstValueOf(entry, name),
  );
  return order?.attempts.find(({ startedAtMs }) => startedAtMs >= Date.parse(entry.at))?.actionCode;
};

const isMadeBy = (entry: EntryView, orderId: string, orderNumber: string): boolean =>
  registrations.test(entry.path) &&
  (firstValueOf(entry, 'orderNumber') === orderNumber || entry.answer.includes(`"orderId":"${orderId}"`));

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

const stateOfDates = (entry: EntryView): FoundState => {
  const period = ['from', 'to'].filter((name) => firstValueOf(entry, name) !== undefined);
  const gives = [...period, ...(datesIn(entry).length > 0 ? ['inTwoDays'] : [])];
  return gives.length > 0
    ? oneState('the shop knows the date', ...(period.length > 0 ? ['from', 'to'] : []), ...gives)
    : nothing;
};

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
