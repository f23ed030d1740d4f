/** The parameters of a request by name, in the order of arrival; the query comes before the body. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

export const noParameters: Parameters = Object.freeze(Object.create(null));

/** Words that real clients send for "not set". Source: public Go and Node clients of this gateway. */
const meaningNothing: ReadonlySet<string> = new Set(['', 'undefined', 'null']);

/** The first value of a parameter; undefined if it is absent, empty, or the client's word for "not set". */
export const parameter = (parameters: Parameters, name: string): string | undefined => {
  const value = parameters[name];
  const first = typeof value === 'string' ? value : value?.[0];
  return first === undefined || meaningNothing.has(first) ? undefined : first;
};

/** Every value of a parameter that may be repeated. */
export const everyParameter = (parameters: Parameters, name: string): readonly string[] => {
  const value = parameters[name];
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return all.filter((one) => !meaningNothing.has(one));
};

/** Joins query and body; a name that stands in both keeps both values, the query's first. Source: Jakarta Servlet specification, 3.1. */
export const joinParameters = (query: Parameters, body: Parameters): Parameters => {
  const joined: Record<string, string | readonly string[]> = Object.assign(Object.create(null), query);
  for (const name of Object.keys(body)) {
    const before = joined[name];
    const after = body[name] ?? [];
    joined[name] = before === undefined ? after : [before, after].flat();
  }
  return joined;
};
