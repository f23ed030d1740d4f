import type { Context } from '../context.ts';
import { isWatched } from '../http/keep-exchange.ts';
import { pathOf } from '../http/path-of.ts';
import { faultyPages } from '../http/spoil-page.ts';
import type { Take } from '../http/take.ts';
import { unlessUnavailable } from '../http/unless-unavailable.ts';
import { answerPlainly } from '../http/visit.ts';
import { faultFinder } from '../payments/find-fault.ts';
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
