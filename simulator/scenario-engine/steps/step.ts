import type { Setting, ValueOf } from './setting.ts';

/** At least one part. */
export type SomeOf<Whole> = { [Part in keyof Whole]-?: Pick<Required<Whole>, Part> }[keyof Whole] & Partial<Whole>;

/** A text in English, and the same in Russian. */
export interface TextPair {
  readonly en: string;
  readonly ru: string;
}

/** A key of an entry: the form of its setting, and its meaning. */
export interface Step<Of extends Setting, Meaning> {
  readonly setting: Of;
  /** Its description in the published schema. */
  readonly about: string;
  /** The same on the Russian page about writing scenarios. */
  readonly aboutInRussian: string;
  readonly read: (value: ValueOf<Of>) => Meaning;
}

/** A step in its table; the type of its value is lost there. */
export interface AnyStep<Meaning> extends Pick<Step<Setting, Meaning>, 'setting' | 'about' | 'aboutInRussian'> {
  readonly read: (value: never) => Meaning;
}

/** An entry of `gateway` or `callbacks`, with settings that fit. */
export interface FaultEntry<On> {
  readonly on: On;
  readonly times?: number | undefined;
  readonly do: Readonly<Record<string, unknown>>;
}

/** Makes the steps of a table. */
export const stepThat =
  <Meaning>() =>
  <const Of extends Setting>(
    setting: Of,
    { en, ru }: TextPair,
    read: (value: ValueOf<Of>) => Meaning,
  ): Step<Of, Meaning> => ({
    setting,
    about: en,
    aboutInRussian: ru,
    read,
  });

/** The meanings of the keys of an entry, by key, in the order of the table. */
export const readKeys = <Meaning>(
  table: Readonly<Record<string, AnyStep<Meaning>>>,
  entry: Readonly<Record<string, unknown>>,
): readonly (readonly [key: string, meaning: Meaning])[] =>
  Object.entries(table)
    .filter(([key]) => entry[key] !== undefined)
    .map(([key, { read }]) => [key, (read as (value: unknown) => Meaning)(entry[key])]);

/** The first contradiction that `reasonOf` finds, in words. */
export const contradictionAmong = <Meaning>(
  readings: readonly (readonly [key: string, meaning: Meaning])[],
  reasonOf: (one: Meaning, other: Meaning) => string | undefined,
): string | undefined => {
  for (const [index, [key, one]] of readings.entries())
    for (const [otherKey, other] of readings.slice(index + 1)) {
      const reason = reasonOf(one, other);
      if (reason) return `${key} and ${otherKey} contradict each other: ${reason}`;
    }
  return undefined;
};

/** The end of a sentence about a step that happens this often; always if undefined. */
export const timesInWords = (times: number | undefined): string => {
  if (times === undefined) return '';
  return times === 1 ? ', once' : `, ${times} times`;
};
