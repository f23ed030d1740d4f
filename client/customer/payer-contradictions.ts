import { WrongUse } from '../gateway/gateway-errors.ts';
import type { PayerOptions } from './payer-options.ts';

type Habit = readonly [name: string, has: (options: PayerOptions) => boolean];

const leavesPage: Habit = ['leavePage', ({ leavePage }) => leavePage === true];
const leavesIssuer: Habit = ["atAcs: 'leave'", ({ atAcs }) => atAcs === 'leave'];
const closesWindow: Habit = ['closeWindow', ({ closeWindow }) => closeWindow === true];
const submitsTwice: Habit = ['submitTwice', ({ submitTwice }) => submitTwice === true];
const paysAgain: Habit = ['payAgain', ({ payAgain }) => payAgain === true];
const visitsShop: Habit = ['visitShop', ({ visitShop }) => visitShop === true];
const waits: Habit = ['beforeAnswer', ({ beforeAnswer }) => beforeAnswer !== undefined];

const nobodyPays = 'who leaves the page does not pay';
const nobodyReturns = "who leaves the issuer's page does not come back";

const contradictions: readonly (readonly [one: Habit, other: Habit, because: string])[] = [
  [leavesPage, submitsTwice, nobodyPays],
  [leavesPage, paysAgain, nobodyPays],
  [leavesPage, closesWindow, nobodyPays],
  [closesWindow, paysAgain, 'nobody goes back in a window that is closed'],
  [closesWindow, visitsShop, 'no page opens in a window that is closed'],
  [leavesIssuer, paysAgain, nobodyReturns],
  [leavesIssuer, closesWindow, nobodyReturns],
  [leavesIssuer, waits, nobodyReturns],
];

/** @throws WrongUse if two habits of a customer contradict each other. */
export const refuseContradictions = (options: PayerOptions): void => {
  for (const [[one, hasOne], [other, hasOther], because] of contradictions) {
    if (hasOne(options) && hasOther(options))
      throw new WrongUse(`${one} and ${other} contradict each other: ${because}`);
  }
};
