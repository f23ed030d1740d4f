import type { Middleware, ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import { Refused } from '../domain/refused.ts';
import { authenticate } from './authenticate.ts';
import { parameterChecker, type Values } from './check-parameters.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { languageOf } from './languages.ts';
import { callerIp, originOf } from './origin.ts';
import { type Parameters, parameter } from './parameters.ts';
import { readParameters } from './read-parameters.ts';

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
    sendJson(ctx, context.bank.contentType, await answerCall(context, served, ctx));
    return undefined;
  };
};

/** Written past Koa's own answering, to save the time that it takes. */
const sendJson = (ctx: ParameterizedContext, contentType: string, answer: object): void => {
  const text = JSON.stringify(answer);
  ctx.respond = false;
  ctx.res.writeHead(200, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  ctx.res.end(text);
};

const fullPath = ({ bank }: Context, { path }: Endpoint): string =>
  path.startsWith('/') ? path : `${bank.basePath}/${path}`;

const answerCall = async (context: Context, served: Served, ctx: ParameterizedContext): Promise<object> => {
  const parameters = await readParameters(ctx.req);
  const language = languageOf(parameter(parameters, 'language'), context.bank.defaultLanguage);
  try {
    return await runEndpoint(served, {
      context,
      parameters,
      language,
      ip: callerIp(ctx.req),
      origin: originOf(ctx.req, context.options.publicUrl),
    });
  } catch (error) {
    if (error instanceof Refused) return served.endpoint.renderRefusal(error, context, language);
    throw error;
  }
};

const runEndpoint = async ({ endpoint, check }: Served, call: Omit<Call, 'values'>): Promise<object> => {
  const { context, parameters } = call;
  if (endpoint.access === 'anyone') return endpoint.answer({ ...call, values: check(parameters) });
  const merchant = await authenticate(context, parameters, endpoint.acceptsToken);
  return endpoint.answer({ ...call, merchant, values: check(parameters) });
};
