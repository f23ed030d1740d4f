import type { Context } from '../../context.ts';
import type { Take } from '../../http/call/handler.ts';
import { isWatched } from '../../http/call/keep-exchange.ts';
import { faultyPages } from '../../http/page/page-faults.ts';
import { answerPlainly } from '../../http/page/page-request.ts';
import { unlessUnavailable } from '../../http/page/when-store-is-down.ts';
import { pathOf } from '../../http/read/path-of.ts';
import { faultFinder } from '../../payments/faults/find-fault.ts';
import { createCardPage, showUnavailable } from './card-page.ts';
import { pageKind } from './page-kind.ts';
import { showPage } from './show-page.ts';

/**
 * Opens the card page without Koa, which would take a third of the time. Where somebody writes down or watches what is
 * asked for, the page goes the way of all others, which tells them.
 */
export const openPage = (context: Context): Take => {
  if (context.log.isInfo) return () => false;
  const orUnavailable = unlessUnavailable(context, showUnavailable(context));
  const makePage = orUnavailable(faultyPages(context, faultFinder(context))('page', showPage(createCardPage(context))));
  const folder = `${context.bank.basePath}/merchants/`;
  return (request, response) => {
    if (request.method !== 'GET' || isWatched(context)) return false;
    const path = pathOf(request.url ?? '');
    const [file = '', ...more] = path.slice(folder.length).split('/').reverse();
    if (!path.startsWith(folder) || more.length > 1 || pageKind(file) !== 'payment') return false;
    void answerPlainly(context, makePage, [request, response], path);
    return true;
  };
};
