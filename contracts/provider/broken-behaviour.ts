import type { BrokenGateway } from './apply-fault.ts';
import { endpointOf, type ShopRequest } from './proxy.ts';

const confirmed = { errorCode: '0', errorMessage: 'Success' };

const isForm = ({ contentType }: ShopRequest): boolean => contentType.startsWith('application/x-www-form-urlencoded');

/** A gateway that reads a call without these parameters. */
const ignores = (endpoints: RegExp, names: readonly string[], fails: RegExp): BrokenGateway => ({
  way: {
    ask: (request) => {
      if (!endpoints.test(endpointOf(request.url)) || !isForm(request)) return undefined;
      const form = new URLSearchParams(request.body.toString());
      for (const name of names) form.delete(name);
      request.body = Buffer.from(form.toString());
      return undefined;
    },
  },
  fails,
  complaint: /^(\$|state )/,
});

/** A gateway that confirms a call, and does nothing. */
const confirmsOnly = (
  endpoint: string,
  fails: RegExp,
  isMeant: (form: URLSearchParams) => boolean = () => true,
): BrokenGateway => ({
  way: {
    ask: (request) => {
      if (endpointOf(request.url) !== endpoint) return undefined;
      return isMeant(new URLSearchParams(request.body.toString())) ? confirmed : undefined;
    },
  },
  fails,
  complaint: /^(\$|state )/,
});

const changesRequest = (change: (request: ShopRequest) => void, fails: RegExp): BrokenGateway => ({
  way: {
    ask: (request) => {
      change(request);
      return undefined;
    },
  },
  fails,
  complaint: /^(\$|state )/,
});

const status = '^the shop asks (for|the old way for) the status of ';

/** Faults that no single answer shows: parameters without an effect, and calls that are confirmed and not carried out. */
export const brokenBehaviour: Readonly<Record<string, BrokenGateway>> = {
  'confirms a refund of a part and does nothing': confirmsOnly(
    'refund.do',
    /for the status of an order refunded in part$|asks for the status of an order refunded in full$|refunded once by a call that came twice$/,
    (form) => Number(form.get('amount')) > 0,
  ),
  'confirms a capture and does nothing': confirmsOnly(
    'deposit.do',
    new RegExp(
      `${status}an order (captured in part|that (is being|was) captured in steps|whose captured part was refunded)$`,
    ),
  ),
  'confirms a reversal and does nothing': confirmsOnly(
    'reverse.do',
    new RegExp(
      `${status}an order whose hold was given free$|asks for the status of an order whose hold was given free in part$`,
    ),
  ),
  'confirms that an order is closed and leaves it open': confirmsOnly(
    'decline.do',
    new RegExp(`${status}an order that the shop has closed$`),
  ),
  'confirms added parameters and forgets them': confirmsOnly(
    'addParams.do',
    /for the status of an order with added parameters$/,
  ),
  'confirms that a stored card is switched off and leaves it on': confirmsOnly(
    'unBindCard.do',
    /switch a stored card on again$|card that is (switched )?off(, |$)|of whom one is switched off$|who has switched off the only one$/,
  ),
  'takes every capture for the last one': ignores(
    /^deposit\.do$/,
    ['depositType'],
    /for the status of an order that (is being|was) captured in steps$/,
  ),
  'captures all, whatever the amount': ignores(
    /^deposit\.do$/,
    ['amount'],
    new RegExp(
      `${status}an order (captured in part|that is being captured in steps)$|asks for the status of an order whose captured part was refunded$`,
    ),
  ),
  'refunds all, whatever the amount': ignores(
    /^refund\.do$/,
    ['amount'],
    /for the status of an order refunded (in part|in full|once by a call that came twice)$/,
  ),
  'reverses all, whatever the amount': ignores(
    /^reverse\.do$/,
    ['amount'],
    new RegExp(`${status}an order whose hold was given free in part$`),
  ),
  'ignores the id of a refund': ignores(
    /^refund\.do$/,
    ['externalRefundId'],
    /asks for the status of an order refunded|refunded once by a call that came twice$|for a refund that it was given before$/,
  ),
  'ignores what a shop believes is left': ignores(
    /^refund\.do$/,
    ['expectedDepositedAmount'],
    /of which less is left than it believes$/,
  ),
  'ignores the time that an order may take': ignores(
    /^register/,
    ['sessionTimeoutSecs'],
    /for the status of an order whose shorter time was over$/,
  ),
  'ignores the language of a call': ignores(
    /^(getOrderStatusExtended|refund)\.do$/,
    ['language'],
    /^the shop .*in Russian/,
  ),
  'ignores the cart': ignores(/^register/, ['orderBundle'], /with a cart and data about the payer$/),
  'ignores data about the payer': ignores(/^register/, ['email', 'phone'], /with a cart and data about the payer$/),
  'ignores the customer of an order': ignores(
    /^register/,
    ['clientId'],
    /(whose card was stored|of a customer whose card is not stored)$/,
  ),
  'ignores the address for failures': ignores(
    /^register/,
    ['failUrl'],
    /where an order leads (that was declined, with an address for failures|whose time was over)$/,
  ),
  'lists orders of all days': ignores(/^getLastOrders/, ['from', 'to'], /for the orders that were paid on a day/),
  'loses the query of a return address': changesRequest((request) => {
    if (!endpointOf(request.url).startsWith('register')) return;
    request.body = Buffer.from(request.body.toString().replace(/(returnUrl=[^&]*?)%3F[^&]*/, '$1'));
  }, /the browser asks (where an order leads that is (paid, in Russian|held)|to give up on the payment page$)|has a query of its own$/),
  'does not read GET': changesRequest((request) => {
    if (request.method === 'GET') request.url = request.url.replace(/\?.*/, '');
  }, / by GET$/),
  'does not read the query of a POST': changesRequest((request) => {
    if (request.method === 'POST') request.url = request.url.replace(/\?.*/, '');
  }, / by POST with a query$/),
  'does not read multipart forms': changesRequest((request) => {
    if (request.contentType.startsWith('multipart/')) request.body = Buffer.from('');
  }, /in a multipart form$/),
  'reads letters in another charset': changesRequest((request) => {
    if (!isForm(request) || !endpointOf(request.url).startsWith('register')) return;
    request.body = Buffer.from(request.body.toString().replace(/%D0/g, '%3F'));
  }, /status of an order with Kazakh and Russian letters$/),
};
