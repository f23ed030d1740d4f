import type { MerchantContext } from '../../context.ts';
import { type ActionCode, actionCodes } from '../../data/action-codes.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { missedStepIn } from '../../data/missed-step-texts.ts';
import { outcomeTexts, sandboxListTexts } from '../../data/outcome-texts.ts';
import { textLanguageOf } from '../../data/page-languages.ts';
import { fillText } from '../../data/page-texts.ts';
import { panelLabel } from '../../data/panel-labels.ts';
import type { AttemptPlan } from '../../domain/orders/attempt-plan.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { scenarioSubjects } from '../../inspection/russian/scenario-subjects.ts';
import { chooseRoute } from '../../issuer/authenticate.ts';
import { askedResult, missedOfPlan } from '../../payments/attempt/missed-plan.ts';
import { outcomeOptions, plainOutcome } from '../../scenario-engine/choice/outcomes.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';

/** Something that the payer can ask the bank for. */
export interface Possibility {
  /** The value of `sandboxOutcome`. */
  readonly value: string;
  readonly label: string;
  readonly does: string;
  /** The language of `does`, if it is not that of the page. */
  readonly doesIn?: PageLanguage;
}

export interface PossibilityGroup {
  readonly title: string;
  readonly options: readonly Possibility[];
}

/** Shown first until the reader has chosen others. */
const favourites: readonly string[] = [
  'approve',
  'challenge',
  'challenge-failed',
  'insufficient-funds',
  'card-expired',
  'three-ds-unavailable',
];

/** Everything that can still happen to an order on its page, in groups, the favourites first. */
export const whatCanHappen = (
  context: MerchantContext,
  order: Order,
  scenarios: readonly Scenario[],
  language: PageLanguage,
): readonly PossibilityGroup[] => {
  const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
  const groups = outcomeOptions(scenarios, textLanguageOf(language)).map(({ group, options }) => ({
    title: group,
    options: options.flatMap(({ value, label }) => {
      const scenario = byName.get(value);
      if (scenario) return canAct(context, order, scenario) ? [scenarioIn(language, scenario, order)] : [];
      const row = actionCodes.find(({ name, code }) => name === value || String(code) === value);
      if (row) return isAnswer(row, order) ? [declineIn(language, value, row)] : [];
      const plan = plainOutcome(value)?.plan;
      return plan && isPossible(plan, order) ? [{ value, label, does: outcomeTexts[language][value] ?? '' }] : [];
    }),
  }));
  const all = groups.flatMap(({ options }) => options);
  const first = favourites.flatMap((value) => all.filter((option) => option.value === value));
  return [
    { title: sandboxListTexts[language].favourites, options: first },
    ...groups.map(({ title, options }) => ({ title, options: options.filter((option) => !first.includes(option)) })),
  ].filter(({ options }) => options.length > 0);
};

/** Codes that tell of something else than an attempt on the card page: another way to pay, a refund, a schedule, the merchant. */
const elsewhere: ReadonlySet<number> = new Set([
  ...[-9000, -2102, -2029, -2028, -2027, -2014, -100, 76, 87, 124, 239, 240, 301, 400, 914, 968, 1001, 1004, 1005],
  ...[1120, 2007, 2008, 2009, 2012, 4005, 341041],
]);

const isAnswer = ({ code, group }: ActionCode, { features }: Order): boolean =>
  !elsewhere.has(code) && !(group === '3ds' && features.includes('FORCE_SSL'));

const isPossible = (plan: AttemptPlan, order: Order, attempts = 1): boolean => {
  const { route, because } = chooseRoute({ ...plan, route: plan.route ?? 'none' }, order.features);
  const circumstances = { order, route, because };
  return missedOfPlan({ scenario: '', plan, attempts }, circumstances, 0).length === 0;
};

/** The calls of a shop that are over when the card page is open. */
const isOver = (on: string): boolean => on.startsWith('register');

/** Whether any part of a scenario can still come true. */
const canAct = ({ merchant }: MerchantContext, order: Order, scenario: Scenario): boolean => {
  const { attempts, gateway, callbacks, later } = scenario;
  if (attempts.length > 0) return attempts.every(({ plan }) => isPossible(plan, order, attempts.length));
  const hasCallbacks = (order.dynamicCallbackUrl ?? merchant.callbacks?.url) !== undefined;
  return later.length > 0 || gateway.some(({ on }) => !isOver(on)) || (callbacks.length > 0 && hasCallbacks);
};

const declineIn = (language: PageLanguage, value: string, row: ActionCode): Possibility => {
  const message = displayMessage(row.code, language);
  const does = message === '' ? '' : fillText(sandboxListTexts[language].payerReads, { message });
  return { value, label: `${row[textLanguageOf(language)]} (${row.code})`, does };
};

const scenarioIn = (language: PageLanguage, scenario: Scenario, order: Order): Possibility => {
  const { name, about } = scenario;
  const own = { en: about, ru: inRussian(about), kk: inKazakh(scenario, order) }[textLanguageOf(language)];
  return own === undefined
    ? { value: name, label: name, does: about, doesIn: 'en' }
    : { value: name, label: panelLabel(name, language), does: own };
};

const inRussian = (about: string): string | undefined => scenarioSubjects.find(([english]) => english === about)?.[1];

/** There are no Kazakh subjects, so the steps tell what happens. Undefined if a step is not about an attempt. */
const inKazakh = ({ attempts, gateway, callbacks, later }: Scenario, order: Order): string | undefined => {
  if (attempts.length === 0 || gateway.length + callbacks.length + later.length > 0) return undefined;
  const sentences = attempts.map(({ plan }) => {
    const asked = askedResult({ scenario: '', plan, attempts: 1 }, order)?.asked;
    const steps = [plan.route && routes[plan.route], asked].filter((step) => step !== undefined);
    return steps.map((step) => missedStepIn('kk', step)).join(', ');
  });
  if (sentences.some((sentence) => sentence === '' || !/[а-яәғқңөұүһі]/i.test(sentence))) return undefined;
  return sentences.length === 1
    ? sentences[0]
    : sentences.map((sentence, index) => `${index + 1}) ${sentence}`).join('; ');
};

const routes = {
  none: 'a payment without 3-D Secure',
  frictionless: '3-D Secure without a challenge',
  attempt: '3-D Secure that is only attempted',
  challenge: 'a challenge',
  unavailable: '3-D Secure that cannot be reached',
} as const;
