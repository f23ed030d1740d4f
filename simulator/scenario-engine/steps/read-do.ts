/** What the keys of one entry say, in the order of their registry. */
export const readKeys = <Reading>(
  registry: Readonly<Record<string, { readonly read: (setting: never) => Reading }>>,
  entry: Readonly<Record<string, unknown>>,
): readonly (Reading & { readonly step: string })[] =>
  Object.keys(registry)
    .filter((name) => entry[name] !== undefined)
    .map((name) => {
      const read = registry[name]?.read as (setting: unknown) => Reading;
      return { step: name, ...read(entry[name]) };
    });

/** Why the keys of an entry cannot stand together: two of them fill the same part. Undefined where they can. */
export const sharedPart = (
  readings: readonly { readonly step: string; readonly part: object }[],
  why: Readonly<Record<string, string>>,
): string | undefined => {
  for (const [index, one] of readings.entries()) {
    for (const other of readings.slice(index + 1)) {
      const shared = Object.keys(one.part).find((key) => key in other.part);
      if (shared) return `${one.step} and ${other.step} contradict each other: ${why[shared] ?? `both set ${shared}`}`;
    }
  }
  return undefined;
};
