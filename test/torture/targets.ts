import { pageCalls } from '../../simulator/card-page/routes.ts';
import { controlEndpoints } from '../../simulator/control/all.ts';
import { addressOf } from '../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';

/** An address with what a valid call of it may say. */
export interface Target {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root; `{login}` and other names in braces are filled in. */
  readonly path: string;
  readonly body: 'form' | 'json' | 'none';
  readonly parameters: readonly string[];
  /** Those without which no call gets far. */
  readonly required: readonly string[];
  readonly headers?: readonly string[];
  /** Bodies that the control API takes. */
  readonly bodies?: readonly object[];
}

const base = '/payment';

/** Optional as far as the tables go, because there are two names for them, or because the call says what is missing. */
const essential = [
  'userName',
  'password',
  'orderId',
  'mdOrder',
  '$PAN',
  '$CVC',
  '$EXPIRY',
  'TEXT',
  'pan',
  'expiry',
  'cvc',
];

const calls: readonly Target[] = [...gatewayEndpoints, ...pageCalls].map((endpoint) => ({
  method: 'POST',
  path: addressOf(endpoint, base),
  body: endpoint.body ?? 'form',
  parameters: Object.keys(endpoint.parameters),
  required: Object.keys(endpoint.parameters).filter(
    (name) => endpoint.parameters[name]?.required || essential.includes(name),
  ),
}));

const unimitated = new Set(
  gatewayEndpoints.filter(({ imitated }) => imitated === 'no').map((endpoint) => addressOf(endpoint, base)),
);
const imitated = calls.filter(({ path }) => !unimitated.has(path));

const cardPage = ['mdOrder', 'language', 'pan', 'expiry', 'newCardCvc', 'cardholderName', 'saveCard', 'sandboxOutcome'];
const issuer = ['creq', 'PaReq', 'MD', 'TermUrl', 'acsTransID', 'threeDSServerTransID', 'action', 'code'];

const pages: readonly Target[] = (
  [
    ['GET', `${base}/merchants/payment_en.html`, ['mdOrder', 'language']],
    ['POST', `${base}/merchants/payment_en.html`, cardPage],
    ['POST', `${base}/merchants/shop/mobile_payment_kk.html`, [...cardPage, 'bindingId', 'storedAction', 'storedCvc']],
    ['POST', `${base}/merchants/payment.html`, ['mdOrder', 'walletCard', 'language']],
    ['GET', `${base}/merchants/errors_ru.html`, ['error', 'language']],
    ['GET', `${base}/merchants/finish.html`, ['orderId', 'lang']],
    ['GET', `${base}/finish.html`, ['orderId', 'lang']],
    ['GET', `${base}/merchants/assets/page.js`, []],
    ['GET', `${base}/acsRedirect.do`, ['orderId']],
    ['POST', `${base}/rest/finish3ds.do`, ['MD', 'PaRes', 'lang']],
    ['POST', `${base}/rest/finish3dsVer2PaymentAnonymous.do`, ['cres']],
    ['POST', '/acs/challenge', issuer],
    ['POST', '/acs/answer', issuer],
    ['GET', '/acs/assets/acs.css', []],
    ['POST', '/acs/3ds-method', ['threeDSMethodData']],
    ['GET', `${base}/merchants/{junk}`, ['mdOrder']],
    ['GET', '/{junk}', []],
    ['GET', '/sandbox/{junk}', []],
  ] as const
).map(([method, path, parameters]) => ({
  method,
  path,
  parameters,
  required: parameters,
  body: method === 'GET' ? 'none' : 'form',
}));

/** Bodies of control calls that are fine; what is not named here gets an empty one. */
const controlBodies: Readonly<Record<string, readonly object[]>> = {
  'POST /merchants': [{}, { name: 'A', callbacks: { method: 'POST', headers: { 'X-A': 'b' } } }],
  'PATCH /merchants/{login}': [{ name: 'B' }, { callbacks: { parameters: ['amount'], token: null } }],
  'PUT /merchants/{login}/scenario': [
    { name: 'no-such' },
    { scenario: { about: 'Declines.', attempts: [{ decline: 116 }] } },
  ],
  'POST /merchants/{login}/clock/advance': [{ by: '1s' }, { by: 10 }],
  'POST /merchants/{login}/clock/set': [{ now: '2026-01-01T08:00:00Z' }],
  'POST /merchants/{login}/orders/{orderId}/acts': [{ act: 'capture' }, { act: 'refund', amountMinor: 1 }],
  'POST /merchants/{login}/verifications': [
    { path: 'refund.do' },
    { path: 'register.do', parameters: { a: { matches: '^b' } } },
  ],
  'POST /wallet-tokens': [
    { wallet: 'google', amount: 100 },
    { wallet: 'apple', amount: '1', pan: '4444555511113333' },
  ],
  'POST /provider-states': [{ state: '' }, { state: 'an order is registered', params: {} }],
};

/** What would end a run: without the merchant that all calls name, nothing else gets far. */
const destructive = ['POST /reset', 'DELETE /merchants/{login}', 'PUT /merchants/{login}/state'];

/** What takes away all that a merchant has. */
const emptying = ['POST /merchants/{login}/reset', 'POST /provider-states'];

/** With which shop plugins set up callbacks; who calls stands in a header. */
const portal: Target = {
  method: 'POST',
  path: '/mportal/mvc/public/merchant/update/test_user',
  body: 'json',
  parameters: ['callbacks_enabled', 'callback_addresses', 'callback_operations', 'callback_http_method'],
  required: ['callback_addresses', 'callback_operations', 'callback_http_method'],
  headers: [`Authorization: Basic ${Buffer.from('test_user:test_user_password').toString('base64')}`],
};

const control: readonly Target[] = controlEndpoints
  .filter(({ method, path }) => !destructive.includes(`${method} ${path}`))
  .map(({ method, path, body }) => ({
    method,
    path: `/sandbox${path}`,
    body: body ? 'json' : 'none',
    parameters: ['limit', 'order', 'state', 'login', 'since', 'format'],
    required: [],
    bodies: controlBodies[`${method} ${path}`] ?? [{}],
  }));

const isEmptying = ({ method, path }: Target): boolean =>
  emptying.includes(`${method} ${path.replace('/sandbox', '')}`);

/** Every address of the gateway; the merchant API, where most calls go, several times. */
export const targets: readonly Target[] = [
  portal,
  ...calls,
  ...imitated,
  ...imitated,
  ...pages,
  ...control.filter((one) => !isEmptying(one)),
];

/** Addresses that are asked for now and then only, so that there is something to work on in between. */
export const rareTargets: readonly Target[] = control.filter(isEmptying);
