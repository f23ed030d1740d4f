import { InvalidArgumentError } from 'commander';
import { bereke } from '../../banks/bereke.ts';
import { currencyByNumeric, currencyNumber } from '../../data/currencies.ts';
import { languageNames } from '../../data/page-texts.ts';
import type { Language } from '../../domain/orders/order.ts';
import { plainPayment } from '../../payments/attempt/explain-payment.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { isOutcomeName, outcomeNames } from '../../scenario-engine/choice/outcomes.ts';
import { meantName } from '../../scenario-engine/choice/unknown-name.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { documentedLogin } from '../../simulator.ts';
import { oneOf } from '../shop/read-options.ts';

/** The options that describe an order and an attempt to pay it. */
export type OrderOptions = {
  readonly [Name in 'amount' | 'card' | Exclude<keyof PaymentFacts, 'amountMinor' | 'pan'>]?: string;
};

/** The payment that the options describe, with the defaults of a plain order. @throws InvalidArgumentError */
export const factsIn = (values: OrderOptions): PaymentFacts => ({
  amountMinor: wholeNumber('--amount', values.amount, 0) ?? plainPayment.amountMinor,
  currency: currencyIn(values.currency) ?? bereke.currency,
  orderNumber: values.orderNumber ?? plainPayment.orderNumber,
  merchant: values.merchant ?? documentedLogin.login,
  clientId: values.clientId,
  email: values.email,
  description: values.description,
  language: values.language === undefined ? bereke.defaultLanguage : oneOf('--language', languages, values.language),
  attempt: wholeNumber('--attempt', values.attempt, 1) ?? 1,
  pan: panIn(values.card) ?? plainPayment.pan,
});

/** Those of an order; a page may have others. */
const languages = Object.keys(languageNames) as readonly Language[];

const wholeNumber = (option: string, value: string | undefined, least: number): number | undefined => {
  if (value === undefined) return undefined;
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least) return number;
  throw new InvalidArgumentError(`${option} ${value}: expected a whole number from ${least}`);
};

const currencyIn = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const numeric = currencyNumber(value.toUpperCase());
  if (currencyByNumeric(numeric)) return numeric;
  throw new InvalidArgumentError(`--currency ${value}: expected a currency such as KZT or 398`);
};

/** The card number without spaces. The error does not contain it. */
const panIn = (value: string | undefined): string | undefined => {
  const pan = value?.replaceAll(' ', '');
  if (pan === undefined || /^\d{12,19}$/.test(pan)) return pan;
  throw new InvalidArgumentError('--card: expected a card number of 12 to 19 digits');
};

/** @throws InvalidArgumentError if no scenario or outcome has this name. */
export const requestedIn = (name: string | undefined, scenarios: readonly Scenario[]): string | undefined => {
  if (name === undefined || isOutcomeName(name, scenarios)) return name;
  const meant = meantName(name, outcomeNames(scenarios));
  const hint = meant ? `; did you mean ${meant}?` : '';
  throw new InvalidArgumentError(`--scenario ${name}: expected the name of a scenario or outcome${hint}`);
};
