import { createHmac } from 'node:crypto';
import type { BrokenTrialShop } from './broken-trial-shop.ts';
import { rightParts, type ShopParts } from './trial-shop.ts';

type Fields = readonly (readonly [string, string])[];

/** The HMAC checksum of the fields in this order, with mistakes of the reader's own. */
const checksum = (fields: Fields, token: string): string =>
  createHmac('sha256', token)
    .update(fields.map(([name, value]) => `${name};${value};`).join(''))
    .digest('hex')
    .toUpperCase();

const hmacOf =
  (read: (text: string) => Fields, isEqual = (seen: string, right: string) => seen.toUpperCase() === right) =>
  (text: string, { token }: { readonly token: string }): boolean => {
    const seen = new URLSearchParams(text).get('checksum') ?? '';
    const signed = read(text).filter(([name]) => name !== 'checksum' && name !== 'sign_alias');
    return isEqual(seen, checksum(signed, token));
  };

const form = (text: string): Fields => [...new URLSearchParams(text)];
const byName = (fields: Fields): Fields => fields.toSorted(([one], [other]) => (one < other ? -1 : 1));
const splitBy = (text: string, decode: (part: string) => string): Fields =>
  text.split('&').map((pair) => [decode(pair.split('=')[0] ?? ''), decode(pair.split('=')[1] ?? '')]);

/** Keeps a state when the next callback has come, as a shop with a queue does that is late. */
const later = (): ShopParts['keep'] => {
  let due = async (): Promise<void> => {};
  return async (order, state) => {
    await due();
    due = () => rightParts.keep(order, state);
  };
};

/** Shops that check callbacks in a wrong way. */
export const shopsWithWrongProof: readonly BrokenTrialShop[] = [
  {
    id: 'believes-everybody',
    what: 'does not check the checksum',
    harm: 'Anybody gets orders marked as paid.',
    fails: 'forged',
    parts: { isGenuine: () => true },
  },
  {
    id: 'believes-later',
    what: 'refuses a forged callback, and carries it out afterwards',
    harm: 'The same, and the log says that all is well.',
    fails: 'forged',
    parts: {
      isGenuine: () => true,
      keep: later(),
    },
  },
  {
    id: 'wants-any-checksum',
    what: 'only looks whether there is a checksum',
    harm: 'Anybody gets orders marked as paid who adds "checksum=1".',
    fails: 'forged',
    parts: { isGenuine: (text) => (new URLSearchParams(text).get('checksum') ?? '') !== '' },
  },
  {
    id: 'checks-if-present',
    what: 'checks the checksum only if there is one',
    harm: 'Leaving it out is enough.',
    fails: 'checksum-missing',
    parts: {
      isGenuine: (text, key) => !new URLSearchParams(text).get('checksum') || rightParts.isGenuine(text, key),
    },
  },
  {
    id: 'takes-alg-none',
    what: 'takes a token that names "none" as its algorithm',
    harm: 'Anybody writes tokens without a key.',
    fails: 'forged',
    proof: 'jwt',
    parts: {
      isGenuine: (text, key) =>
        /"alg":"none"/.test(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) ||
        rightParts.isGenuine(text, key),
    },
  },
  {
    id: 'reads-the-token-only',
    what: 'reads the token and does not check its signature',
    harm: 'Anybody writes tokens with any key.',
    fails: 'forged',
    proof: 'jwt',
    parts: { isGenuine: (text) => text.split('.').length === 3 },
  },
  {
    id: 'takes-old-tokens',
    what: 'does not look when a token expires',
    harm: 'A token out of an old log is good for ever.',
    fails: 'forged',
    proof: 'jwt',
    parts: {
      isGenuine: (text, { token }) => {
        const [head = '', claims = '', signature] = text.split('.');
        const key = Buffer.from(token, 'base64');
        return (
          JSON.parse(Buffer.from(head, 'base64url').toString()).alg === 'HS256' &&
          createHmac('sha256', key).update(`${head}.${claims}`).digest('base64url') === signature
        );
      },
    },
  },
  {
    id: 'pairs-by-number',
    what: 'has no checksum, and asks for the status of the mdOrder that the callback names',
    harm: 'One small paid order pays for every other one.',
    fails: 'forged',
    proof: 'none',
    parts: {
      unknownOrder: (values, orders) => {
        const order = orders.find(({ number }) => number === values['orderNumber']);
        const other = orders.find(({ orderId }) => orderId === values['mdOrder']);
        if (order && other) order.state = 'paid';
        return 200;
      },
    },
  },
  {
    id: 'refuses-everything',
    what: 'refuses every callback',
    harm: 'No order becomes paid.',
    fails: 'genuine',
    parts: { isGenuine: () => false },
  },
  {
    id: 'does-nothing',
    what: 'answers 200 and does nothing',
    harm: 'The gateway thinks that the shop knows, and no order becomes paid.',
    fails: 'genuine',
    parts: { keep: async () => {} },
  },
  {
    id: 'answers-201',
    what: 'answers 201',
    harm: 'The gateway sends each callback three times, and reports it as not delivered.',
    fails: 'genuine',
    parts: { done: 201 },
  },
  {
    id: 'redirects',
    what: 'sends the gateway to a page of its own',
    harm: 'The gateway follows no redirect; the callback is not delivered.',
    fails: 'genuine',
    parts: { done: 302 },
  },
  {
    id: 'reads-the-query-only',
    what: 'reads the query of a POST',
    harm: 'The bank sends callbacks by POST, and all are refused.',
    fails: 'genuine',
    method: 'POST',
    parts: { read: async ({ url = '' }) => url.replace(/^[^?]*\??/, '') },
  },
  {
    id: 'forgets-to-sort',
    what: 'takes the parameters as they arrive',
    harm: 'Every genuine callback is refused.',
    fails: 'genuine',
    parts: { isGenuine: hmacOf(form) },
  },
  {
    id: 'sorts-without-case',
    what: 'sorts the parameters as a dictionary does',
    harm: 'Callbacks are refused from the day on which the bank adds "mdorder" to "mdOrder".',
    fails: 'order-of-parameters',
    parts: {
      isGenuine: hmacOf((text) => form(text).toSorted(([one], [other]) => one.localeCompare(other, 'en'))),
    },
  },
  {
    id: 'signs-four-parameters',
    what: 'makes the checksum of the four parameters that it knows',
    harm: 'Callbacks are refused from the day on which the bank adds a parameter.',
    fails: 'further-parameters',
    parts: {
      isGenuine: hmacOf((text) =>
        byName(form(text)).filter(([name]) => ['mdOrder', 'operation', 'orderNumber', 'status'].includes(name)),
      ),
    },
  },
  {
    id: 'drops-empty-values',
    what: 'leaves empty parameters out of the checksum',
    harm: 'Callbacks with an empty value are refused.',
    fails: 'further-parameters',
    parts: { isGenuine: hmacOf((text) => byName(form(text)).filter(([, value]) => value !== '')) },
  },
  {
    id: 'compares-by-case',
    what: 'takes a checksum in upper case only',
    harm: 'A gateway that writes small digits is refused.',
    fails: 'lower-case',
    parts: {
      isGenuine: hmacOf(
        (text) => byName(form(text)),
        (seen, right) => seen === right,
      ),
    },
  },
  {
    id: 'reads-latin-1',
    what: 'reads the parameters as Latin-1',
    harm: 'Payments with a Russian description are refused.',
    fails: 'cyrillic',
    parts: { isGenuine: hmacOf((text) => byName(splitBy(text, (part) => unescape(part.replaceAll('+', ' '))))) },
  },
  {
    id: 'keeps-the-plus',
    what: 'reads "+" as a plus, not as a space',
    harm: 'Payments whose description has a space are refused.',
    fails: 'cyrillic',
    parts: { isGenuine: hmacOf((text) => byName(splitBy(text, decodeURIComponent))) },
  },
];
