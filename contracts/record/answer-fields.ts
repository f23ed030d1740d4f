type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathTo = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The paths of all values in an answer, without places in lists: `attributes.value`. An empty list or object is a value. */
export const fieldsOf = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((one) => fieldsOf(one, path));
  if (!isObject(value) || Object.keys(value).length === 0) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([name, one]) => fieldsOf(one, pathTo(path, name)));
};

const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;

/** The answer without these fields. An object that loses all of its fields goes with them. */
export const withoutFields = (value: unknown, fields: ReadonlySet<string>, path = ''): unknown => {
  if (Array.isArray(value)) return value.map((one) => withoutFields(one, fields, path));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const place = pathTo(path, name);
      if (fields.has(place)) return [];
      const left = withoutFields(one, fields, place);
      const isEmptied = isEmpty(left) && !isEmpty(one);
      return isEmptied ? [] : [[name, left]];
    }),
  );
};

/** The JSON of an answer, as a text, without these fields; any other text stays. */
export const textWithoutFields = (text: string, fields: ReadonlySet<string>): string => {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(withoutFields(JSON.parse(text), fields));
  } catch {
    return text;
  }
};
