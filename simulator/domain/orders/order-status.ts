/** `orderStatus` by the name of the state. Source: BPC REST documentation, getOrderStatusExtended.do. */
export const orderStatusNumbers = {
  created: 0,
  approved: 1,
  deposited: 2,
  reversed: 3,
  refunded: 4,
  'acs-started': 5,
  declined: 6,
  pending: 7,
  'partly-deposited': 8,
} as const;

export type OrderStatus = keyof typeof orderStatusNumbers;

export type OrderEvent =
  | 'challenge-started'
  | 'left-pending'
  | 'held'
  | 'paid'
  | 'verified'
  | 'attempt-declined'
  | 'last-attempt-declined'
  | 'expired'
  | 'declined-by-merchant'
  | 'captured'
  | 'captured-partly'
  | 'reversed'
  | 'reversed-partly'
  | 'captured-reversed'
  | 'capture-undone'
  | 'refunded'
  | 'paid-out';

type Exits = Partial<Record<OrderEvent, OrderStatus>>;

/** Ways out of an unpaid order by the bank's decision or the merchant's call. */
const endsOfAnAttempt: Exits = {
  held: 'approved',
  paid: 'deposited',
  verified: 'reversed',
  'attempt-declined': 'created',
  'last-attempt-declined': 'declined',
  'declined-by-merchant': 'declined',
};

/** Ways out of an order before the bank was asked. */
const unpaidExits: Exits = { ...endsOfAnAttempt, 'left-pending': 'pending', expired: 'declined' };

/**
 * The state after each event; an event that is not listed is refused.
 * Source: BPC order states; that a declined attempt leaves the order at 0 while tries remain was observed on dev.bpcbt.com in 2026.
 */
export const transitions: Readonly<Record<OrderStatus, Exits>> = {
  created: { 'challenge-started': 'acs-started', 'paid-out': 'refunded', ...unpaidExits },
  'acs-started': unpaidExits,
  approved: {
    captured: 'deposited',
    'captured-partly': 'partly-deposited',
    reversed: 'reversed',
    'reversed-partly': 'approved',
  },
  deposited: { 'captured-reversed': 'reversed', 'capture-undone': 'approved', refunded: 'refunded' },
  refunded: { refunded: 'refunded' },
  'partly-deposited': { captured: 'deposited', 'captured-partly': 'partly-deposited' },
  // It does not expire before the bank has decided, which is a guess.
  pending: endsOfAnAttempt,
  reversed: {},
  declined: {},
};
