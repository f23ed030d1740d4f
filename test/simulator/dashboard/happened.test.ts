import test from 'ava';
import { happened, leftSign, longestClause } from '../../../simulator/dashboard/pages/transactions/happened.ts';
import { transactions } from '../../../simulator/dashboard/pages/transactions/page.ts';
import { sayIn } from '../../../simulator/dashboard/texts/say.ts';
import { statusLooks } from '../../../simulator/dashboard/ui/status.ts';
import { createUi } from '../../../simulator/dashboard/ui/ui.ts';
import { actionCodes } from '../../../simulator/data/action-codes.ts';
import type { Language, Order } from '../../../simulator/domain/orders/order.ts';
import { startMs } from '../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../helpers/stores/an-order.ts';
import { aCallback } from '../../helpers/stores/kept-things.ts';

const speechIn = (language: Language) => {
  const say = sayIn(transactions.texts, language);
  return { say, language, ui: createUi({ say, language, utcOffsetMinutes: 300, formToken: '' }) };
};

const longest = 99_999_999_999;
const paid = { status: 'deposited', approvedMinor: 100_000, depositedMinor: 100_000, attempts: [anAttempt()] } as const;
const held = { status: 'approved', isPreAuth: true, approvedMinor: longest, amountMinor: longest } as const;
const act = { scenario: 's', step: 0, since: 'paid', afterMs: 1, dueMs: startMs, isOver: true } as const;
const failed = (number: number, actionCode: number) => anAttempt({ number, actionCode });
const threeDs = { route: 'challenge', version: 2, serverTransId: 'x', stage: 'at-acs', wrongCodes: 2 } as const;
const mark = (what: 'captured' | 'expired' | 'closed') => [{ what, atMs: startMs }];

const given: readonly (readonly [says: string, change: Partial<Order>, tryHttpStatus?: number | 'none'])[] = [
  ['Card page not opened yet, {left} left', {}],
  ['First card: insufficient funds (116)', { attempts: [failed(1, 116)] }],
  ['Second card: no reason given (5)', { attempts: [failed(1, 116), failed(2, 5)] }],
  ['At the issuer, wrong codes: 2', { status: 'acs-started', attempts: [anAttempt({ threeDs })] }],
  ['The bank has not decided yet', { status: 'pending' }],
  ['The bank decides in {left}', { status: 'pending', settlesAtMs: startMs + 9 }],
  ['Held until the shop captures it', held],
  ['Held until 1 Jan, 13:00', { ...held, autoReverseAtMs: startMs }],
  ['Captured by itself 1 Jan, 13:00', { ...held, autocompletionAtMs: startMs }],
  ['999,999,999.99 captured, the rest held', { ...held, status: 'partly-deposited', depositedMinor: longest }],
  ['Paid at the first try', paid],
  ['Paid at try 2', { ...paid, attempts: [anAttempt({ number: 2 })] }],
  ['Paid with a stored card', { ...paid, attempts: [anAttempt({ bindingId: 'b' })] }],
  ['Paid, then charged back', { ...paid, isChargedBack: true }],
  ['Paid, the shop answers HTTP 500', paid, 500],
  ['Paid, but the shop does not answer', paid, 'none'],
  ['The shop captured the hold', { ...paid, marks: mark('captured') }],
  ['The bank captured the hold', { ...paid, marks: mark('captured'), acts: [{ ...act, act: 'capture' }] }],
  ['Captured at the time that was set', { ...paid, marks: mark('captured'), autocompletionAtMs: startMs }],
  ['Only 400.00 was approved', { ...paid, depositedMinor: 40_000, approvedMinor: 40_000 }],
  ['The shop released the hold', { status: 'reversed', reversedMinor: 100_000 }],
  ['The card was only checked', { status: 'reversed', features: ['VERIFY'] }],
  ['The shop took the payment back', { status: 'reversed', depositedAtMs: 1 }],
  ['All of it went back', { status: 'refunded', refundedMinor: 100_000 }],
  ['400.00 of it went back', { status: 'refunded', refundedMinor: 40_000, depositedMinor: 60_000 }],
  ['The bank gave it all back', { status: 'refunded', refundedMinor: 100_000, acts: [{ ...act, act: 'refund' }] }],
  ['The money went to the card', { status: 'refunded', isPayOut: true }],
  ['Nobody paid in 20 min (-2007)', { status: 'declined', actionCode: -2007, marks: mark('expired') }],
  [
    'Time ran out, cards tried: 1 (-2007)',
    { status: 'declined', actionCode: -2007, marks: mark('expired'), attempts: [failed(1, 5)] },
  ],
  [
    'The payer left the issuer’s page (-2009)',
    {
      status: 'declined',
      actionCode: -2009,
      marks: mark('expired'),
      attempts: [anAttempt({ actionCode: -2009, threeDs })],
    },
  ],
  ['The shop closed it (-2020)', { status: 'declined', actionCode: -2020, marks: mark('closed') }],
  ['Third card: no reason given (5)', { status: 'declined', actionCode: 5, attempts: [failed(3, 5)] }],
];

const clauseOf = (change: Partial<Order>, language: Language, tried?: number | 'none'): string => {
  const order = anOrder(change);
  const tries = [{ atMs: startMs, ...(typeof tried === 'number' ? { httpStatus: tried } : { error: 'ECONNREFUSED' }) }];
  const callbacks = tried === undefined ? [] : [aCallback({ state: 'given-up', tries })];
  return happened({ order, callbacks, isPageOpened: false }, speechIn(language)).text.replace(leftSign, '{left}');
};

for (const [says, change, tried] of given)
  test(`what happened: ${says}`, (t) => {
    t.is(clauseOf(change, 'en', tried), says);

    for (const language of ['en', 'ru', 'kk'] as const) {
      const text = clauseOf(change, language, tried);
      const { status } = anOrder(change);
      t.true(text.replace('{left}', '2:00:00').length <= longestClause, `${text} (${text.length})`);
      t.false(text.toLowerCase().includes(speechIn(language).say(statusLooks[status].word).toLowerCase()), text);
    }
  });

test('every action code fits, and stands at the end', (t) => {
  for (const { code } of actionCodes)
    for (const language of ['en', 'ru', 'kk'] as const)
      for (const number of [1, 12]) {
        const text = clauseOf({ status: 'declined', actionCode: code, attempts: [failed(number, code)] }, language);
        t.true(text.length <= longestClause, text);
        if (code !== 0) t.true(text.endsWith(` (${code})`) || text.endsWith(`…(${code})`), text);
      }
});
