import type { Given } from './agree.ts';
import { example } from './answers.ts';

const { amount } = example;

/** A part of the example's amount: more than a half, so that two of them are too much. */
export const part = 1_000_000;
export const rest = amount - part;
export const externalRefundId = 'refund-1';
export const declinedWith = 116;

/** The states that an order can be in: in words, and as a provider state. */
export const situations = {
  registered: ['an order that nobody has paid yet', ['a registered order exists', { amount }]],
  paid: ['an order paid in one phase', ['an order paid in one phase exists', { amount }]],
  held: ['an order held in two phases', ['an order held in two phases exists', { amount }]],
  tried: [
    'an order with a declined card that can be tried again',
    ['an order with a declined card and attempts left exists', { amount, actionCode: declinedWith }],
  ],
  declined: [
    'an order that was declined for good',
    ['an order declined for good exists', { amount, actionCode: declinedWith }],
  ],
  atIssuer: [
    "an order whose customer is at the issuer's page",
    ["an order with the customer at the issuer's page exists", { amount }],
  ],
  expired: ['an order whose time was over', ['an expired order exists', { amount }]],
  verified: ['an order that only verified a card', ['an order that verified a card exists', { amount: 0 }]],
  capturedInPart: ['an order captured in part', ['an order captured in part exists', { amount, part }]],
  inSteps: [
    'an order that is being captured in steps',
    ['an order with the first of several captures exists', { amount, part }],
  ],
  capturedInSteps: ['an order that was captured in steps', ['an order captured in two steps exists', { amount, part }]],
  reversed: ['an order whose hold was given free', ['a reversed order exists', { amount }]],
  reversedInPart: [
    'an order whose hold was given free in part',
    ['an order whose hold was reversed in part exists', { amount, part }],
  ],
  closed: ['an order that the shop has closed', ['an order that the shop closed exists', { amount }]],
  refundedInPart: [
    'an order refunded in part',
    ['an order refunded in part exists', { amount, part, externalRefundId }],
  ],
  refunded: ['an order refunded in full', ['an order refunded in full exists', { amount, part, externalRefundId }]],
  refundedOnce: [
    'an order refunded once by a call that came twice',
    ['an order whose refund was sent twice exists', { amount, part: rest, externalRefundId }],
  ],
  partRefunded: [
    'an order whose captured part was refunded',
    ['an order captured in part and refunded exists', { amount, part }],
  ],
} as const satisfies Readonly<Record<string, readonly [words: string, given: Given]>>;

export type Situation = keyof typeof situations;
