import type { Expectation, ExpectedCallback } from '../../scenario-engine/definition/rehearsal.ts';
import { callbackInWords, type ShopCallback, type ShopEvent } from './shop-events.ts';

/** The end of an order as the shop sees it, to be compared with the expectations of a scenario. Amounts in minor units. */
export type OrderEnd = Required<Omit<Expectation, 'callbacks' | 'payer'>> & { readonly payer: string };

/** The values that are compared, in this order. */
const compared = [
  'orderStatus',
  'actionCode',
  'payer',
  'approved',
  'deposited',
  'refunded',
  'chargeback',
] as const satisfies readonly (keyof OrderEnd)[];

/** The differences from the expectations, a line each: `deposited: expected 0, got 1500000`. */
export const differences = (expect: Expectation, end: OrderEnd, events: readonly ShopEvent[]): readonly string[] => [
  ...compared.flatMap((name) =>
    expect[name] === undefined ? [] : differenceOf(name, String(expect[name]), String(end[name])),
  ),
  ...(expect.callbacks === undefined ? [] : differencesInEvents(expect.callbacks, events)),
];

/** The expected values in words: `orderStatus 2, callbacks deposited refunded`. */
export const expectationInWords = ({ callbacks, ...values }: Expectation): string =>
  [
    ...Object.entries(values).map(([name, value]) => `${name} ${value}`),
    ...(callbacks ? [`callbacks ${callbacks.map(eventInWords).join(' ') || 'none'}`] : []),
  ].join(', ');

const differenceOf = (name: string, expected: string, got: string): readonly string[] =>
  expected === got ? [] : [`${name}: expected ${expected}, got ${got}`];

/** A redirect that is not expected is ignored. */
const differencesInEvents = (
  expected: readonly ExpectedCallback[],
  events: readonly ShopEvent[],
): readonly string[] => {
  const counted = expected.includes('redirect') ? events : events.filter((event) => event !== 'redirect');
  const length = Math.max(expected.length, counted.length);
  return Array.from({ length }, (_, index) =>
    differencesInEvent(`callbacks[${index}]`, expected[index], counted[index]),
  ).flat();
};

const differencesInEvent = (
  name: string,
  expected: ExpectedCallback | undefined,
  event: ShopEvent | undefined,
): readonly string[] => {
  if (expected === undefined || event === undefined || expected === 'redirect' || event === 'redirect')
    return differenceOf(name, eventInWords(expected), event === undefined ? 'nothing' : receivedInWords(event));
  const {
    operation,
    checksum = 'right',
    ...fields
  } = typeof expected === 'string' ? { operation: expected } : expected;
  if (event.fields['operation'] !== operation)
    return differenceOf(name, eventInWords(expected), receivedInWords(event));
  return [
    ...differenceOf(`${name}.checksum`, checksum, event.isGenuine ? 'right' : 'wrong'),
    ...Object.entries(fields).flatMap(([field, value]) =>
      differenceOf(`${name}.${field}`, String(value), event.fields[field] ?? 'none'),
    ),
  ];
};

const receivedInWords = (event: ShopCallback | 'redirect'): string =>
  event === 'redirect' ? event : callbackInWords(event);

/** `deposited`, or `deposited with status 0`; `nothing` if none is expected. */
const eventInWords = (expected: ExpectedCallback | undefined): string => {
  if (expected === undefined) return 'nothing';
  if (typeof expected === 'string') return expected;
  const { operation, ...fields } = expected;
  const rest = Object.entries(fields).map(([field, value]) => `${field} ${value}`);
  return rest.length === 0 ? operation : `${operation} with ${rest.join(' and ')}`;
};
