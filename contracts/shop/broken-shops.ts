import type { Broken } from '../pact/reject-broken.ts';
import type { ReceivedCallback, ShopFault } from './demo-shop.ts';

/** A shop with one fault. */
export interface BrokenShop extends Broken {
  readonly fault: ShopFault;
}

/** Always answers with this status, after the shop. */
const always =
  (status: number): ShopFault =>
  async ({ handOn }) => {
    await handOn();
    return status;
  };

/** Answers some callbacks by itself, and forwards the others. */
const toSome =
  (status: number, isMeant: (callback: ReceivedCallback) => boolean): ShopFault =>
  (callback) =>
    isMeant(callback) ? Promise.resolve(status) : callback.handOn();

const known = new Set(['mdOrder', 'orderNumber', 'operation', 'status', 'checksum', 'sign_alias']);
const isToken = ({ parameters }: ReceivedCallback) => !parameters.has('operation');

const isAlphabetical = ({ parameters }: ReceivedCallback): boolean => {
  const names = [...parameters.keys()].filter((name) => name !== 'checksum' && name !== 'sign_alias');
  return names.join() === names.toSorted().join();
};

/** Mistakes of shops, each with its complaint. Only HTTP 200 ends the repetition of a callback. */
export const brokenShops: Readonly<Record<string, BrokenShop>> = {
  'has no ear for callbacks': { fault: async () => 404, fails: /./, complaint: /404|has called/ },
  'answers with HTTP 500': { fault: always(500), fails: /./, complaint: /^status .*500/ },
  'answers with HTTP 201': { fault: always(201), fails: /./, complaint: /^status .*201|^forgery / },
  'sends the gateway to its own page': { fault: always(302), fails: /./, complaint: /^status .*302/ },
  'says yes and does nothing': {
    fault: async () => 200,
    fails: /./,
    complaint: /^(afterwards .*has called|forgery )/,
  },
  'believes everybody': {
    fault: async ({ handOn }) => {
      await handOn();
      return 200;
    },
    fails: /./,
    complaint: /^forgery .*accepted/,
  },
  'reads the query only': {
    fault: toSome(403, ({ method }) => method === 'POST'),
    fails: /by POST$|as a JSON Web Token$/,
    complaint: /^status .*403|^afterwards /,
  },
  'refuses parameters that it does not know': {
    fault: toSome(
      400,
      (callback) => !isToken(callback) && [...callback.parameters.keys()].some((name) => !known.has(name)),
    ),
    fails: /wants to know beside|stored/,
    complaint: /^status .*400|^afterwards /,
  },
  'wants an order in every callback': {
    fault: toSome(400, (callback) => !isToken(callback) && !callback.parameters.has('mdOrder')),
    fails: /that a stored card was switched off$/,
    complaint: /^status .*400/,
  },
  'minds bad news': {
    fault: toSome(400, ({ parameters }) => parameters.get('status') === '0'),
    fails: /declined|time of an order is over/,
    complaint: /^(status .*400|afterwards )/,
  },
  'takes parameters in the order of the alphabet only': {
    fault: toSome(403, (callback) => !isToken(callback) && !isAlphabetical(callback)),
    fails: /^(?!.*JSON Web Token)/,
    complaint: /^(status .*403|afterwards )/,
  },
  'knows no checksum but the one with its token': {
    fault: toSome(403, ({ parameters }) => parameters.has('sign_alias')),
    fails: /signed with its own key$/,
    complaint: /^(status .*403|afterwards )/,
  },
};
