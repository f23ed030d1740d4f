import { currencies } from '../data/currencies.ts';
import { maskPan } from '../domain/card.ts';
import type { Range, When } from './scenario.ts';

/** What is known about a payment when its outcome is chosen. */
export interface PaymentFacts {
  readonly amountMinor: number;
  /** ISO 4217 numeric. */
  readonly currency: string;
  readonly orderNumber: string;
  readonly merchant: string;
  readonly clientId?: string | undefined;
  readonly email?: string | undefined;
  readonly description?: string | undefined;
  readonly language: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** The number as typed, or masked where no more is known; never part of an explanation. Empty: no card yet. */
  readonly pan: string;
}

/** Whether a condition holds, and the value that was seen. */
export interface Finding {
  readonly holds: boolean;
  readonly because: string;
}

type Check<Setting> = (setting: Setting, facts: PaymentFacts) => Finding;

const finding = (holds: boolean, seen: string, [yes, no]: readonly [string, string], wanted: string): Finding => ({
  holds,
  because: `${seen} ${holds ? yes : no} ${wanted}`,
});

const is = ['is', 'is not'] as const;

const isNumber =
  (label: string, pick: (facts: PaymentFacts) => number): Check<number | Range> =>
  (setting, facts) => {
    const value = pick(facts);
    if (typeof setting === 'number') return finding(value === setting, `${label} ${value}`, is, String(setting));
    const { from, to } = setting;
    const wanted = inWords(setting);
    return finding(value >= (from ?? -Infinity) && value <= (to ?? Infinity), `${label} ${value}`, is, wanted);
  };

const inWords = ({ from, to }: Range): string => {
  if (from === undefined) return `up to ${to}`;
  return to === undefined ? `from ${from}` : `from ${from} to ${to}`;
};

const matches =
  (label: string, pick: (facts: PaymentFacts) => string | undefined): Check<string> =>
  (pattern, facts) => {
    const value = pick(facts);
    if (value === undefined) return { holds: false, because: `${label} is not given, ${pattern} is wanted` };
    return finding(new RegExp(pattern).test(value), `${label} ${cut(value)}`, ['matches', 'does not match'], pattern);
  };

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const isCurrency: Check<string> = (setting, { currency }) => {
  const numeric = currencies.find((row) => row.alpha === setting)?.numeric ?? setting;
  return finding(currency === numeric, `currency ${currency}`, is, setting);
};

/** Fewest digits that are taken for a whole card number instead of its beginning. */
const wholeNumberLength = 13;

const isCard: Check<string> = (setting, { pan }) => {
  if (pan === '') return { holds: false, because: `no card is known yet, ${setting.slice(0, 6)}… is wanted` };
  const seen = `card ${maskPan(pan)}`;
  const [start = '', end] = setting.split(/\*+/);
  if (end !== undefined) return finding(pan.startsWith(start) && pan.endsWith(end), seen, is, setting);
  if (setting.length >= wholeNumberLength) {
    // Of a stored card only the masked number is known.
    const holds = pan === setting || pan === maskPan(setting);
    return finding(holds, seen, is, maskPan(setting));
  }
  const prefix = setting.length > 6 ? `${setting.slice(0, 6)}…` : setting;
  return finding(pan.startsWith(setting), seen, ['begins with', 'does not begin with'], prefix);
};

/** Every condition that a `when` may have, in the order in which they are looked at. */
const checks: { readonly [Name in keyof When]-?: Check<NonNullable<When[Name]>> } = {
  amount: isNumber('amount', (facts) => facts.amountMinor),
  card: isCard,
  orderNumber: matches('order number', (facts) => facts.orderNumber),
  merchant: matches('merchant', (facts) => facts.merchant),
  clientId: matches('client id', (facts) => facts.clientId),
  email: matches('e-mail', (facts) => facts.email),
  description: matches('description', (facts) => facts.description),
  currency: isCurrency,
  language: (setting, { language }) => finding(language === setting, `language ${language}`, is, setting),
  attempt: isNumber('attempt', (facts) => facts.attempt),
};

/** Looks at all conditions; the first that fails speaks alone, and if none does, all of them speak. */
export const checkConditions = (when: When, facts: PaymentFacts): Finding => {
  const findings = (Object.keys(checks) as (keyof When)[])
    .filter((name) => when[name] !== undefined)
    .map((name) => (checks[name] as Check<unknown>)(when[name], facts));
  const failed = findings.find(({ holds }) => !holds);
  return failed ?? { holds: true, because: findings.map(({ because }) => because).join(', ') };
};
