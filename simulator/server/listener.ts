import type { RequestListener } from 'node:http';
import type { Context } from '../context.ts';
import { gatewayEndpoints } from '../gateway/endpoints.ts';
import { callRoutes } from '../http/call/call-routes.ts';
import { createPipeline, type Route } from '../http/pipeline.ts';

/** Answers every request. The calls of the merchant API are there at once; the pages are loaded at their first request. */
export const createListener = (context: Context): RequestListener => {
  const calls = callRoutes(context, gatewayEndpoints);
  let findPage: ((path: string) => Route) | undefined;
  let loading: Promise<(path: string) => Route> | undefined;
  const loadPages = async (): Promise<(path: string) => Route> => {
    loading ??= import('./app.ts').then(({ createPages }) => createPages(context));
    findPage = await loading;
    return findPage;
  };
  return createPipeline(
    context,
    (path) => calls.get(path) ?? findPage?.(path) ?? loadPages().then((find) => find(path)),
  );
};
