import { createHmac } from 'node:crypto';
import type { OrderStatusAnswer } from '../../client/index.ts';
import type { Proof } from './send-to-shop.ts';
import { rightParts, type ShopParts } from './trial-shop.ts';

/** A shop with one mistake, and the case that has to find it. */
export interface BrokenTrialShop {
  readonly id: string;
  /** Continues "a shop that ...". */
  readonly what: string;
  /** What its owner suffers. */
  readonly harm: string;
  /** The case that fails. */
  readonly fails: string;
  readonly parts: Partial<ShopParts>;
  /** hmac by default. */
  readonly proof?: Proof;
  /** GET by default. */
  readonly method?: 'POST';
  readonly isTwoPhase?: true;
}

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

const isPaying = ({ operation }: Readonly<Record<string, string>>): boolean => operation === 'deposited';
const anyStatus = { orderStatus: 2 } as OrderStatusAnswer;
const sameOrder: Pick<ShopParts, 'ask'> = { ask: async () => anyStatus };

/** Keeps a state when the next callback has come, as a shop with a queue does that is late. */
const later = (): ShopParts['keep'] => {
  let due = async (): Promise<void> => {};
  return async (order, state) => {
    await due();
    due = () => rightParts.keep(order, state);
  };
};

export const brokenTrialShops: readonly BrokenTrialShop[] = [
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
          head.startsWith('eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9') &&
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
    id: 'never-asks',
    what: 'believes a genuine callback without asking for the status',
    harm: 'A leaked token sells everything.',
    fails: 'unconfirmed',
    parts: {
      ...sameOrder,
      stateOf: (_, { state }, { operation, status }) => (operation === 'deposited' && status === '1' ? 'paid' : state),
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
  {
    id: 'reads-the-operation-only',
    what: 'takes "deposited" for a payment whatever its status',
    harm: 'A declined card is enough.',
    fails: 'declined',
    parts: { ...sameOrder, stateOf: (_, { state }, values) => (isPaying(values) ? 'paid' : state) },
  },
  {
    id: 'minds-a-decline',
    what: 'answers 400 to a declined card',
    harm: 'The gateway sends each decline three times.',
    fails: 'declined',
    parts: { refuses: ({ status }) => (status === '0' ? 400 : undefined) },
  },
  {
    id: 'minds-the-end',
    what: 'does not know declinedByTimeout',
    harm: 'Goods stay reserved for customers who are gone.',
    fails: 'expired',
    parts: { refuses: ({ operation }) => (operation === 'declinedByTimeout' ? 400 : undefined) },
  },
  {
    id: 'fails-on-strangers',
    what: 'fails on an order that it does not know',
    harm: 'Its log is full of errors of other shops.',
    fails: 'foreign-order',
    parts: { unknownOrder: () => 500 },
  },
  {
    id: 'takes-the-latest',
    what: 'takes its latest order for one that it does not find',
    harm: 'A payment at another shop pays for an order here.',
    fails: 'foreign-order',
    parts: {
      unknownOrder: (_, orders) => {
        const latest = orders.at(-1);
        if (latest) latest.state = 'paid';
        return 200;
      },
    },
  },
  {
    id: 'minds-new-operations',
    what: 'answers 400 to an operation that it does not know',
    harm: 'Each one comes three times, and shows as not delivered in the portal.',
    fails: 'unknown-operation',
    parts: {
      refuses: ({ operation = '' }) =>
        ['approved', 'deposited', 'reversed', 'refunded', 'declinedByTimeout'].includes(operation) ? undefined : 400,
    },
  },
  {
    id: 'takes-any-operation',
    what: 'takes every operation with status 1 for a payment',
    harm: 'A subscription that begins pays for the order.',
    fails: 'unknown-operation',
    parts: { ...sameOrder, stateOf: (_, { state }, { status }) => (status === '1' ? 'paid' : state) },
  },
  {
    id: 'wants-an-order',
    what: 'wants an order in every callback',
    harm: 'Callbacks about stored cards come three times each.',
    fails: 'stored-card',
    parts: { refuses: ({ mdOrder }) => (mdOrder === undefined ? 400 : undefined) },
  },
  {
    id: 'delivers-again',
    what: 'delivers once more for each repeated callback',
    harm: 'Two parcels for one payment.',
    fails: 'repeated',
    parts: {
      keep: async (order, state) => {
        order.state = state;
        if (state === 'paid') order.deliveries++;
      },
    },
  },
  {
    id: 'looks-then-delivers',
    what: 'looks whether the order is delivered, and delivers it a moment later',
    harm: 'Two processes deliver the same order.',
    fails: 'at-once',
    parts: {
      keep: async (order, state) => {
        const isNew = order.deliveries === 0;
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.state = state;
        if (state === 'paid' && isNew) order.deliveries++;
      },
    },
  },
  {
    id: 'believes-the-last',
    what: 'takes the last callback for the state of the order',
    harm: 'A late decline cancels a paid order.',
    fails: 'out-of-order',
    parts: {
      ...sameOrder,
      stateOf: (_, { state }, { status, ...values }) =>
        status === '0' ? 'declined' : isPaying(values) ? 'paid' : state,
    },
  },
  {
    id: 'ignores-refunds',
    what: 'ignores refunds',
    harm: 'Refunded goods are sent.',
    fails: 'refund',
    parts: {
      stateOf: (status, order, values) =>
        status.orderStatus === 4 ? order.state : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'revives',
    what: 'takes an order for paid that was ever captured, if the callback says so',
    harm: 'A late repetition brings a refunded order back.',
    fails: 'after-refund',
    parts: {
      stateOf: (status, order, values) =>
        isPaying(values) && status.orderStatus === 4 ? 'paid' : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'takes-part-for-all',
    what: 'takes a partial refund for a full one',
    harm: 'The customer gets nothing for the part that stays paid.',
    fails: 'partial-refund',
    parts: {
      stateOf: (status, order, values) =>
        status.orderStatus === 4 ? 'refunded' : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'wants-the-whole-sum',
    what: 'takes an order for paid only if the whole hold was captured',
    harm: 'Orders that are captured in part stay unpaid.',
    fails: 'partial-capture',
    isTwoPhase: true,
    parts: {
      stateOf: (status, order, values) =>
        (status.paymentAmountInfo?.depositedAmount ?? 0) < order.amount
          ? 'held'
          : rightParts.stateOf(status, order, values),
    },
  },
  {
    id: 'asks-for-a-moment',
    what: 'waits a moment for the status, and answers 200 without it',
    harm: 'When the bank is slow, payments are lost.',
    fails: 'slow-answer',
    parts: {
      withoutStatus: 200,
      ask: (client, order, values) =>
        Promise.race([
          rightParts.ask(client, order, values),
          new Promise<undefined>((resolve) => setTimeout(resolve, 100, undefined)),
        ]),
    },
  },
  {
    id: 'gives-up-on-the-status',
    what: 'answers 200 although the status cannot be had',
    harm: 'Payments during a breakdown of the bank are lost.',
    fails: 'status-down',
    parts: { withoutStatus: 200 },
  },
];

/** A shop that is called broken and is not. */
export const plantedSurvivor: BrokenTrialShop = {
  id: 'does-nothing-wrong',
  what: 'does nothing wrong',
  harm: 'None.',
  fails: 'genuine',
  parts: {},
};
