import type { z } from 'zod';
import type { ParameterKind, ParameterRow, ParameterTable } from '../../data/parameter-table.ts';
import { isWrongValue } from '../../http/read/check-parameters.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import type { CallHint as KnownHint } from '../../store/journal/exchange.ts';
import { isMaskedName } from '../../store/journal/mask-exchange.ts';
import { nearest } from '../../text/nearest.ts';
import type { Frozen } from '../frozen.ts';
import type { callHint } from './journal-schemas.ts';

export type CallHint = Frozen<z.output<typeof callHint>>;

interface HintedCall {
  readonly parameters: Parameters;
  /** What its endpoint takes; absent: unknown. */
  readonly takes?: ParameterTable | undefined;
  /** What was known when it was refused. */
  readonly hint?: KnownHint | undefined;
}

/** What the shop may have got wrong in a call, as far as the answer does not say it: the surest hint first. */
export const hintsOf = ({ parameters, takes = {}, hint }: HintedCall): readonly CallHint[] => {
  const names = Object.keys(takes);
  const unknown = names.length === 0 ? [] : Object.keys(parameters).filter((name) => !Object.hasOwn(takes, name));
  const misspelt = unknown.map((name) => [name, nearest(name, names)] as const);
  const meant = new Set(misspelt.map(([, known]) => known));
  return [
    ...(hint ? [ofRefusal(hint)] : []),
    ...misspelt.map(([name, known]) => ofUnknown(name, known)),
    ...names.flatMap((name) => {
      const row = takes[name] as ParameterRow;
      const value = parameter(parameters, name);
      if (value === undefined) return row.required && !meant.has(name) ? [ofMissing(name)] : [];
      return isMaskedName(name) || isCut(value) || !isWrongValue(value, name, row) ? [] : [ofWrong(name, row)];
    }),
  ];
};

/** The journal keeps the beginning of a long value. */
const isCut = (value: string): boolean => value.endsWith('…');

const ofRefusal = ({ kind, word }: KnownHint): CallHint => ({ kind, word, says: refusalTexts[kind](word) });

const refusalTexts: Readonly<Record<KnownHint['kind'], (word: string) => string>> = {
  'wrong-password': (login) => `the password of ${login} is another one`,
  'unknown-login': (login) => `there is no merchant ${login}`,
  'no-permission': (permission) => `the merchant has no permission for ${permission}`,
  'number-as-id': (number) => `${number} is the shop's own number of an order: it goes into orderNumber, not orderId`,
};

const ofUnknown = (name: string, meant: string | undefined): CallHint => ({
  kind: 'unknown-parameter',
  parameter: name,
  ...(meant !== undefined && { meant }),
  says: `the gateway ignores ${name}, which it does not know${meant === undefined ? '' : `; did you mean ${meant}?`}`,
});

const ofMissing = (name: string): CallHint => ({
  kind: 'missing-parameter',
  parameter: name,
  says: `${name} is missing`,
});

const ofWrong = (name: string, { kind, min, max }: ParameterRow): CallHint => ({
  kind: 'wrong-value',
  parameter: name,
  form: kind,
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  says: `${name}: expected ${forms[kind]}${lengthText(min, max)}`,
});

const forms: Readonly<Record<ParameterKind, string>> = {
  text: 'a text without markup',
  digits: 'digits',
  amount: 'minor units in at most 12 digits: 1050 for 10.50',
  flag: 'true or false',
  language: 'a language',
  currency: 'three digits of ISO 4217, such as 398',
  'return-url': 'an absolute address without spaces and markup',
  'date-time': 'a time such as 2026-01-31T12:00:00',
  json: 'JSON without markup',
  secret: 'a text',
};

const lengthText = (min?: number, max?: number): string => {
  if (max === undefined) return min === undefined ? '' : `, at least ${min} characters`;
  return min === undefined ? `, at most ${max} characters` : `, ${min} to ${max} characters`;
};
