import { callOrderNames } from '../data/order-names.ts';
import type { EntryView } from '../inspection/journal/journal.ts';
import { neutral } from './neutral.ts';
import { isCode, neutralJson, neutralParams } from './neutral-json.ts';
import { ownIn } from './own-in.ts';
import { anyText, exact, inFile, type Sample, textLike } from './rules.ts';
import { cardValue, testCardOfCall } from './test-card-of-call.ts';

/** A value that the state gives, by its name there. */
interface Given extends Sample {
  readonly from?: string;
}

/** A date on which something happens to an order, which has to be ahead. */
export const endDate = /^(?:expirationDate|auto\w+Date)$/;

const address = (): Sample => textLike('^https?://\\S+$', neutral.returnUrl);

const given = (from: keyof typeof neutral): Given => ({ ...anyText(String(neutral[from])), from });

const samples: Readonly<Record<string, () => Sample>> = {
  returnUrl: address,
  failUrl: address,
  dynamicCallbackUrl: address,
  clientId: () => exact(neutral.clientId),
  description: () => exact(neutral.description),
  email: () => exact(neutral.email),
  phone: () => exact(neutral.phone),
  externalRefundId: () => exact(neutral.externalRefundId),
  ip: () => exact(neutral.ip),
};

/** The request of an interaction: ids from the state, codes and amounts as they were, other texts neutral. */
export const requestPart = (entry: EntryView, gives: readonly string[]) => {
  const fields = Object.entries(entry.parameters)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, fieldOf(name, value, entry, gives)] as const))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const isQuery = entry.method === 'GET';
  const place = isQuery ? 'query' : 'body';
  const pathOf = (name: string) => (isQuery ? name : `$.${name}`);
  const rules = Object.fromEntries(
    fields.flatMap(([name, { matchers }]) => (matchers ? [[pathOf(name), matchers]] : [])),
  );
  const generators = Object.fromEntries(
    fields.flatMap(([name, { from }]) =>
      from === undefined ? [] : [[pathOf(name), { expression: `\${${from}}`, type: 'ProviderState' }]],
    ),
  );
  const texts = fields.map(([name, { value }]): [string, string] => [name, String(value)]);
  return {
    ...(isQuery
      ? { query: asQuery(texts) }
      : entry.body === 'json'
        ? { body: asJson(texts), headers: { 'Content-Type': [jsonType] } }
        : { body: asForm(texts), headers: { 'Content-Type': [formType] } }),
    ...(Object.keys(generators).length > 0 && { generators: { [place]: generators } }),
    ...(Object.keys(rules).length > 0 && { matchingRules: { [place]: inFile(rules) } }),
    method: entry.method,
    path: entry.path,
  };
};

const formType = 'application/x-www-form-urlencoded';

const asForm = (fields: readonly [string, string][]) => ({
  content: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
  contentType: formType,
  encoded: false,
});

const jsonType = 'application/json';

/** The journal keeps texts: amounts become numbers again, flags truth values, and nested values JSON. */
const asJson = (fields: readonly [string, string][]) => ({
  content: Object.fromEntries(
    Object.entries(asQuery(fields)).map(([name, values]) => {
      const [value = ''] = values;
      return [name, values.length > 1 ? values : jsonValue(name, value)];
    }),
  ),
  contentType: jsonType,
  encoded: false,
});

const jsonValue = (name: string, value: string): unknown => {
  const isNumber = /^(?:amount|feeInput)$/.test(name) && /^(?:0|[1-9]\d{0,14})$/.test(value);
  return isNumber || /^(?:true|false)$/.test(value) || jsonIn(value) !== undefined ? JSON.parse(value) : value;
};

const asQuery = (fields: readonly [string, string][]): Record<string, string[]> =>
  Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]),
  );

const fieldOf = (name: string, value: string, entry: EntryView, gives: readonly string[]): Given => {
  const hints = entry.hints ?? [];
  if (name === 'userName')
    return hints.some(({ kind }) => kind === 'unknown-login') ? exact('no-such-login') : given('userName');
  if (name === 'password') return entry.isNotAccepted ? exact(neutral.wrongPassword) : given('password');
  if (callOrderNames.includes(name) && gives.includes('orderId')) return given('orderId');
  if ((name === 'orderNumber' || name === 'bindingId') && gives.includes(name)) return given(name);
  if (name === 'clientId' && gives.includes('clientId')) return given('clientId');
  if (endDate.test(name) && gives.includes('inTwoDays'))
    return { ...textLike('^\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}$', neutral.date), from: 'inTwoDays' };
  const card = testCardOfCall(entry);
  const ofCard = card && cardValue(name, card);
  if (ofCard !== undefined) return exact(ofCard);
  if ((name === 'from' || name === 'to') && gives.includes(name)) return { ...anyText('20260101080000'), from: name };
  return value === '' ? exact('') : (ownIn(samples, name)?.() ?? exact(neutralValue(name, value)));
};

const neutralValue = (name: string, value: string): string => {
  const json = jsonIn(value);
  if (json !== undefined)
    return JSON.stringify(/params$/i.test(name) ? neutralParams(Object.keys(json)) : neutralJson(json));
  if (isCode(value) || /^-?\d{1,12}$/.test(value) || /^[a-z]{2}$/.test(value)) return value;
  if (/^[A-Z_]+(,[A-Z_]+)*$/.test(value)) return value;
  return /@/.test(value) ? neutral.email : neutral.text;
};

const jsonIn = (text: string): object | undefined => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
