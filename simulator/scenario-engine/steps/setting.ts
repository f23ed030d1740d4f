import type { Duration } from '../../domain/duration.ts';

/** The form of a step's setting. `expected`: the text of an error. */
export type Setting = SettingForm & { readonly expected: string };

export type SettingForm = SimpleForm | { readonly type: 'anyOf'; readonly settings: readonly SimpleForm[] };

type SimpleForm =
  | { readonly type: 'flag' }
  | { readonly type: 'wholeNumber'; readonly least: number; readonly most?: number }
  | { readonly type: 'time'; readonly longestMs: number }
  | { readonly type: 'timeOrRange'; readonly longestMs: number }
  | { readonly type: 'oneOf'; readonly values: readonly (string | number)[] }
  | { readonly type: 'pattern'; readonly pattern: RegExp }
  | { readonly type: 'fields'; readonly names: readonly string[] };

interface Values {
  readonly flag: true;
  readonly wholeNumber: number;
  readonly time: Duration;
  readonly timeOrRange: Duration | { readonly from: Duration; readonly to: Duration };
  readonly pattern: string;
  readonly fields: Readonly<Record<string, string | number | undefined>>;
}

type SimpleValueOf<Of> = Of extends { readonly type: keyof Values }
  ? Values[Of['type']]
  : Of extends { readonly type: 'oneOf'; readonly values: readonly (infer Value)[] }
    ? Value
    : never;

export type ValueOf<Of> = Of extends { readonly type: 'anyOf'; readonly settings: readonly (infer One)[] }
  ? SimpleValueOf<One>
  : SimpleValueOf<Of>;

export const flag = { type: 'flag', expected: 'true' } as const;
