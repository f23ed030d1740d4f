import { CannotTry } from '../report/cannot-try.ts';
import { causeOf } from '../report/cause-of.ts';
import { longestAnswerMs } from './longest-answer.ts';
import { isAddress, runLine } from './run-line.ts';

/** How the answer of a shop about an order shows that it is paid. */
export interface PaidTest {
  /** Keys and indices of the value in a JSON answer; absent: the whole answer is a text. */
  readonly path?: readonly string[];
  /** Values, or parts of the text, each of which means "paid". */
  readonly values: readonly string[];
}

/** What a shop says of an order. */
export interface OrderAnswer {
  readonly isPaid: boolean;
  /** The value that was compared, or the whole text. */
  readonly value: string;
  readonly text: string;
  /** Every value of a JSON answer by its path, without moments. */
  readonly leaves: ReadonlyMap<string, string>;
}

/** Reads `$.status=paid|shipped`, or a text that stands in the answer; undefined for a path that is none. */
export const readPaidTest = (text: string): PaidTest | undefined => {
  if (!text.startsWith('$')) return { values: [text] };
  const [, path, values] = /^\$((?:\.[\w-]+|\[\d+\])+)=(.+)$/s.exec(text) ?? [];
  if (path === undefined || values === undefined) return undefined;
  return { path: path.match(/[\w-]+/g) ?? [], values: values.split('|') };
};

/** `: $.status is new, and not paid`, by which a wrong `--paid` is seen; nothing for a text. */
export const unlike = ({ path, values }: PaidTest, { value }: OrderAnswer): string =>
  path ? `: $.${path.join('.')} is ${value}, and not ${values.join(' or ')}` : '';

export interface CheckOptions {
  /** An address, or a command for the shell; with `{orderNumber}` or `{orderId}`. */
  readonly how: string;
  readonly paid: PaidTest;
}

/** Asks the shop about an order. @throws CannotTry if it does not answer as it should */
export const checkOrder = async ({ how, paid }: CheckOptions, order: NamedOrder): Promise<OrderAnswer> => {
  const { what, text } = isAddress(how) ? await get(how, order) : await run(how, order);
  if (!paid.path)
    return { isPaid: paid.values.some((value) => text.includes(value)), value: text, text, leaves: new Map() };
  const json = parsed(text);
  if (json === undefined) throw new CannotTry(`--check: ${what} answers no JSON: ${text.slice(0, 200)}`);
  const value = textOf(paid.path.reduce(memberOf, json));
  return { isPaid: paid.values.includes(value), value, text, leaves: leavesOf(json) };
};

interface NamedOrder {
  readonly orderNumber: string;
  readonly orderId: string;
}

const fillIn = (how: string, { orderNumber, orderId }: NamedOrder, quote: (name: string) => string): string =>
  how.replaceAll('{orderNumber}', () => quote(orderNumber)).replaceAll('{orderId}', () => quote(orderId));

const get = async (how: string, order: NamedOrder) => {
  const what = fillIn(how, order, encodeURIComponent);
  const { status, text } = await answerOf(what);
  if (status !== 200) throw new CannotTry(`--check: ${what} answers ${status}: ${text.slice(0, 200)}`);
  return { what, text };
};

/** A number that a shell could misread is no number for a command. */
const plainName = (name: string): string => {
  if (/^[\w.:/-]+$/.test(name)) return name;
  throw new CannotTry(`--check: a command cannot take the order number ${name}; use an address`);
};

const run = async (how: string, order: NamedOrder) => {
  const what = fillIn(how, order, plainName);
  return { what, text: await runLine('--check', what) };
};

const answerOf = async (address: string): Promise<{ readonly status: number; readonly text: string }> => {
  try {
    const headers = { accept: 'application/json, text/html;q=0.9, */*;q=0.8' };
    const answered = await fetch(address, { headers, signal: AbortSignal.timeout(longestAnswerMs) });
    return { status: answered.status, text: await answered.text() };
  } catch (error) {
    throw new CannotTry(`--check: ${address} does not answer (${causeOf(error)})`);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const memberOf = (thing: unknown, name: string): unknown =>
  typeof thing === 'object' && thing !== null ? (thing as Readonly<Record<string, unknown>>)[name] : undefined;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? 'not there' : JSON.stringify(value);

/** A date, or milliseconds or seconds since 1970: such values differ between two looks at an order. */
const isMoment = (value: string): boolean =>
  /^"?\d{4}-\d\d-\d\d/.test(value) || /^"?1\d{9}(?:\d{3})?(?:\.\d+)?"?$/.test(value);

const leavesOf = (json: unknown, path = '$'): ReadonlyMap<string, string> => {
  if (typeof json !== 'object' || json === null) {
    const value = JSON.stringify(json);
    return new Map(isMoment(value) ? [] : [[path, value]]);
  }
  const inner = Object.entries(json).flatMap(([name, value]) => [...leavesOf(value, `${path}.${name}`)]);
  return new Map([...(Array.isArray(json) ? [[`${path}.length`, String(json.length)] as const] : []), ...inner]);
};

/** The first value that differs; undefined if there is none. */
export const firstDifference = (
  expected: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, string>,
): string | undefined => {
  for (const path of new Set([...expected.keys(), ...seen.keys()])) {
    const [was = 'not there', is = 'not there'] = [expected.get(path), seen.get(path)];
    if (was !== is) return `${path} is ${is}, and not ${was}`;
  }
  return undefined;
};

/** The values that two answers have in common. */
export const inCommon = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => new Map([...one].filter(([path, value]) => other.get(path) === value));
