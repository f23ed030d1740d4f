/** A matcher of Pact. */
export type Matcher = Readonly<Record<string, string | number>>;

/** Matchers by JSON path. */
export type Rules = Readonly<Record<string, readonly Matcher[]>>;

/** A value in the file, and what may stand in its place; without matchers it is exact. */
export interface Sample {
  readonly value: unknown;
  readonly matchers?: readonly Matcher[];
}

export const exact = (value: unknown): Sample => ({ value });

export const anyText = (value: string): Sample => ({ value, matchers: [{ match: 'type' }] });

/** A text of this pattern; by the pattern alone a number would do as well. */
export const textLike = (regex: string, value: string): Sample => ({
  value,
  matchers: [{ match: 'type' }, { match: 'regex', regex }],
});

/** A whole number with these digits. */
export const numberLike = (regex: string, value: number): Sample => ({
  value,
  matchers: [{ match: 'integer' }, { match: 'regex', regex }],
});

/** As the file has them. */
export const inFile = (rules: Rules) =>
  Object.fromEntries(
    Object.entries(rules)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, matchers]) => [path, { combine: 'AND', matchers }]),
  );
