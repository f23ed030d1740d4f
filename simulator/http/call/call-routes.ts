import type { IncomingMessage } from 'node:http';
import { type Context, findOrderAnywhere, type MerchantContext } from '../../context.ts';
import { addressOf } from '../../data/endpoint-facts.ts';
import { callOrderNames } from '../../data/order-names.ts';
import type { Values } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { delayMsOf, preventsWork, refusalCodeOf, refusesAfterWork } from '../../domain/faults/fault.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import {
  type FindFault,
  type FoundFault,
  faultFinder,
  scenarioParameters,
} from '../../payments/faults/find-gateway-fault.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { endpointName } from '../../scenario-engine/definition/endpoint-name.ts';
import { asRefused } from '../answer-error.ts';
import type { OpenRequest, RequestRecord } from '../open-request.ts';
import type { Route } from '../pipeline.ts';
import { checkNested } from '../read/check-nested.ts';
import { parameterChecker } from '../read/check-parameters.ts';
import { type HideParameters, parameterHider } from '../read/hide-parameters.ts';
import { answerLanguageOf } from '../read/languages.ts';
import { type FillFromOlderNames, olderNamesFiller } from '../read/older-names.ts';
import { callerIp, originOf } from '../read/origin.ts';
import { noParameters, type Parameters, parameter } from '../read/parameters.ts';
import { readJsonParameters } from '../read/read-json-parameters.ts';
import { readParameters } from '../read/read-parameters.ts';
import { notFound, type Reply } from '../reply.ts';
import { authenticate, namedMerchant, withBasicLogin } from './authenticate.ts';
import { replyTo, replyToFault, replyToRefusal } from './call-replies.ts';
import { type Endpoint, isOfMerchant, type MerchantEndpoint } from './endpoint.ts';
import { hintFor, hintLine } from './hint.ts';
import { checkSignature, hashOfSigned } from './request-signature.ts';

/** The addresses of these calls. A refusal of the gateway is HTTP 200 with a code in the body. */
export const callRoutes = (context: Context, endpoints: readonly Endpoint[]): ReadonlyMap<string, Route> => {
  const findFault = faultFinder(context);
  const serveAgain: ServeAgain = async (open) => (await routes.get(open.path)?.answer(open)) ?? notFound;
  const routes: ReadonlyMap<string, CallRoute> = new Map(
    endpoints.map((endpoint) => {
      const address = addressOf(endpoint, context.bank.basePath);
      const served = servedFor(endpoint);
      return [
        address,
        {
          surface: isOfMerchant(endpoint) ? 'api' : 'page',
          count: context.metrics.requests(address),
          isForOwnSite: isOfMerchant(endpoint),
          keepsText: true,
          answer: async (open) => {
            if (open.method !== 'POST' && open.method !== 'GET') return methodRefused(open);
            return answerCall(context, served, open, { findFault, serveAgain });
          },
        },
      ];
    }),
  );
  return routes;
};

interface CallRoute extends Route {
  readonly answer: (open: OpenRequest) => Promise<Reply>;
}

/** Serves a request that a broken gateway takes for another one. */
type ServeAgain = (open: OpenRequest) => Promise<Reply>;

interface Ways {
  readonly findFault: FindFault;
  readonly serveAgain: ServeAgain;
}

const methodRefused = ({ method, path }: OpenRequest): Reply => ({
  status: 405,
  headers: { Allow: 'GET, POST', 'Content-Type': 'text/plain; charset=utf-8' },
  body: `Method Not Allowed: ${path} takes GET, POST, not ${method}\n`,
});

/** An endpoint with what is made once for it. */
interface Served {
  readonly endpoint: Endpoint;
  /** Its name in scenario files. */
  readonly name: string;
  readonly scenarioParameters: readonly string[];
  /** The parameters that name the order of a call without a login. */
  readonly orderNames: readonly string[];
  readonly check: (parameters: Parameters) => Values;
  readonly hide: HideParameters;
  readonly fillFromOlderNames: FillFromOlderNames;
}

const servedFor = (endpoint: Endpoint): Served => ({
  endpoint,
  name: endpointName(endpoint.path),
  scenarioParameters: scenarioParameters.filter((name) => name in endpoint.parameters),
  orderNames: Object.keys(endpoint.parameters).filter((name) => callOrderNames.includes(name)),
  check: parameterChecker(endpoint.parameters),
  hide: parameterHider(endpoint.parameters),
  fillFromOlderNames: olderNamesFiller(endpoint.parameters),
});

/** Who calls, or whose order a call is about. */
interface Caller {
  readonly context: Context;
  /** The same context, if the merchant is known. */
  readonly own?: MerchantContext;
  readonly order?: Order;
}

const answerCall = async (
  process: Context,
  served: Served,
  open: OpenRequest,
  { findFault, serveAgain }: Ways,
): Promise<Reply> => {
  const { request, record } = open;
  const { endpoint, name: on } = served;
  let caller: Caller = { context: process };
  let parameters: Parameters = noParameters;
  let found: FoundFault | undefined;
  const warn = (sentence: string): void =>
    process.log.warn({ requestId: process.requestIdOf(request), path: endpoint.path }, sentence);
  const bodyHash = hashOfSigned(request);
  try {
    const read = endpoint.body === 'json' ? readJsonParameters : readParameters;
    parameters = served.hide(await read(request, (sentence) => warn(sentence)));
    record.parameters = parameters;
    parameters = served.fillFromOlderNames(parameters);
    if (isOfMerchant(endpoint)) record.takes = endpoint;
    if (endpoint.access === 'merchant')
      parameters = await withBasicLogin(process, parameters, request.headers.authorization);
    caller = await callerOf(process, served, parameters, open, bodyHash);
    const { context, own, order } = caller;
    if (own) {
      const { merchant } = own;
      record.merchant = merchant.login;
      record.atMs = own.clock.now();
      const broken = merchant.break && (await askBroken(own, open, serveAgain));
      if (broken) return broken;
      const finding = findFault({ ...served, on, merchant, order, read: (field) => parameter(parameters, field) });
      if (finding) found = await finding;
      if (found?.inWords) record.fault = found.inWords;
      if (isOfMerchant(endpoint)) checkPermission(endpoint, merchant);
    }
    if (found?.fault && preventsWork(found.fault)) {
      if (refusalCodeOf(found.fault) !== undefined) record.isRefused = true;
      const reply = replyToFault(found.fault, endpoint, context, languageFor(context, parameters));
      return await delayed(reply, found, context);
    }
    const answer = await runEndpoint(served, withPlace(caller, found), found?.order, parameters, request);
    const isRefused = found?.fault !== undefined && refusesAfterWork(found.fault);
    const reply = isRefused
      ? replyToFault(found?.fault ?? {}, endpoint, context, languageFor(context, parameters))
      : replyTo(context, answer);
    return await delayed(reply, found, context);
  } catch (error) {
    const { context } = caller;
    const refusal = asRefused(context.log, error);
    if (!refusal) throw error;
    const isOfStranger = !caller.own && isOfMerchant(endpoint);
    const named = isOfStranger ? await noteNamed(process, parameters, record) : undefined;
    const broken = named?.merchant.break && (await askBroken(named, open, serveAgain));
    if (broken) return broken;
    record.isRefused = true;
    if (refusal.reason === 'credentials-missing' && isWithUselessToken(endpoint, parameters))
      warn('this call takes no token: it needs userName and password');
    // If the store is down the answer comes without the hint.
    const hint = refusal === error && (await hintFor(refusal, context, parameters).catch(() => undefined));
    if (hint) {
      record.hint = hint;
      const facts = { requestId: context.requestIdOf(request), path: endpoint.path, reason: refusal.reason };
      context.log.warn(facts, hintLine(hint));
    }
    return delayed(replyToRefusal(refusal, endpoint, context, languageFor(context, parameters)), found, context);
  }
};

/** @throws Refused if the bank has not given the merchant the permission for the call. */
const checkPermission = ({ permission }: MerchantEndpoint, { withoutPermissions }: Merchant): void => {
  if (permission !== undefined && withoutPermissions?.includes(permission))
    throw new Refused('access-denied', { permission });
};

const isWithUselessToken = (endpoint: Endpoint, parameters: Parameters): boolean =>
  endpoint.access === 'merchant' && !endpoint.acceptsToken && parameter(parameters, 'token') !== undefined;

/** The merchant that a refused call names, if the store tells: its people look for the call among their own. */
const noteNamed = async (
  process: Context,
  parameters: Parameters,
  record: RequestRecord,
): Promise<MerchantContext | undefined> => {
  const login = parameter(parameters, 'userName') ?? parameter(parameters, 'merchant');
  const merchant = login === undefined ? undefined : await process.store.merchants.find(login).catch(() => undefined);
  if (!merchant) return undefined;
  const named = process.forMerchant(merchant);
  record.namedLogin = merchant.login;
  record.atMs = named.clock.now();
  return named;
};

/** The answer of a gateway that is broken for this merchant, if it does not read the call as it came. */
const askBroken = async (
  own: MerchantContext,
  open: OpenRequest,
  serveAgain: ServeAgain,
): Promise<Reply | undefined> => {
  if (open.isMisread || !own.merchant.break) return undefined;
  const { meetBreak } = await import('./meet-break.ts');
  const asked = await meetBreak(own, own.merchant.break, open);
  if (!asked || 'status' in asked) return asked;
  const { record } = open;
  const { parameters, takes } = record;
  delete record.namedLogin;
  const reply = await serveAgain(asked);
  // The journal shows the call as the shop made it.
  Object.assign(record, { parameters, takes });
  return reply;
};

/** The caller whose call has taken a place among the merchant's next orders. */
const withPlace = (caller: Caller, found: FoundFault | undefined): Caller => {
  if (!found?.follows || !caller.own) return caller;
  const own = { ...caller.own, follows: found.follows };
  return { ...caller, own, context: own };
};

/** @throws Refused if the login, its password or the signature is wrong. */
const callerOf = async (
  process: Context,
  { endpoint, orderNames: names }: Served,
  parameters: Parameters,
  { request, isMisread }: OpenRequest,
  bodyHash: ReturnType<typeof hashOfSigned>,
): Promise<Caller> => {
  if (endpoint.access === 'anyone') return { context: process };
  if (endpoint.access === 'order') {
    const name = names.find((candidate) => parameter(parameters, candidate) !== undefined);
    const found = name && (await findOrderAnywhere(process, parameter(parameters, name) ?? ''));
    return found ? { ...found, own: found.context } : { context: process };
  }
  const merchant =
    endpoint.access === 'named-merchant'
      ? await namedMerchant(process, parameters)
      : await authenticate(process, parameters, callerIp(request), endpoint.acceptsToken);
  if (!isMisread) checkSignature(merchant, request, bodyHash);
  const own = process.forMerchant(merchant);
  return { context: own, own };
};

/** Where a bank requires the customer, the bundle with it has a table of its own. */
const withOwnCheck = ['orderBundle'];

const runEndpoint = async (
  { endpoint, check }: Served,
  { context, own, order }: Caller,
  read: Order | undefined,
  parameters: Parameters,
  request: IncomingMessage,
): Promise<object> => {
  const values = check(parameters);
  const call = {
    values,
    parameters,
    language: languageFor(context, parameters),
    ip: callerIp(request),
    origin: originOf(request, context.options.publicUrl),
  };
  if (endpoint.access === 'anyone') return endpoint.answer({ ...call, context });
  if (endpoint.access === 'order') {
    if (!order || !own) throw new Refused('order-not-found');
    return endpoint.answer({ ...call, context: own, order: await currentOrder(own, order) });
  }
  if (!own) throw new Refused('access-denied');
  if (!own.merchant.lenient) checkNested(values, own.bank.wantsCustomer ? withOwnCheck : []);
  return endpoint.answer({ ...call, context: own, merchant: own.merchant, read });
};

/** The reply with its fault, after the delay that the fault asks for, by the merchant's clock. */
const delayed = async (reply: Reply, found: FoundFault | undefined, { clock }: Context): Promise<Reply> => {
  const fault = found?.fault;
  if (!fault) return reply;
  const delayMs = delayMsOf(fault);
  if (delayMs > 0) await clock.sleep(delayMs);
  return { ...reply, fault };
};

const languageFor = ({ bank }: Context, parameters: Parameters): PageLanguage =>
  answerLanguageOf(parameter(parameters, 'language'), bank);
