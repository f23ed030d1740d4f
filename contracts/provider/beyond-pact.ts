import { findCardNumbers } from '../verify/find-card-numbers.ts';
import type { Answer } from './proxy.ts';

/** What no rule of Pact can say of an answer: no whole card number is in it, and its address is that of its own order. */
export const complaintsBeyondPact = ({ body, location = '' }: Pick<Answer, 'body' | 'location'>) => {
  const cards = findCardNumbers(`${JSON.stringify(body)} ${location}`).map((digits) => ({
    path: 'body',
    says: `has a whole card number, which begins with ${digits}`,
  }));
  return [...cards, ...ofAnotherOrder(body)];
};

const ofAnotherOrder = ({ orderId, formUrl }: Answer['body']) => {
  const [, named] = /[?&]mdOrder=([^&]*)/.exec(String(formUrl)) ?? [];
  if (typeof orderId !== 'string' || named === undefined || named.toLowerCase() === orderId.toLowerCase()) return [];
  return [{ path: '$.formUrl', says: `leads to the order ${named}, and orderId is ${orderId}` }];
};
