import test from 'ava';
import { withMarks } from '../../../simulator/domain/orders/mark-changes.ts';
import type { Order } from '../../../simulator/domain/orders/order.ts';
import { explainOrder } from '../../../simulator/inspection/orders/explain-order.ts';
import { orderTimeline } from '../../../simulator/inspection/orders/order-timeline.ts';
import { startMs } from '../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../helpers/stores/an-order.ts';

const paid: Partial<Order> = { status: 'deposited', actionCode: 0, approvedMinor: 100_000, depositedMinor: 100_000 };

test('an attempt begins before the payer is sent to the issuer, also if the clock moved on in between', (t) => {
  const { authorisation: _, actionCode: __, ...attempt } = anAttempt({ startedAtMs: startMs + 1 });
  const order = anOrder({
    status: 'acs-started',
    attempts: [{ ...attempt, plan: { route: 'challenge', verdict: { kind: 'approve' } } }],
    marks: [{ what: 'challenge-started', atMs: startMs, attempt: 1 }],
  });

  const sentences = orderTimeline(order, [], []).map(({ what }) => what);

  t.regex(sentences[1] ?? '', /^Attempt 1 began/);
  t.regex(sentences[2] ?? '', /^The payer was sent to the issuer's page/);
});

const stories: readonly (readonly [title: string, order: Order, last: string])[] = [
  ['taken at once', anOrder({ ...paid, attempts: [anAttempt()] }), 'Attempt 1 was approved: 1000.00 KZT was taken.'],
  [
    'approved in part',
    anOrder({
      ...paid,
      attempts: [anAttempt({ plan: { route: 'none', verdict: { kind: 'approve', approvedMinor: 40_000 } } })],
    }),
    'Attempt 1 was approved: 400.00 KZT was taken.',
  ],
  [
    'a card that was only checked',
    anOrder({ status: 'reversed', features: ['VERIFY'], attempts: [anAttempt()], reversedAtMs: startMs }),
    'Attempt 1 was approved: 1000.00 KZT was checked and set free again.',
  ],
  [
    'money that was sent to a card',
    anOrder({
      status: 'refunded',
      isPayOut: true,
      attempts: [anAttempt()],
      refunds: [{ atMs: startMs, amountMinor: 100_000, approvalCode: '1', referenceNumber: '2' }],
    }),
    'Attempt 1 was approved: 1000.00 KZT was sent to the card.',
  ],
  [
    'a hold that was released at its date',
    anOrder({ status: 'reversed', reversedAtMs: startMs, autoReverseAtMs: startMs, reversedMinor: 100_000 }),
    '1000.00 KZT was set free by a reversal, at the date that was set.',
  ],
  [
    'an unknown action code',
    anOrder({ status: 'declined', attempts: [anAttempt({ actionCode: 99_999 })] }),
    'Attempt 1 was declined with 99999, whose meaning is unknown.',
  ],
  [
    'a stored card',
    anOrder({ attempts: [anAttempt({ bindingId: 'b', startedAtMs: startMs + 1 })] }),
    'Attempt 1 began, with the stored card VISA 444455**3333.',
  ],
];
for (const [title, order, last] of stories) {
  test(`the timeline of ${title} ends with: ${last}`, (t) => {
    t.is(orderTimeline(order, [], []).at(-1)?.what, last);
  });
}

const { actionCode: _, authorisation: __, ...unfinished } = anAttempt();
const threeDs = { route: 'challenge', version: 2, serverTransId: 't', wrongCodes: 0 } as const;

const explained: readonly (readonly [title: string, order: Order, text: string])[] = [
  ['nobody tried', anOrder(), 'The payer has not tried to pay. The order is created (registered, not paid yet).'],
  [
    'nobody tried in time',
    anOrder({ status: 'declined', actionCode: -2007 }),
    'The payer has not tried to pay. The order is declined (declined for good). It ended with -2007 (session-expired): The time given for the payment is over.',
  ],
  [
    'the second call is missing',
    anOrder({ attempts: [{ ...unfinished, threeDs: { ...threeDs, stage: 'waiting' } }] }),
    'Attempt 1 of 3 with VISA 444455**3333 waits for the second call of 3-D Secure. The order is created (registered, not paid yet). The payer may try 3 more cards.',
  ],
  [
    'the payer is at the issuer',
    anOrder({ status: 'acs-started', attempts: [{ ...unfinished, threeDs: { ...threeDs, stage: 'at-acs' } }] }),
    "Attempt 1 of 3 with VISA 444455**3333 waits for the payer's answer to 3-D Secure. The order is acs-started (the payer is at the issuer's page).",
  ],
  [
    'a challenge failed',
    anOrder({
      actionCode: -2025,
      attempts: [{ ...unfinished, actionCode: -2025, threeDs: { ...threeDs, stage: 'done', failure: 'cancelled' } }],
    }),
    'Attempt 1 of 3 with VISA 444455**3333 was declined with -2025 (challenge-refused): The issuer refused the authentication in its result message (RReq). The 3-D Secure challenge ended as cancelled. The order is created (registered, not paid yet). The payer may try 2 more cards.',
  ],
];
for (const [title, order, text] of explained) {
  test(`where ${title}, the explanation says so`, (t) => {
    t.is(explainOrder(order), text);
  });
}

test('an order without a challenge gets no mark when it is paid', (t) => {
  const before = anOrder();
  const after = anOrder({ ...paid, attempts: [anAttempt()] });

  t.is(withMarks(before, after, { atMs: startMs, byTime: false }), after);
});
