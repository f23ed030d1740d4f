import type { Order } from '../../../domain/orders/order.ts';
import type { Visit } from '../../page.ts';

/** The money of an order: a bar in thousandths, and its figures. */
export const moneyOf = ({ say, ui }: Visit, order: Order) => {
  const { amountMinor, approvedMinor, depositedMinor, refundedMinor, currency } = order;
  // `depositedMinor` is what is left after refunds.
  const capturedMinor = depositedMinor + refundedMinor;
  const heldMinor =
    order.status === 'approved' || order.status === 'partly-deposited' ? Math.max(0, approvedMinor - capturedMinor) : 0;
  const whole = Math.max(amountMinor, capturedMinor, approvedMinor, 1);
  const share = (minor: number): number => Math.round((minor / whole) * 1000);
  const amount = (minor: number): string => ui.amount(minor, currency);
  const rows = [
    { label: say('Registered'), text: amount(amountMinor) },
    ...(approvedMinor > 0 ? [{ label: say('Authorised'), text: amount(approvedMinor) }] : []),
    ...(capturedMinor > 0 ? [{ label: say('Captured'), text: amount(capturedMinor) }] : []),
    ...(heldMinor > 0 ? [{ label: say('Held'), text: amount(heldMinor), swatch: 'held' }] : []),
    ...(refundedMinor > 0 ? [{ label: say('Given back'), text: `−${amount(refundedMinor)}`, swatch: 'back' }] : []),
  ];
  const [kept, held, back] = [share(depositedMinor), share(heldMinor), share(refundedMinor)];
  return {
    rows,
    sum: { label: say('Stays with the shop'), text: amount(depositedMinor) },
    bars: [
      { kind: 'kept', x: 0, width: kept },
      { kind: 'held', x: kept, width: held },
      { kind: 'back', x: kept + held, width: back },
    ].filter(({ width }) => width > 0),
    inWords: say('{kept} of {whole} stay with the shop', { kept: amount(depositedMinor), whole: amount(amountMinor) }),
  };
};

/** What the shop may do with the money now, up to which sum; the one button of the portal does one of two things. */
export const movesOf = (order: Order) => {
  const { status, approvedMinor, depositedMinor } = order;
  const isHeld = status === 'approved' || status === 'partly-deposited';
  const isPaid = status === 'deposited' || status === 'refunded';
  return {
    back: isHeld
      ? ({ act: 'reverse', mostMinor: Math.max(0, approvedMinor - depositedMinor) } as const)
      : isPaid && depositedMinor > 0
        ? ({ act: 'refund', mostMinor: depositedMinor } as const)
        : undefined,
    completeMinor: isHeld ? Math.max(0, approvedMinor - depositedMinor) : undefined,
    mayDecline: status === 'created' || status === 'acs-started',
    mayExpire: status === 'created' || status === 'acs-started',
    mayChargeBack: isPaid && depositedMinor > 0 && !order.isChargedBack,
  };
};
