import type { Callback, CallbackOperation } from '../domain/callback.ts';
import { neutral } from './neutral.ts';
import { isCode } from './neutral-json.ts';
import { ownIn } from './own-in.ts';
import {
  type LeftOut,
  pactOf,
  type RecordedInteraction,
  type RecordedPact,
  type RecordedRow,
  type RecordingFacts,
} from './pact-document.ts';
import { anyText, exact, inFile, type Sample, textLike } from './rules.ts';
import type { AskedState } from './state-of-order.ts';

/** The pact of the callbacks of a run and of the shop's answers to them, each kind of callback once. Pure. */
export const recordCallbacks = (callbacks: readonly Callback[], facts: RecordingFacts): RecordedPact => {
  const rows = callbacks.map(
    (callback): RecordedRow => ({ call: `callback ${operationOf(callback)}`, ...interactionOf(callback) }),
  );
  return pactOf(rows, { consumer: 'gateway', provider: facts.consumer }, facts);
};

const fieldOf = ({ fields }: Callback, name: string): string => fields.find(([one]) => one === name)?.[1] ?? '';

const operationOf = (callback: Callback): string => fieldOf(callback, 'operation') || 'as a token';

const interactionOf = (
  callback: Callback,
): { readonly key: string; readonly interaction: RecordedInteraction } | Pick<LeftOut, 'reason'> => {
  const { fault, copyOf, tries, method, url } = callback;
  if (fault) return { reason: 'a scenario changed it' };
  if (copyOf !== undefined) return { reason: 'it was sent by hand' };
  const status = tries.findLast(({ httpStatus }) => httpStatus !== undefined)?.httpStatus;
  if (status === undefined) return { reason: 'the shop did not answer' };
  const description = descriptionOf(callback, status);
  const interaction = {
    type: 'Synchronous/HTTP',
    description,
    pending: false,
    providerStates: statesOf(callback),
    request: { ...(method === 'GET' ? queryPart(callback) : bodyPart(callback)), method, path: new URL(url).pathname },
    response: { status },
  };
  return { key: JSON.stringify([description, fieldNames(callback)]), interaction };
};

const fieldNames = ({ fields }: Callback): string => fields.map(([name]) => name).join();

/** "the gateway tells deposited with status 1 by GET; answered with HTTP 200". */
const descriptionOf = (callback: Callback, status: number): string => {
  const what =
    callback.body === undefined
      ? `${operationOf(callback)} with status ${fieldOf(callback, 'status')}`
      : 'a change as a JSON Web Token';
  return `the gateway tells ${what} by ${callback.method}; answered with HTTP ${status}`;
};

/** The state of the order that a shop finds when it asks the gateway, by operation and status. */
const orderStatuses: Readonly<Partial<Record<CallbackOperation, readonly [failed: number, done: number]>>> = {
  deposited: [0, 2],
  approved: [0, 1],
  reversed: [2, 3],
  refunded: [2, 4],
  declinedByTimeout: [6, 6],
  declinedCardPresent: [6, 6],
};

const statesOf = (callback: Callback): readonly AskedState[] => {
  const [failed, done] = orderStatuses[fieldOf(callback, 'operation') as CallbackOperation] ?? [undefined, undefined];
  const orderStatus = fieldOf(callback, 'status') === '0' ? failed : done;
  return [
    ...proofOf(callback),
    ...(orderStatus === undefined
      ? [{ name: 'the shop keeps the cards of its customers' }]
      : [{ name: 'the shop waits for the payment of an order', params: { orderStatus } }]),
  ];
};

const proofOf = (callback: Callback): readonly AskedState[] => {
  if (callback.body !== undefined) return [{ name: 'the shop checks callbacks as JSON Web Tokens' }];
  if (fieldOf(callback, 'sign_alias') !== '')
    return [{ name: "the shop checks callbacks with the gateway's certificate" }];
  return fieldOf(callback, 'checksum') === '' ? [] : [{ name: 'the shop checks callbacks with its token' }];
};

interface Field extends Sample {
  readonly from?: string;
}

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const samples: Readonly<Record<string, Field>> = {
  mdOrder: { ...textLike(`^(${uuid}|[A-Za-z0-9]{20})$`, neutral.orderId), from: 'mdOrder' },
  mdorder: { ...textLike(`^(${uuid}|[A-Za-z0-9]{20})$`, neutral.orderId), from: 'mdOrder' },
  orderNumber: { ...textLike('^\\S{1,36}$', neutral.orderNumber), from: 'orderNumber' },
  bindingId: textLike(`^${uuid}$`, neutral.bindingId),
  clientId: anyText(neutral.clientId),
  checksum: textLike('^[0-9A-F]+$', 'C5'.repeat(32)),
};

/** Operations, states, codes and amounts are exact. */
const sampleOf = (name: string, value: string): Field => {
  const known = ownIn(samples, name);
  if (known) return known;
  const isExact = name === 'operation' || isCode(value) || (/amount$/i.test(name) && /^\d{1,12}$/.test(value));
  return isExact ? exact(value) : anyText(neutral.text);
};

const queryPart = ({ fields, url }: Callback) => {
  const own = [...new URL(url).searchParams].map(([name, value]) => [name, exact(value)] as const);
  const all = [...own, ...sorted(fields)];
  return {
    query: Object.fromEntries(all.map(([name, { value }]) => [name, [String(value)]])),
    ...rulesOf('query', all, (name) => name),
  };
};

const sorted = (fields: Callback['fields']): readonly (readonly [string, Field])[] =>
  fields
    .map(([name, value]) => [name, sampleOf(name, value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

const formType = 'application/x-www-form-urlencoded';

const bodyPart = ({ fields, body }: Callback) => {
  if (body !== undefined)
    return {
      body: { content: tokenSample, contentType: 'text/plain', encoded: false },
      headers: { 'Content-Type': ['text/plain'] },
      matchingRules: { body: inFile({ $: [{ match: 'regex', regex: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$' }] }) },
    };
  const all = sorted(fields);
  const form = new URLSearchParams(all.map(([name, { value }]): [string, string] => [name, String(value)]));
  return {
    body: { content: form.toString(), contentType: formType, encoded: false },
    headers: { 'Content-Type': [formType] },
    ...rulesOf('body', all, (name) => `$.${name}`),
  };
};

const tokenSample = 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA';

const rulesOf = (place: string, fields: readonly (readonly [string, Field])[], pathOf: (name: string) => string) => {
  const rules = fields.flatMap(([name, { matchers }]) => (matchers ? [[pathOf(name), matchers] as const] : []));
  const generated = fields.flatMap(([name, { from }]) =>
    from === undefined ? [] : [[pathOf(name), { expression: `\${${from}}`, type: 'ProviderState' }] as const],
  );
  return {
    ...(generated.length > 0 && { generators: { [place]: Object.fromEntries(generated) } }),
    ...(rules.length > 0 && { matchingRules: { [place]: inFile(Object.fromEntries(rules)) } }),
  };
};
