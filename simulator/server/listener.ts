import type { RequestListener } from 'node:http';
import type { Context } from '../context.ts';
import { gatewayEndpoints } from '../gateway/endpoints.ts';
import { dispatch } from '../http/call/dispatch.ts';
import { faultFinder } from '../payments/faults/find-fault.ts';
import { sentRequestId } from '../runtime/request-id.ts';

/** What answers a request: the calls of the merchant API at once, everything else by the pages, loaded at the first of them. */
export const createListener = (context: Context): RequestListener => {
  const isCall = dispatch(context, gatewayEndpoints, faultFinder(context));
  let answerPage: RequestListener | undefined;
  let loading: Promise<RequestListener> | undefined;
  const pages = async (): Promise<RequestListener> => {
    loading ??= import('./app.ts').then(({ createPages }) => createPages(context));
    answerPage = await loading;
    return answerPage;
  };
  const serve: RequestListener = (request, response) => {
    if (isCall(request, response)) return;
    if (answerPage) answerPage(request, response);
    else void pages().then((answer) => answer(request, response));
  };
  return context.log.isInfo ? serveLogged(context, serve) : serveQuietly(serve);
};

/** Whoever sent an id gets it back. */
const serveQuietly =
  (serve: RequestListener): RequestListener =>
  (request, response) => {
    const requestId = sentRequestId(request);
    if (requestId !== undefined) response.setHeader('X-Request-Id', requestId);
    serve(request, response);
  };

/** Every answer has the id that the lines about its request carry. */
const serveLogged =
  ({ log, requestIdOf }: Context, serve: RequestListener): RequestListener =>
  (request, response) => {
    const requestId = requestIdOf(request);
    response.setHeader('X-Request-Id', requestId);
    log.about(requestId, () => serve(request, response));
  };
