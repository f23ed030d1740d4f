import { exampleParam } from '../banks/example-order.ts';
import type { ReadFields } from './read-fields.ts';
import type { Matcher, Rules, Sample } from './rules.ts';
import { type AnswerFacts, sampleOf } from './varying-values.ts';

/** The body of an answer as the pact expects it. */
export interface ExpectedBody {
  readonly content: unknown;
  readonly rules: Rules;
}

/** An answer in JSON, with matchers in place of what varies. `reads`: nothing but these fields. */
export const expectedBody = (answer: unknown, facts: AnswerFacts, reads?: ReadFields): ExpectedBody => {
  const rules: Record<string, Sample['matchers'] & object> = {};
  const take = ({ value, matchers }: Sample, path: string): unknown => {
    const own = matchers ?? (path.includes('[*]') ? inEachOf(value) : undefined);
    if (own) rules[path] = own;
    return value;
  };
  const inList = (list: readonly unknown[], path: string, name: string): unknown => {
    if (list.length === 0) return take({ value: [], ...(!facts.hasNeutralTexts && anyList) }, path);
    if (list.every(isNamedValue))
      return inOrder(list, name).map((one, index) => ({
        ...one,
        value: take(namedValue(name, one, facts), `${path}[${index}].value`),
      }));
    // The state may have another number of them.
    rules[path] = [{ match: 'type', min: 1 }];
    return [expect(commonFields(list), `${path}[*]`, name)];
  };
  const expect = (value: unknown, path: string, name: string): unknown => {
    if (Array.isArray(value)) return inList(value, path, name);
    if (!isObject(value)) return take(sampleOf(name, value, facts), path);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !ofRegistration.has(key) && (key !== 'externalRefundId' || facts.hasRefundId))
        .map(([key, one]) => [key, expect(one, `${path}${pathStep(key)}`, key)]),
    );
  };
  return { content: expect(narrowed(answer, reads), '$', ''), rules };
};

/** The rule of a list is for everything in it, unless a field has a rule of its own; the state may have other amounts. */
const inEachOf = (value: unknown): readonly Matcher[] =>
  typeof value === 'number' ? [{ match: 'integer' }] : [{ match: 'equality' }];

const anyList = { matchers: [{ match: 'type' }] };

/** Parts of a registration that are not given to the states: their orders have none. */
const ofRegistration: ReadonlySet<string> = new Set([
  'orderBundle',
  'postAddress',
  'mcc',
  'mvv',
  'paymentFacilitator',
  'partialAuthorization',
]);

/** The step to a field in a JSON path. */
export const pathStep = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name}']`);

/** The first of these things, with the fields that all of them have. */
const commonFields = (list: readonly unknown[]): unknown => {
  const [first] = list;
  if (!isObject(first)) return first;
  return Object.fromEntries(
    Object.entries(first).filter(([name]) => list.every((one) => isObject(one) && Object.hasOwn(one, name))),
  );
};

interface NamedValue {
  readonly name: string;
  readonly value: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamedValue = (value: unknown): value is NamedValue =>
  isObject(value) && typeof value['name'] === 'string' && Object.keys(value).sort().join() === 'name,value';

/** The state sends further parameters in the order of their names. */
const inOrder = (list: readonly NamedValue[], name: string): readonly NamedValue[] =>
  name === 'merchantOrderParams' ? list.toSorted((one, other) => (one.name < other.name ? -1 : 1)) : list;

/** Further parameters have the neutral value of the state; other lists have values of the gateway. */
const namedValue = (list: string, { name, value }: NamedValue, facts: AnswerFacts): Sample =>
  list === 'merchantOrderParams' ? { value: exampleParam(name) } : sampleOf(name, value, facts);

/** The answer with nothing but the fields that are read; its error code if it has none of them. */
const narrowed = (answer: unknown, reads: ReadFields | undefined): unknown => {
  if (!reads) return answer;
  const found = keep(answer, '', reads);
  if (found !== undefined) return found;
  return keep(answer, '', errorFields) ?? (isObject(answer) ? {} : answer);
};

const errorFields: ReadFields = new Set(['errorCode', 'ErrorCode', 'error.code']);

const keep = (value: unknown, path: string, reads: ReadFields): unknown => {
  if (Array.isArray(value)) {
    const kept = value.map((one) => keep(one, path, reads)).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).flatMap(([name, one]): readonly (readonly [string, unknown])[] => {
    const place = path === '' ? name : `${path}.${name}`;
    if (reads.has(place) || reads.has(name) || reads.has(`.${place}`)) return [[name, one]];
    const inner = keep(one, place, reads);
    return inner === undefined ? [] : [[name, inner]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};
