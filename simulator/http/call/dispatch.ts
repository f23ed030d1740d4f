import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../../context.ts';
import { errorCodes, refusalText } from '../../data/error-codes.ts';
import { type Fault, preventsWork } from '../../domain/fault.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Language } from '../../domain/order.ts';
import { type RefusalReason, Refused } from '../../domain/refused.ts';
import { countRequest, type RequestCount } from '../../runtime/metrics.ts';
import { askingParameters } from '../../scenario-engine/choice/asking-parameters.ts';
import { endpointName } from '../../scenario-engine/definition/endpoint-name.ts';
import { parameterChecker, type Values } from '../read/check-parameters.ts';
import { languageOf } from '../read/languages.ts';
import { callerIp, originOf } from '../read/origin.ts';
import { type Parameters, parameter } from '../read/parameters.ts';
import { pathOf } from '../read/path-of.ts';
import { readJsonParameters } from '../read/read-json-parameters.ts';
import { readParameters } from '../read/read-parameters.ts';
import { authenticate, namedMerchant } from './authenticate.ts';
import { createEnding, type EndAnswer } from './batched-writes.ts';
import { contextOfCall } from './context-of-call.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { asRefused, reportFault, sendFault } from './fault.ts';
import type { FindFault } from './faults.ts';
import type { Take } from './handler.ts';
import { hintFor } from './hint.ts';
import { isWatched, keepExchange } from './keep-exchange.ts';
import { checkSignature, hashOfSigned } from './request-signature.ts';
import { sendFaulty } from './send-fault.ts';

/** An endpoint with what is made once for it. */
interface Served {
  readonly path: string;
  readonly endpoint: Endpoint;
  /** As scenarios call it. */
  readonly name: string;
  readonly asking: readonly string[];
  readonly check: (parameters: Parameters) => Values;
  readonly count: RequestCount;
  readonly endAnswer: EndAnswer;
}

/**
 * Serves the calls of the gateway's API; everything else is left to the pages. Every expected no is HTTP 200. A call does
 * not go through Koa, which would take as much time as the call itself.
 */
export const dispatch = (
  context: Context,
  endpoints: readonly Endpoint[],
  findFault: FindFault = () => undefined,
): Take => {
  const endAnswer = createEnding();
  const byPath = new Map<string, Served>(
    endpoints.map((endpoint) => {
      const path = fullPath(context, endpoint);
      return [
        path,
        {
          path,
          endpoint,
          name: endpointName(endpoint.path),
          asking: askingParameters.filter((parameter) => parameter in endpoint.parameters),
          check: parameterChecker(endpoint.parameters),
          count: context.metrics.requests(path),
          endAnswer,
        },
      ];
    }),
  );

  return (request, response) => {
    const served = byPath.get(pathOf(request.url ?? ''));
    if (!served) return false;
    if (request.method === 'POST' || request.method === 'GET')
      void serve(context, served, request, response, findFault);
    else {
      response.writeHead(405).end();
      countRequest(served.count, 405);
    }
    return true;
  };
};

const serve = async (
  context: Context,
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
  findFault: FindFault,
): Promise<void> => {
  const startMs = context.clock.now();
  const seen: Seen = { merchant: '', parameters: nothing, atMs: startMs };
  let contentType = '';
  let text = '';
  try {
    const answer = await answerCall(context, served, request, seen, findFault);
    contentType = answer.contentType;
    text = answer.fault
      ? await sendSpoilt(response, answer, answer.fault)
      : sendJson(response, answer, served.endAnswer);
  } catch (error) {
    reportFault(context.log, error, context.requestIdOf(request));
    sendFault(response, error, context.requestIdOf(request));
  }
  countRequest(served.count, response.statusCode);
  if (isWatched(context))
    keepExchange(context, {
      ...seen,
      tookMs: context.clock.now() - startMs,
      surface: served.endpoint.access === 'anyone' ? 'page' : 'api',
      method: request.method ?? '',
      path: served.path,
      httpStatus: response.statusCode,
      contentType,
      answer: text,
    });
  if (!context.log.isInfo) return;
  const { merchant } = seen;
  const facts = { method: request.method, path: served.path, status: response.statusCode, merchant };
  context.log.info({ ...facts, ms: context.clock.now() - startMs }, 'request');
};

/** Writes the answer; the text that is sent. */
const sendJson = (
  response: ServerResponse,
  { answer, contentType, httpStatus = 200 }: Answer,
  endAnswer: EndAnswer,
): string => {
  const text = JSON.stringify(answer);
  const length = Buffer.byteLength(text);
  response.writeHead(httpStatus, {
    'Content-Type': contentType,
    'Content-Length': length,
    'Cache-Control': 'no-store',
  });
  // Plain ASCII is the same in both encodings, and Latin-1 is written faster.
  endAnswer(response, text, length === text.length ? 'latin1' : 'utf8');
  return text;
};

/** Writes the answer with what is wrong about it; the text that was meant. */
const sendSpoilt = async (response: ServerResponse, answer: Answer, fault: Fault): Promise<string> => {
  const body = JSON.stringify(answer.answer);
  const headers = { 'content-type': answer.contentType, 'cache-control': 'no-store' };
  await sendFaulty(response, { status: answer.httpStatus ?? 200, headers, body }, fault);
  return body;
};

const fullPath = ({ bank }: Context, { path }: Endpoint): string =>
  path.startsWith('/') ? path : `${bank.basePath}/${path}`;

interface Answer {
  readonly answer: object | string;
  readonly contentType: string;
  readonly httpStatus?: number;
  readonly fault?: Fault;
}

/** What is found out about a call while it is served, for the journal. */
interface Seen {
  merchant: string;
  parameters: Parameters;
  atMs: number;
}

const answerCall = async (
  process: Context,
  { endpoint, name, asking, check }: Served,
  request: IncomingMessage,
  seen: Seen,
  findFault: FindFault,
): Promise<Answer> => {
  let context = process;
  let parameters: Parameters = nothing;
  let fault: Fault | undefined;
  const bodyHash = hashOfSigned(request);
  try {
    parameters = endpoint.body === 'json' ? await readJsonParameters(request) : await readParameters(request);
    seen.parameters = parameters;
    const merchant = await callerOf(context, endpoint, parameters);
    if (merchant) checkSignature(merchant, request, bodyHash);
    context = merchant ? process.forMerchant(merchant) : await contextOfCall(process, parameters);
    seen.merchant = context.login;
    seen.atMs = context.clock.now();
    const finding = findFault({ on: name, merchant, asking, read: (field) => parameter(parameters, field) });
    if (finding) fault = await finding;
    if (fault && preventsWork(fault)) return await unworked(fault, endpoint, context, parameters);
    const call: Omit<Call, 'values'> = {
      context,
      parameters,
      language: languageFor(context, parameters),
      ip: callerIp(request),
      origin: originOf(request, context.options.publicUrl),
    };
    const answer = await runEndpoint(endpoint, call, check, merchant);
    if (fault) return await delayed({ answer, contentType: context.bank.contentType, fault }, context);
    return { answer, contentType: context.bank.contentType };
  } catch (error) {
    const refusal = asRefused(context.log, error);
    if (!refusal) throw error;
    // A store that goes just now takes the hint with it, not the answer.
    const hint = refusal === error && (await hintFor(refusal, context, parameters).catch(() => undefined));
    if (hint)
      context.log.warn({ requestId: context.requestIdOf(request), path: endpoint.path, reason: refusal.reason }, hint);
    const answer = refusalOf(refusal, endpoint, context, parameters);
    return fault ? delayed({ ...answer, fault }, context) : answer;
  }
};

/** The answer after the time that its fault wants, by the merchant's clock. */
const delayed = async (answer: Answer, { clock }: Context): Promise<Answer> => {
  if (answer.fault?.delay) await clock.sleep(answer.fault.delay.fromMs);
  return answer;
};

/** The answer to a call whose work a fault prevents. */
const unworked = (fault: Fault, endpoint: Endpoint, context: Context, parameters: Parameters): Promise<Answer> => {
  const { contentType } = context.bank;
  if (fault.answer?.kind !== 'error-code') return delayed({ answer: {}, contentType, fault }, context);
  const { code } = fault.answer;
  context.metrics.refused(code);
  const known = (Object.keys(errorCodes) as RefusalReason[]).find(
    (reason) => errorCodes[reason].code === code && !errorCodes[reason].en.includes('{'),
  );
  const reason = known ?? 'system-error';
  const bank = { ...context.bank, errorCodes: { ...context.bank.errorCodes, [reason]: code } };
  const answer = endpoint.renderRefusal(new Refused(reason), { ...context, bank }, languageFor(context, parameters));
  return delayed({ answer, contentType, fault }, context);
};

const refusalOf = (refusal: Refused, endpoint: Endpoint, context: Context, parameters: Parameters): Answer => {
  const { contentType, unknownOrderHttpStatus, errorCodes: ownCodes } = context.bank;
  const language = languageFor(context, parameters);
  context.metrics.refused(ownCodes[refusal.reason] ?? errorCodes[refusal.reason].code);
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
