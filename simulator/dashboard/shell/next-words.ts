import type { NextDue } from '../../inspection/orders/next-due.ts';

/** What is due next, in words. */
export const nextWords: Readonly<Record<NextDue['what'], string>> = {
  expiry: 'an order expires',
  'bank-decision': 'the bank decides about a payment',
  capture: 'a hold is captured',
  reversal: 'a hold is reversed',
  act: 'the bank acts, as a scenario asks',
  'recurring-payment': 'a recurring payment is made',
  callback: 'a callback is sent',
  'callback-retry': 'a callback is tried again',
  answer: 'a delayed answer is sent',
};
