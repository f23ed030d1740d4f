/** The fields of the order of every rehearsal, in tenge. */
export const rehearsedOrder = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' } as const;

/** The card of a payer without `cards`: without 3-D Secure, and approved unless a scenario decides otherwise. */
export const plainPan = '4444555511113333';

/** The calls of the shop after the payment, which a rehearsal makes for faults of them. */
export const rehearsedCalls = ['deposit', 'reverse', 'decline', 'refund'] as const;
