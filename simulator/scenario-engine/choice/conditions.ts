import { currencyNumber } from '../../data/currencies.ts';
import { maskPan } from '../../domain/card.ts';
import { fitsPattern } from '../../text/fits-pattern.ts';
import type { Range, When } from '../definition/when.ts';

/** The facts about a payment when its outcome is chosen. */
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
  /** The number as typed, or the masked one of a stored card; never part of an explanation. Empty: no card yet. */
  readonly pan: string;
}

/** Whether a condition holds, and the value that was seen. */
export interface Finding {
  readonly holds: boolean;
  readonly because: string;
}

type Check<Setting> = (setting: Setting, facts: PaymentFacts) => Finding;

/** The words for a condition that holds, and for one that does not. */
const is = { yes: 'is', no: 'expected' } as const;
const match = { yes: 'matches', no: 'expected to match' } as const;
const beginning = { yes: 'begins with', no: 'expected to begin with' } as const;

interface Look {
  readonly holds: boolean;
  readonly label: string;
  /** The order's value. */
  readonly seen: string | undefined;
  readonly says: typeof is | typeof match | typeof beginning;
  readonly wanted: string;
}

const finding = ({ holds, label, seen, says, wanted }: Look): Finding => ({
  holds,
  because: holds
    ? `${label} ${seen || '(empty)'} ${says.yes} ${wanted}`
    : `${label}: ${says.no} ${wanted}, the order has ${seen || 'none'}`,
});

const isNumber =
  (label: string, pick: (facts: PaymentFacts) => number): Check<number | Range> =>
  (setting, facts) => {
    const value = pick(facts);
    const { from = -Infinity, to = Infinity } = typeof setting === 'number' ? { from: setting, to: setting } : setting;
    return finding({
      holds: value >= from && value <= to,
      label,
      seen: String(value),
      says: is,
      wanted: typeof setting === 'number' ? String(setting) : inWords(setting),
    });
  };

const inWords = ({ from, to }: Range): string => {
  if (from === undefined) return `${to} or less`;
  return to === undefined ? `${from} or more` : `from ${from} to ${to}`;
};

const matches =
  (label: string, pick: (facts: PaymentFacts) => string | undefined): Check<string> =>
  (pattern, facts) => {
    const value = pick(facts);
    const holds = value !== undefined && fitsPattern(pattern, value);
    return finding({ holds, label, seen: value && cut(value), says: match, wanted: pattern });
  };

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const isCurrency: Check<string> = (setting, { currency }) => {
  const numeric = currencyNumber(setting);
  return finding({ holds: currency === numeric, label: 'currency', seen: currency, says: is, wanted: setting });
};

/** A shorter number is the beginning of a card number. */
const wholeNumberLength = 13;

const isCard: Check<string> = (setting, { pan }) => {
  const look = { label: 'card', seen: pan && maskPan(pan), says: is };
  const [start = '', end] = setting.split(/\*+/);
  if (end !== undefined)
    return finding({ ...look, holds: pan.startsWith(start) && pan.endsWith(end), wanted: setting });
  if (setting.length >= wholeNumberLength) {
    // A stored card has its masked number only.
    const holds = pan === setting || pan === maskPan(setting);
    return finding({ ...look, holds, wanted: maskPan(setting) });
  }
  const wanted = setting.length > 6 ? `${setting.slice(0, 6)}…` : setting;
  return finding({ ...look, says: beginning, holds: pan.startsWith(setting), wanted });
};

/** Every condition of a `when`, in the order in which they are checked. */
const checks: { readonly [Name in keyof When]-?: Check<NonNullable<When[Name]>> } = {
  amount: isNumber('amount', (facts) => facts.amountMinor),
  card: isCard,
  orderNumber: matches('order number', (facts) => facts.orderNumber),
  merchant: matches('merchant', (facts) => facts.merchant),
  clientId: matches('client id', (facts) => facts.clientId),
  email: matches('e-mail', (facts) => facts.email),
  description: matches('description', (facts) => facts.description),
  currency: isCurrency,
  language: (setting, { language }) =>
    finding({ holds: language === setting, label: 'language', seen: language, says: is, wanted: setting }),
  attempt: isNumber('attempt', (facts) => facts.attempt),
};

/** Checks all conditions. The reason lists those that fail, or all if none does. */
export const checkConditions = (when: When, facts: PaymentFacts): Finding => {
  const findings = (Object.keys(checks) as (keyof When)[])
    .filter((name) => when[name] !== undefined)
    .map((name) => (checks[name] as Check<unknown>)(when[name], facts));
  const failed = findings.filter(({ holds }) => !holds);
  const holds = failed.length === 0;
  const because = holds ? findings.map((one) => one.because).join(', ') : failed.map((one) => one.because).join('; ');
  return { holds, because };
};
