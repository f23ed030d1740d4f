/** The JSON paths at which two documents differ: `$.refunds[0].amount`. A field that one of them lacks counts. */
export const changedPaths = (one: unknown, other: unknown, path = '$'): readonly string[] => {
  if (one === other) return [];
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return [path];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => changedPaths(one[name], other[name], below(path, name, Array.isArray(one))));
};

const below = (path: string, name: string, isList: boolean): string =>
  isList ? `${path}[${name}]` : `${path}.${name}`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a complaint at this path is about one of the changes: at the same value, around it or inside. */
export const isAbout = (path: string, changes: readonly string[]): boolean =>
  changes.some((change) => contains(path, change) || contains(change, path));

const contains = (outer: string, inner: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
