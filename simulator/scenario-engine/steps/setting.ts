import type { Duration } from '../../domain/duration.ts';

/** How the setting of a step is written. `expected`: the text of an error. */
export type Setting =
  | SimpleSetting
  | { readonly type: 'anyOf'; readonly expected: string; readonly settings: readonly SimpleSetting[] };

type SimpleSetting =
  | { readonly type: 'flag' }
  | { readonly type: 'wholeNumber'; readonly expected: string; readonly least: number; readonly most?: number }
  | { readonly type: 'time'; readonly expected: string; readonly longestMs: number }
  | { readonly type: 'timeOrRange'; readonly expected: string; readonly longestMs: number }
  | { readonly type: 'oneOf'; readonly expected: string; readonly values: readonly (string | number)[] }
  | { readonly type: 'pattern'; readonly expected: string; readonly pattern: RegExp }
  | { readonly type: 'fields'; readonly expected: string; readonly names: readonly string[] };

export type TimeRange = { readonly from: Duration; readonly to: Duration };

export type FieldValues = Readonly<Record<string, string | number | undefined>>;

interface Values {
  readonly flag: true;
  readonly wholeNumber: number;
  readonly time: Duration;
  readonly timeOrRange: Duration | TimeRange;
  readonly pattern: string;
  readonly fields: FieldValues;
}

type SimpleValueOf<Of> = Of extends { readonly type: keyof Values }
  ? Values[Of['type']]
  : Of extends { readonly type: 'oneOf'; readonly values: readonly (infer Value)[] }
    ? Value
    : never;

/** A value that fits a setting. */
export type ValueOf<Of> = Of extends { readonly type: 'anyOf'; readonly settings: readonly (infer One)[] }
  ? SimpleValueOf<One>
  : SimpleValueOf<Of>;

/** `true` */
export const flag = { type: 'flag' } as const;

const everythingOrAmount = 'true for everything, or a whole number of minor units above 0';

/** `true` for all of the money, or an amount in minor units. */
export const allOrAmount = {
  type: 'anyOf',
  expected: everythingOrAmount,
  settings: [flag, { type: 'wholeNumber', expected: everythingOrAmount, least: 1 }],
} as const;
