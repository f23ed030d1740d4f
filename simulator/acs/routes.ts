import type { Context } from '../context.ts';
import { htmlPage } from '../http/page/html-page.ts';
import { forPost, nowhere, type Page, pageRoutes } from '../http/page/page.ts';
import type { Route } from '../http/pipeline.ts';
import { acsPath } from '../wire/acs-hop.ts';
import { showUnavailable } from './acs-pages.ts';
import { answerCode } from './answer-code.ts';
import { showChallenge } from './show-challenge.ts';

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
    ['/acs/3ds-method', frame],
    ['/3dsserver/api/v1/client/gather', frame],
    ['/3dsserver/api/v1/client/notify', frame],
  ]);
  const unknown = route(nowhere);
  return (path) => routes.get(path) ?? (/^\/(?:acs|3dsserver)\/(?!assets\/)/.test(path) ? unknown : undefined);
};
