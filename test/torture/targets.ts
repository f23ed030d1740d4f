import { pageCalls } from '../../simulator/card-page/routes.ts';
import { addressOf } from '../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';
import { controlTargets } from './control-targets.ts';
import { callValues, type Maker } from './valid-values.ts';

export type Surface = 'merchant API' | 'card page' | 'issuer' | 'portal' | 'control API' | 'no address';

/** An address with what a valid call of it may say. */
export interface Target {
  readonly surface: Surface;
  /** The endpoint, by method and path, if it has a table of its own. */
  readonly endpoint?: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root; `{login}` and other names in braces are filled in. */
  readonly path: string;
  readonly body: 'form' | 'json' | 'none';
  readonly parameters: readonly string[];
  /** Those without which no call gets far. */
  readonly required: readonly string[];
  /** Values of parameters that mean something else here than under the same name elsewhere. */
  readonly values?: Readonly<Record<string, Maker<string>>>;
  readonly headers?: readonly string[];
  /** Bodies and queries that the control API takes. */
  readonly bodies?: readonly (object | Maker<object>)[];
  readonly queries?: readonly Readonly<Record<string, string>>[];
  /** Whether the call is made with the merchant's login: then it can do nothing to things of others. */
  readonly hasLogin?: boolean;
  /** Whether it always refuses. */
  readonly isRefused?: boolean;
  /** It goes well only with an order whose challenge a payer has passed, which hardly comes by chance; targets.test.ts shows it. */
  readonly isRare?: boolean;
  /** How long it waits by its nature, in milliseconds. */
  readonly waitsMs?: number;
}

const base = '/payment';

/** Optional as far as the tables go, because there are two names for them, or because the call says what is missing. */
const essential = [
  'userName',
  'password',
  'orderId',
  'mdOrder',
  'MDORDER',
  '$PAN',
  '$CVC',
  '$EXPIRY',
  'TEXT',
  'pan',
  'expiry',
  'cvc',
  'cardholderName',
  'clientId',
  'returnUrl',
  'name',
  'tasksIdentifiers',
];

const calls: readonly Target[] = [...gatewayEndpoints, ...pageCalls].map((endpoint) => ({
  surface: gatewayEndpoints.includes(endpoint) ? 'merchant API' : 'card page',
  endpoint: endpoint.path,
  method: 'POST',
  path: addressOf(endpoint, base),
  body: endpoint.body ?? 'form',
  parameters: Object.keys(endpoint.parameters),
  required: Object.keys(endpoint.parameters).filter(
    (name) => endpoint.parameters[name]?.required || essential.includes(name),
  ),
  values: callValues[endpoint.path] ?? {},
  hasLogin: endpoint.access === 'merchant',
  isRefused: endpoint.imitated === 'no',
  isRare: endpoint.path === 'industryPractice/paymentOrder.do',
}));

const imitated = calls.filter(({ isRefused }) => !isRefused);

const cardFields = [
  'mdOrder',
  'language',
  'pan',
  'expiry',
  'newCardCvc',
  'cardholderName',
  'saveCard',
  'sandboxOutcome',
];
const challenge = ['acsTransID', 'threeDSServerTransID', 'TermUrl', 'action', 'code'];

type PageRow = readonly [surface: Surface, method: 'GET' | 'POST', path: string, parameters: readonly string[]];

const pageRows: readonly PageRow[] = [
  ['card page', 'GET', `${base}/merchants/payment_en.html`, ['mdOrder', 'language']],
  ['card page', 'POST', `${base}/merchants/payment_en.html`, cardFields],
  [
    'card page',
    'POST',
    `${base}/merchants/shop/mobile_payment_kk.html`,
    [...cardFields, 'bindingId', 'storedAction', 'storedCvc'],
  ],
  ['card page', 'POST', `${base}/merchants/payment.html`, ['mdOrder', 'walletCard', 'language']],
  ['card page', 'GET', `${base}/merchants/errors_ru.html`, ['error', 'language']],
  ['card page', 'GET', `${base}/merchants/finish.html`, ['orderId', 'lang']],
  ['card page', 'GET', `${base}/finish.html`, ['orderId', 'lang']],
  ['card page', 'GET', `${base}/merchants/assets/page.js`, []],
  ['card page', 'GET', `${base}/merchants/sandbox-list.html`, ['mdOrder', 'language']],
  ['card page', 'GET', `${base}/merchants/sandbox-missed.json`, ['mdOrder', 'language']],
  ['card page', 'GET', `${base}/acsRedirect.do`, ['orderId']],
  ['card page', 'POST', `${base}/rest/finish3ds.do`, ['MD', 'PaRes']],
  ['card page', 'POST', `${base}/rest/finish3dsVer2PaymentAnonymous.do`, ['cres']],
  ['issuer', 'POST', '/acs/challenge', ['creq']],
  ['issuer', 'POST', '/acs/challenge', ['PaReq', 'MD', 'TermUrl']],
  ['issuer', 'POST', '/acs/answer', challenge],
  ['issuer', 'GET', '/acs/assets/acs.css', []],
  ['issuer', 'POST', '/acs/3ds-method', []],
  ['issuer', 'POST', '/3dsserver/api/v1/client/gather', []],
  ['issuer', 'POST', '/3dsserver/api/v1/client/notify', []],
  ['no address', 'GET', `${base}/merchants/{junk}`, ['mdOrder']],
  ['no address', 'GET', '/{junk}', []],
  ['no address', 'GET', '/sandbox/{junk}', []],
];

const pages: readonly Target[] = pageRows.map(([surface, method, path, parameters]) => ({
  surface,
  method,
  path,
  parameters,
  required: parameters,
  body: method === 'GET' ? 'none' : 'form',
}));

/** With which shop plugins set up callbacks; who calls stands in a header. */
const portals: readonly Target[] = ['mportal', 'mportal-uat'].map((portal) => ({
  surface: 'portal',
  method: 'POST',
  path: `/${portal}/mvc/public/merchant/update/{account}`,
  body: 'json',
  parameters: ['callbacks_enabled', 'callback_addresses', 'callback_operations', 'callback_http_method'],
  required: ['callback_addresses', 'callback_operations', 'callback_http_method'],
  headers: [`Authorization: Basic ${Buffer.from('test_user:test_user_password').toString('base64')}`],
}));

const named = (...names: readonly string[]): readonly Target[] =>
  controlTargets.filter(({ endpoint = '' }) => names.includes(endpoint));

/** Drops everything of everybody: called between two rounds only. */
export const roundTargets = named('POST /reset');

/** What takes away all that a merchant has: called now and then only, so that there is something to work on in between. */
export const rareTargets = named('POST /merchants/{login}/reset', 'POST /provider-states');

const seldom = [...roundTargets, ...rareTargets];

/** Every other address of the gateway; the merchant API, where most calls go, several times. */
export const targets: readonly Target[] = [
  ...portals,
  ...calls,
  ...imitated,
  ...imitated,
  ...pages,
  ...controlTargets.filter((one) => !seldom.includes(one)),
];
