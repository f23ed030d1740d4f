import type { AttemptPlan, ThreeDsRoute } from '../domain/orders/attempt-plan.ts';
import type { ThreeDs } from '../domain/orders/order.ts';

/** The 3-D Secure route after the order's demands. `because`: why it was changed. */
interface Route {
  readonly route: ThreeDsRoute;
  /** The payment fails here, before any authorisation. */
  readonly actionCode?: number;
  readonly because?: string;
}

/** Source: BPC action codes; which installation uses which is partly a guess. */
const codes = {
  /** The order demands 3-D Secure, and the card has none. */
  impossible: -2022,
  /** The directory server or the issuer's page cannot be reached. */
  unreachable: -2018,
  /** Only full authentication is accepted and the issuer answered "attempt". */
  attemptNotAccepted: 4032,
} as const;

/** Action codes of a failed challenge, by version of 3-D Secure. */
const failedChallenge = {
  1: { failed: -2006, cancelled: -2006, 'timed-out': -2011 },
  2: { failed: -2025, cancelled: -2026, 'timed-out': 341023 },
} as const;

/**
 * Applies the way to pay, and FORCE_SSL, FORCE_TDS and FORCE_FULL_TDS of the order, to the route of card or scenario. That
 * FORCE_SSL wins over the others is a guess: the manual takes them together, and does not say which one wins.
 */
export const chooseRoute = (
  { route: asked, failsWith }: AttemptPlan & { readonly route: ThreeDsRoute },
  features: readonly string[],
  wayToPay?: 'skipped' | 'demanded',
): Route => {
  if (wayToPay === 'skipped') {
    return asked === 'none' ? { route: asked } : { route: 'none', because: 'this way to pay has no 3-D Secure' };
  }
  if (wayToPay === 'demanded' && asked === 'none' && !features.includes('FORCE_SSL')) {
    return { route: 'challenge', because: 'this way to pay asks for 3-D Secure' };
  }
  if (features.includes('FORCE_SSL')) {
    const loses = ['FORCE_TDS', 'FORCE_FULL_TDS'].find((demand) => features.includes(demand));
    if (loses) return { route: 'none', because: `FORCE_SSL wins over ${loses}: no 3-D Secure` };
    return asked === 'none' ? { route: asked } : { route: 'none', because: `FORCE_SSL skips 3-D Secure (${asked})` };
  }
  if (asked === 'unavailable') return { route: asked, actionCode: failsWith ?? codes.unreachable };
  const demandsFull = features.includes('FORCE_FULL_TDS');
  if (asked === 'none' && (demandsFull || features.includes('FORCE_TDS'))) {
    return {
      route: asked,
      actionCode: codes.impossible,
      because: 'the order demands 3-D Secure and the card has none',
    };
  }
  if (asked === 'attempt' && demandsFull) {
    return { route: asked, actionCode: codes.attemptNotAccepted, because: 'FORCE_FULL_TDS does not accept an attempt' };
  }
  return { route: asked };
};

export const failedChallengeCode = (
  { version, failure = 'failed' }: ThreeDs,
  { failsWith }: AttemptPlan,
  bank: { readonly failedChallengeCode: number | 'by-version' },
): number => {
  if (failure === 'failed' && failsWith !== undefined) return failsWith;
  return bank.failedChallengeCode === 'by-version' ? failedChallenge[version][failure] : bank.failedChallengeCode;
};
