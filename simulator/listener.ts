import type { RequestListener } from 'node:http';
import type { Context } from './context.ts';
import { gatewayEndpoints } from './gateway/endpoints.ts';
import { dispatch } from './http/dispatch.ts';
import { faultFinder } from './payments/find-fault.ts';

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
  return (request, response) => {
    if (isCall(request, response)) return;
    if (answerPage) answerPage(request, response);
    else void pages().then((answer) => answer(request, response));
  };
};
