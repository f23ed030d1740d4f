import type { OrderStatus } from '../../domain/orders/order-status.ts';
import type { IconName } from './icons.ts';

/** The look of something: a colour, an icon. */
export interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

export type Tone = 'created' | 'issuer' | 'held' | 'good' | 'back' | 'bad' | 'wait';

/** The words of the merchant portal. Source: the vendor's portal documentation. */
export const statusLooks: Readonly<Record<OrderStatus, Look & { readonly word: string }>> = {
  created: { word: 'Created', tone: 'created', icon: 'open' },
  'acs-started': { word: 'Created', tone: 'issuer', icon: 'shield' },
  approved: { word: 'Approved', tone: 'held', icon: 'hold' },
  'partly-deposited': { word: 'Approved', tone: 'held', icon: 'hold' },
  deposited: { word: 'Deposited', tone: 'good', icon: 'check' },
  reversed: { word: 'Reversed', tone: 'created', icon: 'undo' },
  refunded: { word: 'Refunded', tone: 'back', icon: 'refund' },
  declined: { word: 'Declined', tone: 'bad', icon: 'cross' },
  pending: { word: 'Created', tone: 'wait', icon: 'glass' },
};
