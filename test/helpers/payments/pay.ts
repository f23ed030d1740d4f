import { Payer } from '../../../client/index.ts';

export const challengeCard = { pan: '5555555555555599', expiry: '12/34', cvc: '123' } as const;
export const plainCard = { pan: '4444555511113333', expiry: '12/34', cvc: '123' } as const;
export const frictionlessCard = { pan: '4111111111111111', expiry: '12/34', cvc: '123' } as const;
export const attemptCard = { pan: '4000001111111118', expiry: '12/34', cvc: '123' } as const;
export const challengeThatFails = { pan: '5168494895055780', expiry: '12/34', cvc: '123' } as const;

/** Walks the card page as a customer, over HTTP only. */
export const pay = (formUrl: string, options: Parameters<Payer['pay']>[1] = {}) => new Payer().pay(formUrl, options);
