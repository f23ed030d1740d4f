import type { Middleware, ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import { refusalText } from '../data/error-codes.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Language } from '../domain/order.ts';
import { Refused } from '../domain/refused.ts';
import { authenticate, namedMerchant } from './authenticate.ts';
import { parameterChecker, type Values } from './check-parameters.ts';
import { contextOfCall } from './context-of-call.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { hintFor } from './hint.ts';
import { languageOf } from './languages.ts';
import { callerIp, originOf } from './origin.ts';
import { type Parameters, parameter } from './parameters.ts';
import { readJsonParameters } from './read-json-parameters.ts';
import { readParameters } from './read-parameters.ts';
import { checkSignature, hashOfSigned } from './request-signature.ts';

/** An endpoint with what is made once for it. */
interface Served {
  readonly endpoint: Endpoint;
  readonly check: (parameters: Parameters) => Values;
}

/** Serves the calls of the gateway's API; anything else goes on to the pages. Every expected no is HTTP 200. */
export const dispatch = (context: Context, endpoints: readonly Endpoint[]): Middleware => {
  const byPath = new Map<string, Served>(
    endpoints.map((endpoint) => [
      fullPath(context, endpoint),
      { endpoint, check: parameterChecker(endpoint.parameters) },
    ]),
  );

  return async (ctx, next) => {
    const served = byPath.get(ctx.path);
    if (!served) return next();
    if (ctx.method !== 'POST' && ctx.method !== 'GET') {
      ctx.status = 405;
      return undefined;
    }
    sendJson(ctx, await answerCall(context, served, ctx));
    return undefined;
  };
};

/** Written past Koa's own answering, to save the time that it takes. */
const sendJson = (ctx: ParameterizedContext, { answer, contentType, httpStatus = 200 }: Answer): void => {
  const text = JSON.stringify(answer);
  const length = Buffer.byteLength(text);
  ctx.respond = false;
  ctx.res.writeHead(httpStatus, { 'Content-Type': contentType, 'Content-Length': length, 'Cache-Control': 'no-store' });
  // Plain ASCII is the same in both encodings, and Latin-1 is written faster.
  ctx.res.end(text, length === text.length ? 'latin1' : 'utf8');
};

const fullPath = ({ bank }: Context, { path }: Endpoint): string =>
  path.startsWith('/') ? path : `${bank.basePath}/${path}`;

interface Answer {
  readonly answer: object | string;
  readonly contentType: string;
  readonly httpStatus?: number;
}

const answerCall = async (
  process: Context,
  { endpoint, check }: Served,
  ctx: ParameterizedContext,
): Promise<Answer> => {
  let context = process;
  let parameters: Parameters = nothing;
  const bodyHash = hashOfSigned(ctx.req);
  try {
    parameters = endpoint.body === 'json' ? await readJsonParameters(ctx.req) : await readParameters(ctx.req);
    const merchant = await callerOf(context, endpoint, parameters);
    if (merchant) checkSignature(merchant, ctx.req, bodyHash);
    context = merchant ? process.forMerchant(merchant) : await contextOfCall(process, parameters);
    const call: Omit<Call, 'values'> = {
      context,
      parameters,
      language: languageFor(context, parameters),
      ip: callerIp(ctx.req),
      origin: originOf(ctx.req, context.options.publicUrl),
    };
    return { answer: await runEndpoint(endpoint, call, check, merchant), contentType: context.bank.contentType };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const hint = await hintFor(error, context, parameters);
    if (hint !== undefined) context.log.warn({ path: endpoint.path, reason: error.reason }, hint);
    return refusalOf(error, endpoint, context, parameters);
  }
};

const refusalOf = (refusal: Refused, endpoint: Endpoint, context: Context, parameters: Parameters): Answer => {
  const { contentType, unknownOrderHttpStatus } = context.bank;
  const language = languageFor(context, parameters);
  if (refusal.reason === 'order-not-found' && endpoint.access !== 'anyone' && unknownOrderHttpStatus !== 200)
    return { answer: refusalText(refusal.reason, language, {}), contentType, httpStatus: unknownOrderHttpStatus };
  return { answer: endpoint.renderRefusal(refusal, context, language), contentType };
};

/** Nobody in particular, where anybody may call. */
const callerOf = (context: Context, endpoint: Endpoint, parameters: Parameters): Promise<Merchant> | undefined => {
  if (endpoint.access === 'anyone') return undefined;
  if (endpoint.access === 'named-merchant') return namedMerchant(context, parameters);
  return authenticate(context, parameters, endpoint.acceptsToken);
};

const nothing: Parameters = Object.freeze({});

const languageFor = ({ bank }: Context, parameters: Parameters): Language =>
  languageOf(parameter(parameters, 'language'), bank.defaultLanguage);

const runEndpoint = (
  endpoint: Endpoint,
  call: Omit<Call, 'values'>,
  check: Served['check'],
  merchant: Merchant | undefined,
): Promise<object> => {
  const values = check(call.parameters);
  if (endpoint.access === 'anyone') return endpoint.answer({ ...call, values });
  if (!merchant) throw new Refused('access-denied');
  return endpoint.answer({ ...call, merchant, values });
};
