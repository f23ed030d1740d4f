import type { ChallengeEnd } from '../../domain/attempt-plan.ts';
import type { Step } from './step.ts';

type Challenge = ChallengeEnd | 'unavailable';

const sentences: Readonly<Record<Challenge, string>> = {
  payer: 'asks for a challenge, which ends as the payer answers',
  passed: 'asks for a challenge, which is passed',
  failed: 'asks for a challenge, which fails',
  cancelled: 'asks for a challenge, which is cancelled',
  'timed-out': 'asks for a challenge, which times out',
  abandoned: 'asks for a challenge, from which the payer never comes back',
  unavailable: 'cannot be reached for 3-D Secure',
};

/** `challenge: failed` */
export const challenge: Step<Challenge> = {
  schema: (z) =>
    z
      .literal(Object.keys(sentences) as Challenge[], { error: 'the end of a challenge' })
      .describe(
        "The payer is sent to the issuer's page, and this is how it ends whatever is typed there; `payer`: as typed; `unavailable`: 3-D Secure cannot be reached.",
      ),
  read: (end) => ({
    plan: end === 'unavailable' ? { route: 'unavailable' } : { route: 'challenge', challengeEnd: end },
    sentence: sentences[end],
    endsInThreeDs: end !== 'passed' && end !== 'payer',
  }),
};
