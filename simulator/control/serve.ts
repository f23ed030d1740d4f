import type { IncomingMessage } from 'node:http';
import type { ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import type { Endpoint } from '../http/call/endpoint.ts';
import { isOwnPage, requireControlAccess } from '../http/control-access.ts';
import { replyByKoa } from '../http/koa-reply.ts';
import { originOf } from '../http/read/origin.ts';
import { isForPerson } from '../http/read/reader.ts';
import { unknownPage, wrongMethod } from '../http/unknown/unknown-address.ts';
import { hideCardData } from '../masking/hide-card-data.ts';
import { controlEndpoints } from './all.ts';
import type { ControlEndpoint, RawAnswer } from './control-endpoint.ts';
import { meantCall } from './meant-call.ts';
import { Problem, problemDocument, problemOf } from './problem.ts';
import { checked, checkedInSlices, jsonBody, largeJsonBody, queryOf } from './read-call.ts';

interface Route {
  readonly endpoint: ControlEndpoint;
  readonly pattern: RegExp;
}

/** Serves every endpoint of the control API. Every error but a bug becomes a problem document. */
export const serveControl = (
  context: Context,
  calls: readonly Endpoint[],
): ((ctx: ParameterizedContext) => Promise<void>) => {
  const routes: readonly Route[] = controlEndpoints.map((endpoint) => ({
    endpoint,
    pattern: patternOf(endpoint.path),
  }));

  const made = new Map<string, object>();
  const once = <Thing extends object>(name: string, make: () => Thing): Thing => {
    const thing = (made.get(name) as Thing | undefined) ?? make();
    made.set(name, thing);
    return thing;
  };

  const answer = async (ctx: ParameterizedContext): Promise<void> => {
    const { endpoint, path } = find(routes, ctx);
    if (!endpoint.isOpen && !(endpoint.isForOwnPages && isOwnPage(ctx.req))) requireControlAccess(context, ctx.req);
    const result = await endpoint.handle({
      context,
      path: checked(endpoint.pathFields, path),
      query: checked(endpoint.query, endpoint.query && queryOf(ctx.req.url ?? '', endpoint)),
      body: await bodyOf(endpoint, ctx.req),
      origin: originOf(ctx.req, context.options.publicUrl),
      calls,
      endpoints: controlEndpoints,
      once,
      lastEventId: ctx.get('Last-Event-ID') || undefined,
    });
    send(ctx, endpoint, result);
  };

  return async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    try {
      await answer(ctx);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      if (!sendPage(context, ctx, problem)) sendProblem(ctx, problem);
    }
  };
};

const bodyOf = async (endpoint: ControlEndpoint, request: IncomingMessage): Promise<unknown> => {
  const { body, isLarge } = endpoint;
  if (!body) return undefined;
  return isLarge
    ? checkedInSlices(body, await largeJsonBody(request))
    : checked(body, await jsonBody(request, endpoint));
};

/** `/merchants/{login}` as a pattern with the group `login`. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^/sandbox${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

const find = (
  routes: readonly Route[],
  { path, method }: ParameterizedContext,
): { readonly endpoint: ControlEndpoint; readonly path: Readonly<Record<string, string>> } => {
  const here = routes.filter(({ pattern }) => pattern.test(path));
  const route = here.find(({ endpoint }) => endpoint.method === (method === 'HEAD' ? 'GET' : method));
  if (route) return { endpoint: route.endpoint, path: namesIn(path, route.pattern) };
  if (here.length === 0) {
    const meant = meantCall(routes, path, method);
    const question = meant === undefined ? '' : `; did you mean ${meant}?`;
    throw new Problem('not-found', `there is no ${path}${question}`, { meant: meant ?? null });
  }
  const methods = here.map(({ endpoint }) => endpoint.method).join(', ');
  throw new Problem('wrong-method', `expected ${methods}`, { allow: methods.replace('GET', 'GET, HEAD') });
};

const namesIn = (path: string, pattern: RegExp): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(pattern.exec(path)?.groups ?? {}).map(([name, value]) => [name, decoded(value, name)]),
  );

const decoded = (value: string, field: string): string => {
  try {
    return hideCardData(decodeURIComponent(value));
  } catch {
    throw new Problem('wrong-field', 'expected percent-encoded UTF-8', { field });
  }
};

const send = (ctx: ParameterizedContext, { answer, status = 200 }: ControlEndpoint, result: unknown): void => {
  if (answer === 'nothing') {
    ctx.status = 204;
    return;
  }
  ctx.status = status;
  if ('contentType' in answer) sendRaw(ctx, result as RawAnswer);
  else ctx.body = result;
};

const sendRaw = (ctx: ParameterizedContext, { contentType, text, bytes, stream }: RawAnswer): void => {
  ctx.set('Content-Type', contentType);
  if (!stream || ctx.method === 'HEAD') {
    ctx.body = bytes ?? text ?? '';
    return;
  }
  // The connection closes with the stream, also when the gateway stops.
  ctx.res.shouldKeepAlive = false;
  stream(ctx.res);
  ctx.respond = false;
};

/** Sends a browser a page about a wrong address or method; returns whether it did. */
const sendPage = (context: Context, ctx: ParameterizedContext, { facts }: Problem): boolean => {
  if (!isForPerson(ctx.req) || (facts.meant === undefined && facts.allow === undefined)) return false;
  const open = { request: ctx.req, method: ctx.method, path: ctx.path };
  ctx.req.resume();
  replyByKoa(
    ctx,
    facts.allow === undefined
      ? unknownPage(context, open, facts.meant ?? undefined)
      : wrongMethod(context, open, facts.allow),
  );
  return true;
};

const sendProblem = (ctx: ParameterizedContext, problem: Problem): void => {
  const document = problemDocument(problem);
  ctx.req.resume();
  ctx.status = document.status;
  if (document.status === 401) ctx.set('WWW-Authenticate', 'Bearer realm="tillbox"');
  if (problem.facts.allow !== undefined) ctx.set('Allow', problem.facts.allow);
  ctx.body = JSON.stringify(document);
  ctx.set('Content-Type', 'application/problem+json');
};
