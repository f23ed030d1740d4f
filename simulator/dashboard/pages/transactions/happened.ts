import { actionCodeRow } from '../../../data/action-codes.ts';
import { formatAmount } from '../../../data/currencies.ts';
import type { Callback } from '../../../domain/callback.ts';
import type { BankAct } from '../../../domain/orders/bank-act.ts';
import type { Attempt, Language, Order } from '../../../domain/orders/order.ts';
import type { MarkKind, OrderMark } from '../../../domain/orders/order-mark.ts';
import type { OrderStatus } from '../../../domain/orders/order-status.ts';
import { lastAttempt } from '../../../domain/orders/pay.ts';
import type { Say } from '../../texts/say.ts';
import type { Ui } from '../../ui/ui.ts';

/** The longest clause, in characters, with the time that is left. */
export const longestClause = 40;

/** Stands for the time that is left, which goes on. */
export const leftSign = '\u0001';

/** What happened to an order last. */
export interface Clause {
  /** At most `longestClause` characters; `leftSign` stands for the time until `dueMs`. */
  readonly text: string;
  readonly dueMs?: number;
}

export interface OrderFacts {
  readonly order: Order;
  readonly callbacks: readonly Callback[];
  /** Whether the payer has opened the card page; undefined if nothing tells. */
  readonly isPageOpened: boolean | undefined;
}

/** How a clause is said. */
export interface Speech {
  readonly say: Say;
  readonly language: Language;
  readonly ui: Pick<Ui, 'minute' | 'clockTime'>;
}

/** What happened to an order, by the last thing that decided. It never repeats the word of the status. */
export const happened = (facts: OrderFacts, speech: Speech): Clause => {
  const { dueMs, ways } = byStatus[facts.order.status](facts, speech);
  const text = ways.find((way) => lengthOf(way) <= longestClause) ?? cut(ways.at(-1) ?? '');
  return { text, ...(dueMs !== undefined && text.includes(leftSign) && { dueMs }) };
};

/** Ways to say the same, the longest first. */
interface Said {
  readonly ways: readonly string[];
  readonly dueMs?: number;
}

type Saying = (facts: OrderFacts, speech: Speech) => Said;

/** The time that is left takes up to seven characters. */
const lengthOf = (text: string): number => text.length + (text.includes(leftSign) ? 6 : 0);

/** The code at the end stays. */
const cut = (text: string): string => {
  const [, words = text, code = ''] = /^(.*?)( \(-?\d+\))?$/s.exec(text) ?? [];
  return `${words.slice(0, longestClause - code.length - 1).trimEnd()}…${code}`;
};

const one = (text: string): Said => ({ ways: [text] });

const unpaid: Saying = ({ order, isPageOpened }, speech) => {
  const { say } = speech;
  const attempt = lastAttempt(order);
  if (attempt?.actionCode !== undefined && attempt.actionCode !== 0) return declinedAttempt(attempt, speech);
  const left = { left: leftSign };
  const text = {
    true: say('Card page is open, {left} left', left),
    false: say('Card page not opened yet, {left} left', left),
    undefined: say('Waits for the payer, {left} left', left),
  }[String(isPageOpened)];
  return { ways: [text ?? ''], dueMs: order.expiresAtMs };
};

const atIssuer: Saying = ({ order }, { say, ui }) => {
  const { threeDs, startedAtMs = 0 } = lastAttempt(order) ?? {};
  if (threeDs?.stage === 'waiting') return one(say('Second call of 3-D Secure is missing'));
  const time = ui.clockTime(marksOf(order, 'challenge-started').at(-1)?.atMs ?? startedAtMs).slice(0, 5);
  const count = threeDs?.wrongCodes ?? 0;
  return one(
    count > 0 ? say('At the issuer, wrong codes: {count}', { count }) : say('At the issuer since {time}', { time }),
  );
};

const undecided: Saying = ({ order }, { say }) =>
  order.settlesAtMs === undefined
    ? one(say('The bank has not decided yet'))
    : { ways: [say('The bank decides in {left}', { left: leftSign })], dueMs: order.settlesAtMs };

const held: Saying = ({ order }, { say, ui, language }) => {
  const { autocompletionAtMs, autoReverseAtMs, reversedMinor = 0, approvedMinor, amountMinor, isHandled } = order;
  const sum = (minor: number) => ({ sum: numberOf(minor, order, language) });
  if (order.status === 'partly-deposited') return one(say('{sum} captured, the rest held', sum(order.depositedMinor)));
  if (reversedMinor > 0) return one(say('{sum} of the hold was released', sum(reversedMinor)));
  if (approvedMinor < amountMinor) return one(say('Only {sum} is held', sum(approvedMinor)));
  if (!isHandled && autocompletionAtMs !== undefined)
    return one(say('Captured by itself {time}', { time: ui.minute(autocompletionAtMs) }));
  if (!isHandled && autoReverseAtMs !== undefined)
    return one(say('Held until {time}', { time: ui.minute(autoReverseAtMs) }));
  return one(say('Held until the shop captures it'));
};

const paid: Saying = ({ order, callbacks }, { say, language }) => {
  if (order.isChargedBack) return one(say('Paid, then charged back'));
  const refused = callbacks.findLast(({ state }) => state === 'given-up')?.tries.at(-1);
  if (refused?.httpStatus !== undefined)
    return one(say('Paid, the shop answers HTTP {status}', { status: refused.httpStatus }));
  if (refused) return one(say('Paid, but the shop does not answer'));
  const sum = { sum: numberOf(order.depositedMinor, order, language) };
  const captured = marksOf(order, 'captured').at(-1);
  if (captured && wasDoneBy(order, 'capture')) return one(say('The bank captured the hold'));
  if (captured && order.depositedMinor < order.approvedMinor) return one(say('{sum} of the hold captured', sum));
  if (captured && captured.atMs === order.autocompletionAtMs) return one(say('Captured at the time that was set'));
  if (captured) return one(say('The shop captured the hold'));
  if (order.depositedMinor < order.amountMinor) return one(say('Only {sum} was approved', sum));
  const { number = 1, bindingId } = lastAttempt(order) ?? {};
  if (number > 1) return one(say('Paid at try {number}', { number }));
  return one(bindingId === undefined ? say('Paid at the first try') : say('Paid with a stored card'));
};

const released: Saying = ({ order }, { say, language }) => {
  const { reversedAtMs, autoReverseAtMs, reversedMinor = 0, amountMinor, features } = order;
  if (features.includes('VERIFY')) return one(say('The card was only checked'));
  if (wasDoneBy(order, 'reverse')) return one(say('The bank released the money'));
  if (reversedAtMs !== undefined && reversedAtMs === autoReverseAtMs)
    return one(say('Released at the time that was set'));
  if (order.depositedAtMs !== undefined) return one(say('The shop took the payment back'));
  const sum = { sum: numberOf(reversedMinor, order, language) };
  return one(reversedMinor < amountMinor ? say('The shop released {sum}', sum) : say('The shop released the hold'));
};

const returned: Saying = ({ order }, { say, language }) => {
  const { refundedMinor, depositedMinor, isPayOut, isChargedBack } = order;
  if (isPayOut) return one(say('The money went to the card'));
  if (isChargedBack) return one(say('Went back, then charged back'));
  const byBank = wasDoneBy(order, 'refund');
  const sum = { sum: numberOf(refundedMinor, order, language) };
  if (depositedMinor > 0) return one(byBank ? say('The bank gave back {sum}', sum) : say('{sum} of it went back', sum));
  return one(byBank ? say('The bank gave it all back') : say('All of it went back'));
};

const ended: Saying = ({ order }, speech) => {
  const { say } = speech;
  const { actionCode: code, attempts, registeredAtMs, expiresAtMs } = order;
  if (marksOf(order, 'closed').length > 0) return one(say('The shop closed it ({code})', { code }));
  const attempt = lastAttempt(order);
  if (marksOf(order, 'expired').length > 0) {
    if (attempt?.actionCode === code && attempt.threeDs)
      return one(say('The payer left the issuer’s page ({code})', { code }));
    if (attempts.length > 0)
      return one(say('Time ran out, cards tried: {count} ({code})', { count: attempts.length, code }));
    const minutes = Math.round((expiresAtMs - registeredAtMs) / 60_000);
    return {
      ways: [say('Nobody paid in {minutes} min ({code})', { minutes, code }), say('Nobody paid ({code})', { code })],
    };
  }
  return attempt ? declinedAttempt(attempt, speech) : { ways: [codeWords(code, speech)] };
};

const byStatus: Readonly<Record<OrderStatus, Saying>> = {
  created: unpaid,
  'acs-started': atIssuer,
  pending: undecided,
  approved: held,
  'partly-deposited': held,
  deposited: paid,
  reversed: released,
  refunded: returned,
  declined: ended,
};

const declinedAttempt = ({ number, actionCode = 0, paymentWay, bindingId }: Attempt, speech: Speech): Said => {
  const { say } = speech;
  const words = codeWords(actionCode, speech);
  const what = /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  const isCard = paymentWay === 'CARD' && bindingId === undefined;
  const counted = [
    say('First card: {what}', { what }),
    say('Second card: {what}', { what }),
    say('Third card: {what}', { what }),
  ];
  const way = (isCard ? counted[number - 1] : undefined) ?? say('Try {number}: {what}', { number, what });
  return { ways: [way, words] };
};

/** Its text begins with the word of the status. */
const noReason = 5;

/** `Insufficient funds (116)`. */
const codeWords = (code: number, { say, language }: Speech): string => {
  if (code === noReason) return `${say('No reason given')} (${code})`;
  const row = actionCodeRow(code);
  return `${row ? row[language] : say('Unknown reason')} (${code})`;
};

const marksOf = ({ marks = [] }: Order, kind: MarkKind): readonly OrderMark[] =>
  marks.filter(({ what }) => what === kind);

/** Whether a scenario has made the bank do this. */
const wasDoneBy = ({ acts = [] }: Order, wanted: BankAct): boolean =>
  acts.some(({ act, isOver, refusedWith }) => act === wanted && isOver && refusedWith === undefined);

/** Without the currency, which stands in the same row. */
const numberOf = (amountMinor: number, { currency }: Order, language: Language): string => {
  const text = formatAmount(amountMinor, currency, language);
  return text.slice(0, text.lastIndexOf('\u00a0'));
};
