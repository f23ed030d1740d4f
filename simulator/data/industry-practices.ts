/** Which business practice charges the card of an earlier order once more. */
export const practiceNames = ['IPI', 'IPS', 'IPD', 'IPA', 'IPN'] as const;

export type PracticeName = (typeof practiceNames)[number];

/** For how long after the first authorisation; for an original order by card, and by the token of a wallet. */
type PracticeTime = 'business-day' | 'year' | { readonly cardDays: number; readonly tokenDays: number };

export interface IndustryPractice {
  readonly meaning: string;
  /** The state of the original order. */
  readonly original: 'deposited' | 'declined';
  /** How its payer was authenticated. */
  readonly routes: readonly ('challenge' | 'frictionless')[];
  readonly time: PracticeTime;
  /** Whether only one payment of an original order can go well. */
  readonly isOnce: boolean;
  /** `own`: of the call; `original`: that of the original order, and the call has none. */
  readonly amount: 'own' | 'original';
}

const afterPayment = { original: 'deposited', routes: ['challenge'], isOnce: false, amount: 'own' } as const;
const afterDecline = {
  original: 'declined',
  routes: ['challenge', 'frictionless'],
  isOnce: true,
  amount: 'original',
} as const;

/**
 * Source: BPC REST documentation, industry practice payments. That its "erroneous" status of the original order is
 * orderStatus 6 is a guess; merchant category codes and the permission are not looked at.
 */
export const industryPractices: Readonly<Record<PracticeName, IndustryPractice>> = {
  IPI: { ...afterPayment, meaning: 'incremental', time: 'business-day' },
  IPS: { ...afterDecline, meaning: 'resubmission', time: { cardDays: 30, tokenDays: 14 } },
  IPD: { ...afterPayment, meaning: 'delayed charges', time: { cardDays: 90, tokenDays: 90 } },
  IPA: { ...afterDecline, meaning: 'reauthorisation', time: { cardDays: 180, tokenDays: 90 } },
  IPN: { ...afterPayment, meaning: 'no show', time: 'year' },
};
