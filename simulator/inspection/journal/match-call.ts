import type { z } from 'zod';
import { hideCardData } from '../../masking/hide-card-data.ts';
import { ConfigError } from '../../options/config-error.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import type { JournalEntry } from '../../store/journal/exchange.ts';
import { isMaskedName, maskedValue } from '../../store/journal/mask-exchange.ts';
import { compilePattern, type Effort } from '../../text/fits-pattern.ts';
import { editDistance } from '../../text/nearest.ts';
import { patternMistake } from '../../text/read-pattern.ts';
import type { Frozen } from '../frozen.ts';
import { type EntryView, isCallOf, showEntry, valuesOf } from './journal.ts';
import type { verificationAnswer, wantedCall } from './verification-schemas.ts';

export type WantedCall = Frozen<z.input<typeof wantedCall>>;

type WantedValue = NonNullable<WantedCall['parameters']>[string];

type Miss = Frozen<z.output<typeof verificationAnswer>>['nearest'][number];

type Difference = Miss['differences'][number];

/** Longer texts are compared up to this length, in characters, which bounds the time; so do the other limits. */
const longestCompared = 100;
const mostDifferencesCompared = 10;
const mostCallsCompared = 1_000;

/** The most misses in an answer. */
const mostMisses = 5;

/** A wanted call, ready to be compared with many entries. */
export interface CallMatcher {
  readonly wanted: WantedCall;
  /** Whether an entry is such a call. */
  readonly matches: (entry: JournalEntry) => boolean;
  readonly differencesOf: (entry: EntryView) => readonly Difference[];
}

/** Makes the patterns of a wanted call ready; the work on them counts as `effort`. @throws ConfigError */
export const matcherOf = (wanted: WantedCall, effort: Effort): CallMatcher => {
  const { path, method, parameters = {} } = wanted;
  const checks = Object.entries(parameters).map(([name, value]) => ({
    name,
    value,
    fits: fitsOf(name, value, effort),
  }));
  const differencesOf = (entry: EntryView): readonly Difference[] => [
    ...(method === undefined || method === entry.method ? [] : [methodDifference(method, entry.method)]),
    ...checks.flatMap(({ name, value, fits }) => {
      const actual = valuesOf(entry, name);
      return fits(actual) ? [] : [parameterDifference(name, value, actual)];
    }),
  ];
  const matches = (entry: JournalEntry): boolean =>
    isCallOf(entry.path, path) && differencesOf(showEntry(entry)).length === 0;
  return { wanted, matches, differencesOf };
};

/** Whether one of the values of a repeated parameter is the wanted one. */
const fitsOf = (name: string, value: WantedValue, effort: Effort): ((actual: readonly string[]) => boolean) => {
  if (value === null) return (actual) => actual.length === 0;
  if (typeof value !== 'object') return (actual) => actual.includes(keptText(name, String(value)));
  const mistake = patternMistake(value.matches);
  if (mistake !== undefined) throw new ConfigError(`parameters.${name}.matches: expected ${mistake}`);
  const pattern = compilePattern(value.matches);
  return (actual) =>
    actual.some((one) => {
      const fits = pattern.fits(one, effort);
      if (effort.left < 0) throw new ConfigError(tooMuchWork);
      return fits;
    });
};

const tooMuchWork =
  'parameters: expected simpler patterns, or a higher since: to compare these with so many calls takes too long';

/** The newest other calls of the wanted endpoint: those that differ least first, the newest of equals first. */
export const nearestMisses = async (
  entries: readonly JournalEntry[],
  { wanted, differencesOf }: CallMatcher,
): Promise<readonly Miss[]> => {
  const misses: (Miss & { readonly distance: number })[] = [];
  for (const kept of entries.toReversed()) {
    await giveWay();
    if (misses.length === mostCallsCompared) break;
    if (!isCallOf(kept.path, wanted.path)) continue;
    const entry = showEntry(kept);
    const differences = differencesOf(entry);
    if (differences.length > 0) misses.push({ entry, differences, distance: distanceOf(differences) });
  }
  return misses
    .toSorted((one, other) => one.differences.length - other.differences.length || one.distance - other.distance)
    .slice(0, mostMisses)
    .map(({ entry, differences }) => ({ entry, differences }));
};

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

const distanceOf = (differences: readonly Difference[]): number =>
  differences
    .slice(0, mostDifferencesCompared)
    .reduce(
      (sum, { expected, actual = '' }) =>
        sum + editDistance(expected.slice(0, longestCompared), actual.slice(0, longestCompared)),
      0,
    );
