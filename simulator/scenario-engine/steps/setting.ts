import type { Duration } from '../../text/duration.ts';

/**
 * The form of a step's setting. `expected`: the text of an error, and the value on the page about writing scenarios, unless that
 * lists words or fields; then it needs no text in Russian. `example`: a setting that is right.
 */
export type Setting =
  | (Flag & { readonly expected: string })
  | (Exclude<SettingForm, Flag> & {
      readonly expected: string;
      readonly expectedInRussian?: string;
      readonly example: ExampleSetting;
    });

type ExampleSetting = string | number | Readonly<Record<string, string | number>>;

export type SettingForm = SimpleForm | { readonly type: 'anyOf'; readonly settings: readonly SimpleForm[] };

interface Flag {
  readonly type: 'flag';
}

type SimpleForm =
  | Flag
  | { readonly type: 'wholeNumber'; readonly least: number; readonly most?: number }
  | { readonly type: 'time'; readonly longestMs: number }
  /** `expectedEnd`: the text of an error about an end of the range. */
  | {
      readonly type: 'timeOrRange';
      readonly longestMs: number;
      readonly expectedEnd: string;
      readonly expectedEndInRussian: string;
    }
  | {
      readonly type: 'oneOf';
      readonly values: readonly (string | number)[];
      readonly meanings: Meanings;
      readonly meaningsInRussian?: Meanings;
    }
  | { readonly type: 'pattern'; readonly pattern: RegExp }
  | { readonly type: 'fields'; readonly names: readonly string[] };

/** The meaning of each value, as editors show it; those of action codes are in Russian in their own table. */
export type Meanings = Readonly<Record<string | number, string>>;

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
