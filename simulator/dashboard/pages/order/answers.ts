import { actionCodeRow } from '../../../data/action-codes.ts';
import type { Callback } from '../../../domain/callback.ts';
import type { Attempt, Order } from '../../../domain/orders/order.ts';
import { operationOf } from '../../../inspection/callbacks/callbacks.ts';
import type { EntryView } from '../../../inspection/journal/journal.ts';
import type { Visit } from '../../page.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Tone } from '../../ui/status.ts';

/** A question that everybody has, with its answer in a word or two, and a sentence. */
export interface Answer {
  readonly question: string;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly words: string;
  readonly more: string;
}

interface Facts {
  readonly order: Order;
  readonly callbacks: readonly Callback[];
  readonly calls: readonly EntryView[];
  readonly hasJournal: boolean;
}

export const answersOf = (visit: Visit, facts: Facts): readonly Answer[] => [
  wasItPaid(visit, facts.order),
  whatWentWrong(visit, facts.order),
  whatWasTold(visit, facts.callbacks),
  whatWasSent(visit, facts),
];

/** What a code means, in the language of the visit. */
export const meaningOf = ({ language, say }: Visit, actionCode: number): string =>
  actionCodeRow(actionCode)?.[language] ?? say('a code without a known meaning');

export const cardWords = ({ card, paymentWay }: Attempt): string =>
  [card && `${card.brand} ${card.maskedPan}`, paymentWay === 'CARD' ? undefined : paymentWay]
    .filter(Boolean)
    .join(', ');

const wayWords = ({ say }: Visit, { threeDs, plan }: Attempt): string => {
  if (!threeDs) return say('without 3-D Secure');
  if (plan.route === 'challenge')
    return threeDs.failure ? say('the challenge was not passed') : say('after a challenge');
  if (plan.route === 'frictionless') return say('without a challenge');
  return plan.route === 'attempt' ? say('3-D Secure only noted the attempt') : say('3-D Secure could not be reached');
};

const wasItPaid = (visit: Visit, order: Order): Answer => {
  const { say, ui } = visit;
  const question = say('Was it paid?');
  const paid = order.attempts.findLast(({ actionCode }) => actionCode === 0);
  const more = paid ? `${cardWords(paid)}, ${wayWords(visit, paid)}` : '';
  const atMs = paid?.authorisation?.atMs;
  const time = atMs === undefined ? '' : ui.clockTime(atMs);
  switch (order.status) {
    case 'created':
      return {
        question,
        tone: 'created',
        icon: 'open',
        words: say('Not yet'),
        more: say('until {time}', { time: ui.clockTime(order.expiresAtMs) }),
      };
    case 'acs-started':
      return {
        question,
        tone: 'issuer',
        icon: 'shield',
        words: say('Not yet'),
        more: say('the payer is at the issuer'),
      };
    case 'pending':
      return {
        question,
        tone: 'wait',
        icon: 'glass',
        words: say('Not known yet'),
        more: say('the bank has not decided'),
      };
    case 'declined':
      return {
        question,
        tone: 'bad',
        icon: 'cross',
        words: say('No'),
        more: `${meaningOf(visit, order.actionCode)} (${order.actionCode})`,
      };
    case 'approved':
    case 'partly-deposited':
      return { question, tone: 'held', icon: 'hold', words: say('Held, at {time}', { time }), more };
    case 'reversed':
      return { question, tone: 'created', icon: 'undo', words: say('No more: reversed'), more };
    case 'refunded':
      return { question, tone: 'back', icon: 'refund', words: say('Yes, at {time}; refunded', { time }), more };
    default:
      return { question, tone: 'good', icon: 'check', words: say('Yes, at {time}', { time }), more };
  }
};

const isPaid = ({ status, isChargedBack }: Order): boolean =>
  !isChargedBack &&
  (status === 'approved' || status === 'partly-deposited' || status === 'deposited' || status === 'refunded');

const whatWentWrong = (visit: Visit, order: Order): Answer => {
  const { say } = visit;
  const question = isPaid(order) ? say('What went wrong before?') : say('What went wrong?');
  const failed = order.attempts.filter(({ actionCode }) => actionCode !== undefined && actionCode !== 0);
  const last = failed.at(-1);
  if (order.isChargedBack)
    return {
      question,
      tone: 'bad',
      icon: 'undo',
      words: say('Charged back'),
      more: say("the payer's bank took the money back"),
    };
  if (!last) {
    const isOver = order.status === 'declined';
    return isOver
      ? {
          question,
          tone: 'bad',
          icon: 'cross',
          words: say('Nobody paid'),
          more: `${meaningOf(visit, order.actionCode)} (${order.actionCode})`,
        }
      : {
          question,
          tone: 'good',
          icon: 'check',
          words: say('Nothing'),
          more: order.attempts.length === 0 ? say('nobody has tried to pay yet') : say('paid at the first try'),
        };
  }
  const code = last.actionCode ?? 0;
  const decider = last.explanation.find(({ decided }) => decided)?.decider ?? '';
  const why = /^(?:order|merchant|scenario)\b/.test(decider)
    ? say('a scenario wanted it so')
    : say('the card number asks for it');
  return {
    question,
    tone: 'bad',
    icon: 'cross',
    words: `${meaningOf(visit, code)} (${code})`,
    more: `${say('try {number}', { number: last.number })}: ${last.threeDs?.failure ? say('3-D Secure was not passed') : why}`,
  };
};

const whatWasTold = ({ say }: Visit, callbacks: readonly Callback[]): Answer => {
  const question = say('What was the shop told?');
  if (callbacks.length === 0)
    return { question, tone: 'created', icon: 'bell', words: say('Nothing yet'), more: say('no callback was written') };
  const count = (state: Callback['state']): number => callbacks.filter((one) => one.state === state).length;
  const [delivered, waits, givenUp, lost] = [count('delivered'), count('waiting'), count('given-up'), count('lost')];
  const words = [
    ...(delivered > 0 ? [say('{count} delivered', { count: delivered })] : []),
    ...(waits > 0 ? [say('{count} {count:waits/wait}', { count: waits })] : []),
    ...(givenUp > 0 ? [say('{count} given up', { count: givenUp })] : []),
    ...(lost > 0 ? [say('{count} lost', { count: lost })] : []),
  ].join(', ');
  const look =
    givenUp > 0
      ? ({ tone: 'bad', icon: 'belloff' } as const)
      : waits > 0
        ? ({ tone: 'wait', icon: 'glass' } as const)
        : ({ tone: delivered > 0 ? 'good' : 'created', icon: 'check' } as const);
  return { question, ...look, words, more: [...new Set(callbacks.map(operationOf))].join(', ') };
};

const whatWasSent = ({ say }: Visit, { calls, hasJournal }: Facts): Answer => {
  const question = say('What did the shop send?');
  if (!hasJournal)
    return { question, tone: 'created', icon: 'calls', words: say('Not kept'), more: say('the journal is off') };
  const refused = calls.filter(({ isRefused }) => isRefused).length;
  const names = [...new Set(calls.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/\.do$/, '')))];
  const counted = say('{count} {count:call/calls}', { count: calls.length });
  return {
    question,
    tone: refused > 0 ? 'bad' : 'good',
    icon: refused > 0 ? 'stop' : 'check',
    words:
      refused > 0 ? `${counted}, ${say('{count} refused', { count: refused })}` : `${counted}, ${say('none refused')}`,
    more: names.join(', '),
  };
};
