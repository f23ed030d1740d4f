import { newestStatusVersion, statusFields } from '../../data/status-fields.ts';

/** The answer of getOrderStatusExtended.do without the fields that this version does not have. */
export const asOfVersion = (answer: object, version: number): object =>
  version >= newestStatusVersion
    ? answer
    : statusFields
        .filter(({ since }) => since > version)
        .reduce<object>((left, { path }) => without(left, path), answer);

/** A copy without the value at this path; the same object if there is none. */
const without = <Value>(value: Value, [key, ...rest]: readonly string[]): Value => {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  if (key === '[]') return Array.isArray(value) ? (value.map((entry) => without(entry, rest)) as Value) : value;
  if (!(key in value)) return value;
  const { [key as keyof Value]: found, ...others } = value;
  return (rest.length === 0 ? others : { ...value, [key]: without(found, rest) }) as Value;
};
