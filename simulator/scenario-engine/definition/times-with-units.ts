/** The keys of a scenario whose values are times. */
const timeKeys: ReadonlySet<string> = new Set(['delay', 'pending', 'drip', 'after', 'opensAfter', 'answersAfter']);

/** A scenario that an earlier version stored or wrote into a state, with units for its times, which may be numbers of milliseconds. */
export const withUnits = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(withUnits);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, timeKeys.has(key) ? timeWithUnit(value) : withUnits(value)]),
  );
};

/** A time, or both ends of a range of times. */
const timeWithUnit = (value: unknown): unknown => {
  if (typeof value === 'number') return `${value}ms`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([end, time]) => [end, timeWithUnit(time)]));
};
