import type { Context } from '../context.ts';
import { htmlPage } from '../http/page/html-page.ts';
import { forPost, nowhere, type Page, pageRoutes } from '../http/page/page.ts';
import type { Route } from '../http/pipeline.ts';
import { parameter } from '../http/read/parameters.ts';
import { pack, unpack } from '../text/pack.ts';
import { acsPath } from '../wire/acs-hop.ts';
import { notifyPath } from '../wire/payment-form-result.ts';
import { assetsBase, showUnavailable } from './acs-pages.ts';
import { answerCode } from './answer-code.ts';
import { renderAutoPost } from './render.ts';
import { showChallenge } from './show-challenge.ts';

/**
 * The issuer's look at the browser. It tells the shop that it is over, if the shop has given an address; the gateway itself
 * waits for nothing. Source: EMV 3-D Secure, 3DS Method.
 */
const methodPage: Page = {
  show: async (request) => {
    const sent = unpack(parameter(request.parameters, 'threeDSMethodData'));
    const { threeDSMethodNotificationURL: action, threeDSServerTransID } = sent ?? {};
    const isOfShop = typeof action === 'string' && /^https?:/i.test(action) && !action.endsWith(notifyPath);
    if (!isOfShop) return emptyPage.show(request);
    const fields = [{ name: 'threeDSMethodData', value: pack({ threeDSServerTransID }) }];
    const { defaultLanguage: language } = request.context.bank;
    return htmlPage(renderAutoPost({ language, destination: 'fromIssuer', action, fields, assetsBase }));
  },
};

/** For the hidden frames of 3-D Secure 2. */
const emptyPage: Page = {
  show: () =>
    htmlPage(
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>3-D Secure</title></head><body></body></html>',
    ),
};

/** The issuer's pages: the challenge, and the frames that look at the browser. */
export const acsRoutes = (context: Context): ((path: string) => Route | undefined) => {
  const route = pageRoutes(context, 'acs', showUnavailable(context));
  const frame = route(emptyPage);
  const routes = new Map([
    [acsPath, route(showChallenge)],
    ['/acs/answer', route(forPost, answerCode)],
    ['/acs/3ds-method', route(methodPage)],
    ['/3dsserver/api/v1/client/gather', frame],
    [notifyPath, frame],
  ]);
  const unknown = route(nowhere);
  return (path) => routes.get(path) ?? (/^\/(?:acs|3dsserver)\/(?!assets\/)/.test(path) ? unknown : undefined);
};
