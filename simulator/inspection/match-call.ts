import type { z } from 'zod';
import { fitsPattern } from '../domain/fits-pattern.ts';
import { hideCardData } from '../domain/hide-card-data.ts';
import { editDistance } from '../domain/nearest.ts';
import { isMaskedName, maskedValue } from '../store/journal/mask-exchange.ts';
import type { Frozen } from './frozen.ts';
import { type EntryView, isCallOf, valuesOf } from './journal.ts';
import type { verificationAnswer, wantedCall } from './verification-schemas.ts';

export type WantedCall = Frozen<z.input<typeof wantedCall>>;

type WantedValue = NonNullable<WantedCall['parameters']>[string];

type Miss = Frozen<z.output<typeof verificationAnswer>>['nearest'][number];

type Difference = Miss['differences'][number];

/** Longer texts are compared up to this length, in characters, which bounds the time. */
const longestCompared = 100;

/** The most misses in an answer. */
const mostMisses = 5;

/** Whether a call is the wanted one. */
export const isWantedCall = (entry: EntryView, wanted: WantedCall): boolean =>
  isCallOf(entry.path, wanted.path) && differencesOf(entry, wanted).length === 0;

/** Other calls of the wanted endpoint: those that differ least first, the newest of equals first. */
export const nearestMisses = (entries: readonly EntryView[], wanted: WantedCall): readonly Miss[] =>
  entries
    .filter(({ path }) => isCallOf(path, wanted.path))
    .map((entry) => ({ entry, differences: differencesOf(entry, wanted) }))
    .filter(({ differences }) => differences.length > 0)
    .toSorted(
      (one, other) =>
        one.differences.length - other.differences.length ||
        distanceOf(one) - distanceOf(other) ||
        other.entry.number - one.entry.number,
    )
    .slice(0, mostMisses);

/** A wanted call in words: `refund.do with amount=500, orderNumber matching ^vip-`. */
export const callText = ({ path, method, parameters = {} }: WantedCall): string => {
  const wanted = Object.entries(parameters).map(([name, value]) => parameterText(name, value));
  return `${method === undefined ? '' : `${method} `}${path}${wanted.length > 0 ? ` with ${wanted.join(', ')}` : ''}`;
};

const parameterText = (name: string, value: WantedValue): string => {
  if (value === null) return `no ${name}`;
  return typeof value === 'object' ? `${name} matching ${shown(name, value)}` : `${name}=${shown(name, value)}`;
};

/** A note for each wanted parameter that the journal masks. */
export const maskNotes = ({ parameters = {} }: WantedCall): readonly string[] =>
  Object.keys(parameters)
    .filter(isMaskedName)
    .map(
      (name) =>
        `the journal masks ${name}, so it can be compared only in its masked form: a card number as 444455**3333, anything else as ***`,
    );

const differencesOf = (entry: EntryView, { method, parameters = {} }: WantedCall): readonly Difference[] => [
  ...(method === undefined || method === entry.method ? [] : [methodDifference(method, entry.method)]),
  ...Object.entries(parameters).flatMap(([name, value]) => {
    const actual = valuesOf(entry, name);
    return holds(name, value, actual) ? [] : [parameterDifference(name, value, actual)];
  }),
];

/** One value of a repeated parameter must match. */
const holds = (name: string, value: WantedValue, actual: readonly string[]): boolean => {
  if (value === null) return actual.length === 0;
  if (typeof value !== 'object') return actual.includes(keptText(name, String(value)));
  return actual.some((one) => fitsPattern(value.matches, one));
};

/** A text as the journal keeps it, unless the name of its parameter is a secret's: such a value has to be given masked. */
const keptText = (name: string, text: string): string => (isMaskedName(name) ? text : hideCardData(text));

const methodDifference = (expected: string, actual: string): Difference => ({
  field: 'method',
  expected,
  actual,
  says: `method is ${actual}, expected ${expected}`,
});

const parameterDifference = (name: string, value: WantedValue, values: readonly string[]): Difference => {
  const actual = values.length === 0 ? undefined : values.join(', ');
  const expected = value === null ? 'none' : shown(name, value);
  const wanted = value !== null && typeof value === 'object' ? `something that matches ${expected}` : expected;
  return {
    field: `parameters.${name}`,
    expected,
    ...(actual !== undefined && { actual }),
    says: `${name} ${actual === undefined ? 'is missing' : `is ${actual}`}, expected ${wanted}`,
  };
};

/** A wanted value, masked if the journal masks it. */
const shown = (name: string, value: Exclude<WantedValue, null>): string => {
  const text = typeof value === 'object' ? value.matches : String(value);
  const isMasked = /^\d{0,6}\*+\d{0,4}$/.test(text);
  return isMaskedName(name) && !isMasked ? maskedValue(text) : keptText(name, text);
};

const distanceOf = ({ differences }: Miss): number =>
  differences.reduce(
    (sum, { expected, actual = '' }) =>
      sum + editDistance(expected.slice(0, longestCompared), actual.slice(0, longestCompared)),
    0,
  );
