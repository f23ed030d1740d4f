import { acsRoutes } from '../acs/routes.ts';
import { cardPageRoutes, pageCalls } from '../card-page/routes.ts';
import type { Context } from '../context.ts';
import { pageAt } from '../dashboard/pages.ts';
import { unknownCallRoute } from '../gateway/unknown-call.ts';
import { callRoutes } from '../http/call/call-routes.ts';
import { inboxRoute } from '../http/inbox-route.ts';
import type { Route } from '../http/pipeline.ts';

/** The routes of everything but the merchant API: pages, their calls, and the rest, which Koa answers. */
export const createPages = (context: Context): ((path: string) => Route) => {
  const calls = callRoutes(context, pageCalls);
  const cardPage = cardPageRoutes(context);
  const acs = acsRoutes(context);
  const inbox = inboxRoute(context);
  const unknownCall = unknownCallRoute(context);
  const rest: Route = { answer: lateKoa(context) };
  const ownRest = { ...rest, isForOwnSite: true };
  const dashboard = { ...ownRest, admitsLinks: true };
  const assets = `${context.bank.basePath}/merchants/assets/`;
  // Everything else that Koa answers is closed to other sites, in whatever spelling the routers accept.
  const isOpen = (path: string): boolean => path.startsWith(assets) || path.startsWith('/acs/assets/');
  const restAt = (path: string): Route => (pageAt(path) ? dashboard : isOpen(path) ? rest : ownRest);
  return (path) => calls.get(path) ?? cardPage(path) ?? unknownCall(path) ?? acs(path) ?? inbox(path) ?? restAt(path);
};

/** Koa is loaded by the first request that it answers: a test that pays an order over HTTP has none. */
const lateKoa = (context: Context): Route['answer'] => {
  let loading: Promise<Route['answer']> | undefined;
  return async (open, response) => {
    loading ??= import('./koa-answer.ts').then(({ koaAnswer }) => koaAnswer(context));
    return (await loading)(open, response);
  };
};
