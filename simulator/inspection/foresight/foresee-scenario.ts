import type { CallbackOperation } from '../../domain/callback.ts';
import { preventsWork } from '../../domain/faults/fault.ts';
import { rehearsedCalls, rehearsedOrder } from '../../scenario-engine/definition/rehearsed-order.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { milliseconds } from '../../text/duration.ts';
import { foreseeActs } from './foresee-acts.ts';
import { type ForeseenAttempts, foreseeAttempts } from './foresee-attempts.ts';

/** Something in a scenario file that has no effect. */
export interface Foreseen {
  readonly path: readonly (string | number)[];
  /** The words after the path. */
  readonly problem: string;
  /** Only the rehearsal does not need it; orders of a shop may. */
  readonly isNote: boolean;
}

/** Everything in a scenario that can be known to have no effect, without playing it. */
export const foreseeScenario = (scenario: Scenario): readonly Foreseen[] => {
  const attempts = foreseeAttempts(scenario);
  return [
    ...unregistered(scenario),
    ...idleAttempts(scenario, attempts),
    ...shadowed(scenario, 'gateway'),
    ...scenario.gateway.flatMap(({ on }, index) => found(['gateway', index], idleCall(on, scenario, attempts))),
    ...shadowed(scenario, 'callbacks'),
    ...scenario.callbacks.flatMap(({ on }, index) => found(['callbacks', index], idleCallback(on, scenario, attempts))),
    ...[...foreseeActs(scenario, attempts)].map(([index, problem]) => mistake(['later', index], problem)),
    ...lateActs(scenario),
    ...lateExpiries(scenario, attempts),
    ...wholeApprovals(scenario),
    ...heldBack(scenario, attempts),
    ...idlePayer(scenario, attempts),
  ];
};

type Problem = Pick<Foreseen, 'problem' | 'isNote'> | undefined;

const found = (path: Foreseen['path'], problem: Problem): readonly Foreseen[] =>
  problem ? [{ path, ...problem }] : [];

const mistake = (path: Foreseen['path'], problem: string): Foreseen => ({ path, problem, isNote: false });

const note = (path: Foreseen['path'], problem: string): Foreseen => ({ path, problem, isNote: true });

const registration = ({ phases }: Scenario): string => (phases === 2 ? 'registerPreAuth' : 'register');

/** Parts that need an order, if none is ever registered. */
const unregistered = (scenario: Scenario): readonly Foreseen[] => {
  const index = scenario.gateway.findIndex(
    ({ on, times, fault }) => on === registration(scenario) && times === undefined && preventsWork(fault),
  );
  if (index < 0) return [];
  return (['attempts', 'callbacks', 'later'] as const).flatMap((part) =>
    scenario[part].length > 0 ? [mistake([part], `is not reached: gateway[${index}] lets no order be registered`)] : [],
  );
};

const idleAttempts = ({ attempts }: Scenario, { made, because }: ForeseenAttempts): readonly Foreseen[] =>
  attempts.flatMap((_, index) =>
    index > 0 && index >= made ? [mistake(['attempts', index], `is not reached: ${because}`)] : [],
  );

/** Steps after one that is always used. */
const shadowed = (scenario: Scenario, part: 'gateway' | 'callbacks'): readonly Foreseen[] => {
  const steps: readonly { readonly on: string; readonly times?: number }[] = scenario[part];
  return steps.flatMap(({ on }, index) => {
    const earlier = steps
      .slice(0, index)
      .findIndex((one) => one.times === undefined && (one.on === on || one.on === 'any'));
    return earlier < 0 ? [] : [mistake([part, index], `is not reached: ${part}[${earlier}] is always used before it`)];
  });
};

const idleCall = (on: string, scenario: Scenario, attempts: ForeseenAttempts): Problem => {
  const { phases } = scenario;
  const { made, comesToIssuer, returnsFromIssuer } = attempts;
  if (on === 'register' || on === 'registerPreAuth') {
    if (on === registration(scenario)) return undefined;
    const remedy = phases === 2 ? 'leave out phases: 2' : 'add phases: 2';
    return {
      problem: `is not reached: the order is registered by ${registration(scenario)}; ${remedy}`,
      isNote: false,
    };
  }
  if (on === 'acs' || on === 'finish3dsVer2PaymentAnonymous') {
    if (on === 'acs' ? comesToIssuer : returnsFromIssuer) return undefined;
    const what = on === 'acs' ? "comes to the issuer's page" : "comes back from the issuer's page";
    return { problem: `is not reached: no attempt ${what}`, isNote: scenario.attempts.length === 0 };
  }
  const isMade = alwaysCalled.includes(on) || (on === 'processform' && made > 0);
  return isMade
    ? undefined
    : { problem: `is not reached by the rehearsal, which makes no call of ${on}`, isNote: true };
};

const alwaysCalled: readonly string[] = [...rehearsedCalls, 'page', 'getFinishedPaymentInfo', 'getOrderStatusExtended'];

const idleCallback = (on: CallbackOperation | 'any', scenario: Scenario, attempts: ForeseenAttempts): Problem => {
  if (on === 'any' || operationsOf(scenario, attempts).has(on)) return undefined;
  return on === 'approved'
    ? {
        problem: 'is not reached: an order that is paid in one phase has no such callback; add phases: 2',
        isNote: false,
      }
    : { problem: `is not reached by the rehearsal, which causes no callback ${on}`, isNote: true };
};

/** The operations of all callbacks that may come. */
const operationsOf = (
  { phases, later, gateway }: Scenario,
  { isPaid }: ForeseenAttempts,
): ReadonlySet<CallbackOperation> => {
  const ofAct = { capture: 'deposited', reverse: 'reversed', refund: 'refunded' } as const;
  const ofCall: Readonly<Record<string, CallbackOperation>> = {
    deposit: 'deposited',
    reverse: 'reversed',
    refund: 'refunded',
  };
  return new Set<CallbackOperation>([
    phases === 2 ? 'approved' : 'deposited',
    ...(isPaid ? [] : (['declinedByTimeout'] as const)),
    ...later.flatMap(({ act }) => (act === 'expire' ? 'declinedByTimeout' : act === 'chargeback' ? [] : ofAct[act])),
    ...gateway.flatMap(({ on }) => ofCall[on] ?? []),
  ]);
};

/** Acts that count from a registration at which the conditions cannot hold. */
const lateActs = ({ when, later }: Scenario): readonly Foreseen[] => {
  const first = typeof when?.attempt === 'number' ? when.attempt : (when?.attempt?.from ?? 1);
  const condition = when?.card !== undefined ? 'card' : first > 1 ? 'attempt' : undefined;
  if (condition === undefined) return [];
  return later.flatMap(({ since }, index) =>
    since === 'registered'
      ? [
          note(
            ['later', index],
            `counts from the registration, where when.${condition} cannot hold: only an order or a merchant can ask for it`,
          ),
        ]
      : [],
  );
};

/** `orderStatus` after an expiry. */
const declinedForGood = 6;

/** Expiries after a payment whose time the file fixes, unless it expects that. */
const lateExpiries = ({ later, payer, attempts, gateway, expect }: Scenario, { isPaid, made }: ForeseenAttempts) => {
  const plans = attempts.map(({ plan }) => plan);
  if (expect.orderStatus !== undefined && expect.orderStatus !== declinedForGood) return [];
  if (!isPaid || gateway.length > 0 || plans.some(({ pendingMs }) => pendingMs !== undefined)) return [];
  const { opensAfter = '0s', answersAfter = '0s' } = payer;
  const waitsMs = plans.reduce((sum, { delayMs = 0 }) => sum + delayMs, 0) + made * milliseconds(answersAfter);
  const paidAfterMs = milliseconds(opensAfter) + waitsMs;
  return later.flatMap(({ act, since, afterMs }, index) =>
    act === 'expire' && since === 'registered' && afterMs > paidAfterMs
      ? [
          note(
            ['later', index],
            'is not possible in the rehearsal: the payer pays before; payer.opensAfter can change that',
          ),
        ]
      : [],
  );
};

/** Partial approvals of more than the rehearsal asks for. */
const wholeApprovals = ({ attempts }: Scenario): readonly Foreseen[] =>
  attempts.flatMap(({ plan: { verdict } }, index) =>
    verdict?.kind === 'approve' && (verdict.approvedMinor ?? 0) > rehearsedOrder.amountMinor
      ? [
          note(
            ['attempts', index, 'partialApproval'],
            `has no effect in the rehearsal: its order is of ${rehearsedOrder.amountMinor} minor units`,
          ),
        ]
      : [],
  );

/** Callbacks that wait for another one, if there is none. */
const heldBack = (scenario: Scenario, attempts: ForeseenAttempts): readonly Foreseen[] => {
  const isOnly = attempts.made === 1 && operationsOf(scenario, attempts).size === 1;
  const isFirst = scenario.later.length === 0 && scenario.gateway.length === 0;
  return scenario.callbacks.flatMap(({ settings, on }, index) =>
    settings.isOutOfOrder && isOnly && isFirst && idleCallback(on, scenario, attempts) === undefined
      ? [note(['callbacks', index, 'do', 'outOfOrder'], 'is never sent in the rehearsal: no callback follows it')]
      : [],
  );
};

/** What the payer does on the issuer's page, if no attempt comes there. */
const idlePayer = ({ payer }: Scenario, { comesToIssuer }: ForeseenAttempts): readonly Foreseen[] => {
  if (comesToIssuer) return [];
  const habits = {
    atAcs: payer.atAcs !== 'answer',
    otp: payer.otp !== undefined,
    answersAfter: payer.answersAfter !== undefined,
  };
  return Object.entries(habits).flatMap(([name, isThere]) =>
    isThere ? [mistake(['payer', name], "has no effect: no attempt comes to the issuer's page")] : [],
  );
};
