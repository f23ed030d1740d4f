import test, { type ExecutionContext } from 'ava';
import { actionCodes } from '../../../simulator/data/action-codes.ts';
import type { AttemptPlan } from '../../../simulator/domain/orders/attempt-plan.ts';
import { planForAttempt } from '../../../simulator/scenario-engine/scenario.ts';
import { attemptSteps } from '../../../simulator/scenario-engine/steps/attempt-steps.ts';
import { aScenario, declineWith, mistakesIn } from './a-scenario.ts';

const mistakesInAttempt = (t: ExecutionContext, entry: unknown): readonly string[] =>
  mistakesIn(t, { attempts: [entry] });

const readings: readonly (readonly [entry: object, plan: AttemptPlan, sentence: string])[] = [
  [{ approve: true }, { verdict: { kind: 'approve' } }, 'approves the payment'],
  [{ partialApproval: 500 }, { verdict: { kind: 'approve', approvedMinor: 500 } }, 'approves only 500 minor units'],
  [{ decline: 'insufficient-funds' }, declineWith(116), 'declines the card (insufficient funds, 116)'],
  [{ decline: 116 }, declineWith(116), 'declines the card (insufficient funds, 116)'],
  [{ decline: -2025 }, declineWith(-2025), 'declines the card (challenge refused, -2025)'],
  [{ decline: 'insufficient-funds-20' }, declineWith(20), 'declines the card (insufficient funds, 20)'],
  [{ decline: 'three-ds-failed' }, declineWith(341019), 'declines the card (3-D Secure failed, 341019)'],
  [
    { softDecline: true },
    { route: 'none', ...declineWith(1434) },
    'skips 3-D Secure, then declines because it demands it (soft decline, 1434)',
  ],
  [{ challenge: 'passed' }, { route: 'challenge', challengeEnd: 'passed' }, 'asks for a challenge, which is passed'],
  [{ challenge: 'failed' }, { route: 'challenge', challengeEnd: 'failed' }, 'asks for a challenge, which fails'],
  [
    { challenge: 'cancelled' },
    { route: 'challenge', challengeEnd: 'cancelled' },
    'asks for a challenge, which is cancelled',
  ],
  [
    { challenge: 'timed-out' },
    { route: 'challenge', challengeEnd: 'timed-out' },
    'asks for a challenge, which times out',
  ],
  [
    { challenge: 'abandoned' },
    { route: 'challenge', challengeEnd: 'abandoned' },
    'asks for a challenge, from which the payer never comes back',
  ],
  [
    { challenge: 'payer' },
    { route: 'challenge', challengeEnd: 'payer' },
    'asks for a challenge, which ends as the payer answers',
  ],
  [{ challenge: 'unavailable' }, { route: 'unavailable' }, 'cannot be reached for 3-D Secure'],
  [{ frictionless: true }, { route: 'frictionless' }, 'authenticates the payer without a challenge'],
  [{ attempt: true }, { route: 'attempt' }, 'lets 3-D Secure end as an attempt'],
  [{ withoutThreeDs: true }, { route: 'none' }, 'skips 3-D Secure'],
  [{ delay: '200ms' }, { delayMs: 200 }, 'thinks for 200ms'],
  [{ delay: '1.5s' }, { delayMs: 1500 }, 'thinks for 1.5s'],
  [{ delay: '10m' }, { delayMs: 600_000 }, 'thinks for 10m'],
  [{ delay: '90s' }, { delayMs: 90_000 }, 'thinks for 90s'],
  [{ pending: '10m' }, { pendingMs: 600_000 }, 'leaves it open for 10m'],
  [{ pending: '30d' }, { pendingMs: 2_592_000_000 }, 'leaves it open for 30d'],
];

for (const [entry, plan, sentence] of readings) {
  test(`an attempt of ${JSON.stringify(entry)} has its plan and its sentence`, (t) => {
    const scenario = aScenario({ attempts: [entry] });

    t.deepEqual(scenario.attempts, [{ plan, sentence }]);
  });
}

test('every step of the registry is among the entries tested above', (t) => {
  const tested = new Set(readings.flatMap(([entry]) => Object.keys(entry)));

  t.deepEqual([...tested].sort(), Object.keys(attemptSteps).sort());
});

test('every action code but 0 can be declined with, by number and by name', (t) => {
  for (const { code, name } of actionCodes.filter(({ group }) => group !== 'approved')) {
    const { attempts } = aScenario({ attempts: [{ decline: code }, { decline: name }] });

    t.deepEqual(
      attempts.map(({ plan }) => plan),
      [declineWith(code), declineWith(code)],
    );
  }
});

test('the keys of one entry combine', (t) => {
  const scenario = aScenario({ attempts: [{ delay: '2s', decline: 'do-not-honour', challenge: 'passed' }] });

  t.deepEqual(planForAttempt(scenario, 1), {
    plan: { route: 'challenge', challengeEnd: 'passed', delayMs: 2000, verdict: { kind: 'decline', actionCode: 5 } },
    sentence: 'asks for a challenge, which is passed, thinks for 2s, declines the card (do not honour, 5)',
  });
});

test('the last entry holds for all later attempts', (t) => {
  const scenario = aScenario({ attempts: [{ decline: 116 }, { decline: 5 }] });

  t.deepEqual(
    [1, 2, 3, 99].map((attempt) => planForAttempt(scenario, attempt)?.plan),
    [116, 5, 5, 5].map(declineWith),
  );
});

const attemptMistakes: readonly (readonly [entry: unknown, message: string])[] = [
  [
    { decline: 'insufficent-funds' },
    '.decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?',
  ],
  [{ decline: 'nonsense' }, '.decline: expected an action code or its name, got "nonsense"'],
  [{ decline: 0 }, '.decline: expected an action code or its name, got 0'],
  [{ decline: 424242 }, '.decline: expected an action code or its name, got 424242'],
  [{ declin: 116 }, '.declin: unknown key; did you mean decline?'],
  [{ approve: 'yes' }, '.approve: expected true, got "yes"; did you mean true?'],
  [{ partialApproval: 0 }, '.partialApproval: expected a whole number of minor units above 0, got 0'],
  [{ partialApproval: 1.5 }, '.partialApproval: expected a whole number of minor units above 0, got 1.5'],
  [{ challenge: 'pased' }, '.challenge: expected the end of a challenge, got "pased"; did you mean passed?'],
  [
    { challenge: 7 },
    '.challenge: expected the end of a challenge, got 7; it can be payer, passed, failed, cancelled, timed-out, abandoned, unavailable',
  ],
  [{ delay: '11m' }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "11m"'],
  [{ delay: '30' }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "30"; did you mean 30s?'],
  [
    { pending: '1.5' },
    '.pending: expected a time such as 10m, 2h or 3d, at most 30 days, got "1.5"; did you mean 1.5s?',
  ],
  [{ delay: '601s' }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "601s"'],
  [{ delay: 600_001 }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got 600001'],
  [{ delay: '2h' }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "2h"'],
  [{ delay: -1 }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got -1'],
  [{ pending: '31d' }, '.pending: expected a time such as 10m, 2h or 3d, at most 30 days, got "31d"'],
  [{ pending: true }, '.pending: expected a time such as 10m, 2h or 3d, at most 30 days, got true'],
  [
    { challenge: 'failed', pending: '1m' },
    ': challenge and pending contradict each other: the attempt ends in 3-D Secure, so that the bank is never asked',
  ],
  [{ frictionless: 'failed' }, '.frictionless: expected true, got "failed"'],
  [{ attempt: false }, '.attempt: expected true, got false'],
  [{ softDecline: 1 }, '.softDecline: expected true, got 1'],
  [{ withoutThreeDs: null }, '.withoutThreeDs: expected true, got null; did you mean withoutThreeDs?'],
  [{}, ': expected at least one step, got {}'],
  [
    'decline',
    ': expected decline with its setting, an action code or its name, got "decline"; did you mean { decline: insufficient-funds }?',
  ],
  [7, ': expected the steps of an attempt, got 7; did you mean { decline: 7 }?'],
  [6, ': expected the steps of an attempt, got 6'],
  [{ approve: true, decline: 5 }, ': approve and decline contradict each other: both are the answer of the bank'],
  [
    { partialApproval: 5, approve: true },
    ': approve and partialApproval contradict each other: both are the answer of the bank',
  ],
  [
    { challenge: 'passed', frictionless: true },
    ': frictionless and challenge contradict each other: both choose the way through 3-D Secure',
  ],
  [
    { withoutThreeDs: true, attempt: true },
    ': withoutThreeDs and attempt contradict each other: both choose the way through 3-D Secure',
  ],
  [
    { challenge: 'unavailable', softDecline: true },
    ': challenge and softDecline contradict each other: both choose the way through 3-D Secure',
  ],
  [
    { challenge: 'failed', approve: true },
    ': challenge and approve contradict each other: the attempt ends in 3-D Secure, so that the bank is never asked',
  ],
];

for (const [entry, message] of attemptMistakes) {
  test(`an attempt of ${JSON.stringify(entry)} is refused with a message that helps`, (t) => {
    t.deepEqual(mistakesInAttempt(t, entry), [`scenarios/x.yaml: attempts[0]${message}`]);
  });
}
