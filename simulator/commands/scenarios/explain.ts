import { currencyByNumeric } from '../../data/currencies.ts';
import { maskPan } from '../../domain/card.ts';
import { type ExplainedPayment, explainPayment } from '../../payments/attempt/explain-payment.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { loadScenarios } from '../../scenario-engine/definition/load-scenarios.ts';
import { printDeciders } from '../../scenario-engine/explanation/print-explanation.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import type { Output } from '../command.ts';
import { scenariosFor } from '../read-config.ts';
import { namedScenarios } from './named-scenarios.ts';
import { factsIn, type OrderOptions, requestedIn } from './read-order.ts';

interface Options extends OrderOptions {
  readonly scenario?: string;
  readonly folder?: string;
}

/** Prints the decider of a payment, those that were asked before it, and the conditions that fail. */
export const explain = async (options: Options, { out }: Output): Promise<undefined> => {
  const folder = scenariosFor(options.folder);
  const [own, all] = await Promise.all([loadScenarios(folder), namedScenarios(folder)]);
  const facts = factsIn(options);
  const requested = requestedIn(options.scenario, all);
  const ownNames = new Set(own.map(({ name }) => name));
  const scenarios = all.filter(({ name }) => ownNames.has(name) || name === requested);
  const lines = [orderLine(facts), ...linesOf(explainPayment(facts, { requested, scenarios }), scenarios)];
  out(lines.map((line) => `${line}\n`).join(''));
};

const orderLine = (facts: PaymentFacts): string => {
  const { amountMinor, currency, orderNumber, merchant, clientId, email, description, language, attempt, pan } = facts;
  const given = { 'client id': clientId, 'e-mail': email, description };
  return [
    `amount ${amountMinor}`,
    `currency ${currency} ${currencyByNumeric(currency)?.alpha ?? ''}`.trim(),
    `order number ${orderNumber}`,
    `merchant ${merchant}`,
    ...Object.entries(given).flatMap(([label, value]) => (value === undefined ? [] : [`${label} ${value}`])),
    `language ${language}`,
    `attempt ${attempt}`,
    `card ${maskPan(pan)}`,
  ]
    .join(', ')
    .replaceAll(pan, maskPan(pan));
};

const linesOf = (
  { explanation, parts, unasked, byNameOnly }: ExplainedPayment,
  scenarios: readonly Scenario[],
): readonly string[] => [
  '',
  ...printDeciders(explanation),
  '',
  `Decided by ${explanation.flatMap(({ decider, decided }) => (decided ? [decider] : [])).join(', then ')}.`,
  ...(unasked.length > 0 ? [`Not asked: ${unasked.join(', ')}.`] : []),
  `${byNameOnly} of ${scenarios.length} scenarios have no \`when\`: they apply only if an order or a merchant asks for them.`,
  ...parts.flatMap(({ part, explanation: reasons }) => {
    const decider = reasons.find(({ decided }) => decided);
    return decider ? [`About ${part}: ${decider.decider}, ${decider.because}.`] : [];
  }),
];
