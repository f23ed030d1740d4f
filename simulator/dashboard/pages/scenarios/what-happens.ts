import { actionCodeRow } from '../../../data/action-codes.ts';
import type { AttemptPlan, ChallengeEnd, ThreeDsRoute } from '../../../domain/orders/attempt-plan.ts';
import { type OrderStatus, orderStatusNumbers } from '../../../domain/orders/order-status.ts';
import type { GatewayStep, LaterStep, Scenario } from '../../../scenario-engine/scenario.ts';
import { milliseconds } from '../../../text/duration.ts';
import type { Visit } from '../../page.ts';
import type { IconName } from '../../ui/icons.ts';
import { statusLooks, type Tone } from '../../ui/status.ts';
import { hasConditions } from './groups.ts';
import { faultWords } from './scenario-words.ts';
import { timeWords } from './time-words.ts';

/** Something that happens, in a sentence. */
export interface Happening {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
  /** Of its entry in the file: `attempts[1]`. */
  readonly path?: string;
}

/** What happens in a scenario, in the order in which it does. */
export const whatHappens = (visit: Visit, scenario: Scenario): readonly Happening[] => [
  ...conditions(visit, scenario),
  ...payerSteps(visit, scenario),
  ...attemptSteps(visit, scenario),
  ...scenario.gateway.map((step, index) => ({ ...faultStep(visit, step), path: `gateway[${index}]` })),
  ...scenario.callbacks.map(({ on, sentence }, index) => ({
    path: `callbacks[${index}]`,
    tone: 'wait' as const,
    icon: 'bell' as const,
    text: visit.say('{where}: {what}.', {
      where: on === 'any' ? visit.say('Every callback') : visit.say('Callback {name}', { name: on }),
      what: faultWords(visit, sentence, on),
    }),
  })),
  ...scenario.later.map((step, index) => ({ ...laterStep(visit, step), path: `later[${index}]` })),
  ...endSteps(visit, scenario),
];

const conditions = ({ say }: Visit, scenario: Scenario): readonly Happening[] => {
  if (!hasConditions(scenario)) return [];
  const text = scenario.when
    ? say('An order that fits the conditions below follows it without being asked.')
    : say('Its conditions count only in your own folder of scenarios; here it has to be asked for.');
  return [{ tone: 'created', icon: 'filter', text }];
};

const payerSteps = ({ say }: Visit, { payer, phases }: Scenario): readonly Happening[] => {
  const texts = [
    phases === 2 && say('Two phases: the money is held first.'),
    payer.leavesPage && say('The payer closes the card page without paying.'),
    payer.opensAfter !== undefined &&
      say('The payer opens the card page after {time}.', { time: timeWords(say, milliseconds(payer.opensAfter)) }),
    payer.submitsTwice === true && say('The payer clicks twice on Pay.'),
    payer.otp !== undefined && say('The payer types a wrong code.'),
    payer.atAcs === 'cancel' && say("The payer presses Cancel on the issuer's page."),
    payer.atAcs === 'leave' && say("The payer leaves the issuer's page and does not come back."),
    payer.answersAfter !== undefined &&
      say("The payer looks at the issuer's page for {time}.", {
        time: timeWords(say, milliseconds(payer.answersAfter)),
      }),
    payer.closesWindow === true && say("The payer closes the window before the shop's page opens."),
    payer.paysAgain === true && say('The payer goes back to the card page and pays once more.'),
  ];
  return texts.flatMap((text) => (text === false ? [] : [{ tone: 'created' as const, icon: 'person' as const, text }]));
};

const attemptSteps = (visit: Visit, { attempts }: Scenario): readonly Happening[] => {
  const { say } = visit;
  if (attempts.length === 0)
    return [{ tone: 'created', icon: 'card', text: say('The card decides about the payment.') }];
  return attempts.map(({ plan }, index) => ({
    ...lookOf(plan),
    path: `attempts[${index}]`,
    text:
      attempts.length === 1
        ? say('Each try: {what}.', { what: planWords(visit, plan) })
        : say('Try {number}: {what}.', { number: index + 1, what: planWords(visit, plan) }),
  }));
};

const lookOf = ({ verdict, challengeEnd, route }: AttemptPlan): Omit<Happening, 'text'> => {
  const isBad =
    verdict?.kind === 'decline' ||
    route === 'unavailable' ||
    (challengeEnd !== undefined && challengeEnd !== 'passed' && challengeEnd !== 'payer');
  if (isBad) return { tone: 'bad', icon: 'cross' };
  return route === 'challenge' ? { tone: 'issuer', icon: 'shield' } : { tone: 'good', icon: 'check' };
};

const planWords = (visit: Visit, plan: AttemptPlan): string => {
  const { say } = visit;
  const { route, challengeEnd = 'payer', delayMs, pendingMs } = plan;
  const words = [
    ...(route === undefined
      ? []
      : [route === 'challenge' ? challengeWords(visit)[challengeEnd] : routeWords(visit)[route]]),
    ...(delayMs === undefined ? [] : [say('the bank thinks for {time}', { time: timeWords(say, delayMs) })]),
    ...(pendingMs === undefined
      ? []
      : [say('the bank leaves it open for {time}', { time: timeWords(say, pendingMs) })]),
    ...verdictWords(visit, plan),
  ];
  return words.length === 0 ? say('the card decides') : words.join('; ');
};

const routeWords = ({ say }: Visit): Readonly<Record<Exclude<ThreeDsRoute, 'challenge'>, string>> => ({
  none: say('there is no 3-D Secure'),
  frictionless: say('the issuer knows the payer without a challenge'),
  attempt: say('3-D Secure only notes the attempt'),
  unavailable: say('3-D Secure cannot be reached'),
});

const challengeWords = ({ say }: Visit): Readonly<Record<ChallengeEnd, string>> => ({
  payer: say('the issuer asks for a code, and the payer decides how it ends'),
  passed: say('the issuer asks for a code, and the payer passes'),
  failed: say('the issuer asks for a code, and the payer fails'),
  cancelled: say('the issuer asks for a code, and it is cancelled'),
  'timed-out': say('the issuer asks for a code, and the time runs out'),
  abandoned: say('the issuer asks for a code, and the payer never comes back'),
});

const verdictWords = (visit: Visit, { verdict }: AttemptPlan): readonly string[] => {
  const { say, ui, context } = visit;
  if (!verdict) return [];
  if (verdict.kind === 'decline')
    return [say('the bank declines, {why}', { why: codeWords(visit, verdict.actionCode) })];
  const { approvedMinor } = verdict;
  if (approvedMinor === undefined) return [say('the bank approves')];
  return [say('the bank approves only {amount}', { amount: ui.amount(approvedMinor, context.bank.currency) })];
};

/** `Insufficient funds (116)` */
export const codeWords = ({ language, say }: Pick<Visit, 'language' | 'say'>, code: number): string =>
  `${actionCodeRow(code)?.[language] ?? say('a code without a known meaning')} (${code})`;

const faultStep = (visit: Visit, { on, sentence }: GatewayStep): Happening => {
  const { say } = visit;
  const where = on === 'page' ? say('The card page') : on === 'acs' ? say("The issuer's page") : `${on}.do`;
  return { tone: 'bad', icon: 'warn', text: say('{where}: {what}.', { where, what: faultWords(visit, sentence, on) }) };
};

const laterStep = (visit: Visit, { act, amountMinor, since, afterMs }: LaterStep): Happening => {
  const { say, ui, context } = visit;
  const amount = amountMinor === undefined ? say('everything') : ui.amount(amountMinor, context.bank.currency);
  const time = timeWords(say, afterMs);
  const acts = {
    expire: say('The bank lets the order expire'),
    capture: say('The bank captures {amount}', { amount }),
    reverse: say('The bank reverses {amount}', { amount }),
    refund: say('The bank refunds {amount}', { amount }),
    chargeback: say('The bank takes the money back'),
  };
  const moments = {
    registered: say('{time} after the registration', { time }),
    'at-acs': say("{time} after the payer comes to the issuer's page", { time }),
    paid: say('{time} after the payment', { time }),
  };
  return { tone: 'back', icon: 'bank', text: `${acts[act]}, ${moments[since]}.` };
};

/** How the order ends, as the file expects it. */
export const statusOf = ({ expect }: Scenario): OrderStatus | undefined =>
  (Object.keys(orderStatusNumbers) as readonly OrderStatus[]).find(
    (status) => orderStatusNumbers[status] === expect.orderStatus,
  );

const endSteps = (visit: Visit, scenario: Scenario): readonly Happening[] => {
  const { say } = visit;
  const status = statusOf(scenario);
  const { orderStatus = 0, callbacks } = scenario.expect;
  const steps: Happening[] = [];
  if (status !== undefined) {
    const { tone, icon, word } = statusLooks[status];
    const ended = `${say(word)} (${orderStatus})`;
    const text =
      status === 'created'
        ? say('The order stays {status}: the payer may try again.', { status: ended })
        : say('The order ends as {status}.', { status: ended });
    steps.push({ tone, icon, text });
  }
  if (callbacks) {
    const names = callbacks.flatMap((one) => {
      const name = typeof one === 'string' ? one : one.operation;
      return name === undefined || name === 'redirect' ? [] : [name];
    });
    const text =
      names.length === 0
        ? say('The shop receives no callback.')
        : say('Callbacks: {names}.', { names: names.join(', ') });
    steps.push({ tone: 'created', icon: 'bell', text });
  }
  return steps;
};
