import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { countRequest, type RequestCount } from '../runtime/metrics.ts';
import { sentRequestId } from '../runtime/request-id.ts';
import { keepExchange } from '../sharing/keep-exchange.ts';
import type { Surface } from '../store/journal/exchange.ts';
import { answerError } from './answer-error.ts';
import { belowPathOf } from './below-path.ts';
import { createGuard, type GuardReply, isLink } from './guard.ts';
import type { OpenRequest, RequestRecord } from './open-request.ts';
import { noParameters } from './read/parameters.ts';
import type { Reply } from './reply.ts';
import { createSender } from './send-reply.ts';

/** The answers to the requests to one address. */
export interface Route {
  /** Absent: not in the journal. */
  readonly surface?: Surface | undefined;
  /** Absent: not counted. */
  readonly count?: RequestCount | undefined;
  /** Whether it is closed to pages of other sites. */
  readonly isForOwnSite?: boolean;
  /** Whether a link on a page of another site may lead there all the same. */
  readonly admitsLinks?: boolean;
  /** Whether the journal keeps the text of the answer; otherwise it keeps the address of a redirect. */
  readonly keepsText?: boolean;
  /** Undefined if it has written the answer itself. */
  readonly answer: (open: OpenRequest, response: ServerResponse) => Promise<Reply | undefined>;
}

/** The only way through the gateway: who may call, address, request id, answer, faults, errors, count, journal, log. */
export const createPipeline = (context: Context, find: (path: string) => Route | Promise<Route>): RequestListener => {
  const { clock, log, requestIdOf } = context;
  const send = createSender();
  const below = belowPathOf(context.options.publicUrl);
  const { refuseCaller, judgeSite } = createGuard({
    ...context.options,
    isPrivate: context.options.control.isPrivate,
    ownMark: context.callbackMark,
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startMs = clock.now();
    const method = request.method ?? '';
    const path = pathOf(request.url ?? '');
    const record: RequestRecord = { merchant: '', parameters: noParameters, atMs: startMs };
    let route: Route | undefined;
    let reply: Reply | undefined;
    try {
      let guarded = refuseCaller(request);
      if (!guarded) {
        const found = path === '' ? nowhere : find(path);
        route = found instanceof Promise ? await found : found;
        if (route.isForOwnSite && !(route.admitsLinks && isLink(request))) guarded = admitOwnSite(request, response);
      }
      if (guarded?.refusal) log.warn({ requestId: requestIdOf(request), path }, guarded.refusal);
      reply = guarded ?? (await route?.answer({ request, method, path, record }, response));
      if (below && reply) reply = below.reply(reply);
      if (record.change && reply) reply = await record.change(reply);
      const sending = reply && send(response, reply);
      if (sending) await sending;
    } catch (error) {
      answerError(context, request, response, error);
    }
    const { statusCode: status } = response;
    if (route?.count) countRequest(route.count, status);
    if (route?.surface && (context.journal.isOn || context.events.hasListeners())) {
      const location = reply?.headers['Location'] ?? response.getHeader('Location');
      keepExchange(context, {
        ...record,
        tookMs: clock.now() - startMs,
        surface: route.surface,
        method,
        // A copy, so that the journal does not hold the whole request in memory.
        path: Buffer.from(path).toString(),
        httpStatus: status,
        contentType: String(reply?.headers['Content-Type'] ?? response.getHeader('Content-Type') ?? ''),
        answer: (route.keepsText && reply?.body) || (location === undefined ? '' : `Location: ${location}`),
      });
    }
    if (log.isDebug)
      log.debug({ method, path, status, merchant: record.merchant, ms: clock.now() - startMs }, 'request');
  };

  const admitOwnSite = (request: IncomingMessage, response: ServerResponse): GuardReply | undefined => {
    const { reply, headers = {} } = judgeSite(request);
    for (const [name, value = ''] of Object.entries(headers)) response.setHeader(name, value);
    return reply;
  };

  return (request, response) => {
    if (!log.hasRequestIds) {
      // A caller that sent an id gets it back.
      const requestId = sentRequestId(request);
      if (requestId !== undefined) response.setHeader('X-Request-Id', requestId);
      void serve(request, response);
      return;
    }
    const requestId = requestIdOf(request);
    response.setHeader('X-Request-Id', requestId);
    void log.withRequestId(requestId, () => serve(request, response));
  };
};

/** The path of a request, with doubled slashes joined: clients send `/payment/rest//register.do`. Source: a public Go client of Bereke. */
const pathOf = (url: string): string => {
  const end = url.indexOf('?');
  const path = url.startsWith('/') ? (end < 0 ? url : url.slice(0, end)) : pathOfAbsolute(url);
  return path.includes('//') ? path.replace(/\/{2,}/g, '/') : path;
};

/** Of the form that proxies send: `http://gateway/payment/rest/register.do`. Empty if it is no address. */
const pathOfAbsolute = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');

/** For requests whose address is no URL, such as `http://[/`. */
const nowhere: Route = {
  answer: async ({ request }) => {
    request.resume();
    return { status: 400, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'Bad Request' };
  },
};
