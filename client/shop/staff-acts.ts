import type { ShopOrder } from './shop-order.ts';

/** What the shop's staff can do with an order, by the last part of its address. */
export type StaffAct = 'capture' | 'release' | 'refund' | 'undo' | 'decline' | 'renew' | 'endSubscription';

/** Acts on a part of the money. */
export const actsOnAmount: readonly StaffAct[] = ['capture', 'refund'];

/** The calls of the merchant API behind them; `endSubscription` is the shop's own affair. */
export const callOf: Readonly<Record<StaffAct, string>> = {
  capture: 'deposit.do',
  release: 'reverse.do',
  refund: 'refund.do',
  undo: 'reverse.do',
  decline: 'decline.do',
  renew: 'recurrentPayment.do',
  endSubscription: '',
};

/** The acts that make sense in the order's state. The bank may refuse one all the same. */
export const actsFor = ({ payment, result, bindingId, hasEnded, renews }: ShopOrder): readonly StaffAct[] => {
  if (!payment) return [];
  switch (result.kind) {
    case 'held':
      return ['capture', 'release'];
    case 'paid': {
      const isSubscribed = bindingId !== undefined && !hasEnded && renews === undefined;
      return [...(isSubscribed ? (['renew', 'endSubscription'] as const) : []), 'refund', 'undo'];
    }
    case 'partly-refunded':
      return ['refund'];
    case 'waiting':
      return ['decline'];
    case 'not-paid':
      return result.canTryAgain ? ['decline'] : [];
    default:
      return [];
  }
};

/** The most that an act can move, in minor units. */
export const mostOf = (act: StaffAct, { amountMinor, money }: ShopOrder): number =>
  (act === 'capture' ? money?.heldMinor : money?.takenMinor) ?? amountMinor;

/** An amount as people type it, with a point or a comma and with blanks, in minor units; undefined if it is none. */
export const readAmount = (text: string): number | undefined => {
  const bare = text.replace(/\s/g, '').replace(',', '.');
  if (!/^\d{1,10}(?:\.\d{1,2})?$/.test(bare)) return undefined;
  const [whole = '', cents = ''] = bare.split('.');
  const minor = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  return minor > 0 ? minor : undefined;
};

/** The same the other way round, as a form is filled in: 1290.50. */
export const plainAmount = (amountMinor: number): string =>
  `${Math.trunc(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
