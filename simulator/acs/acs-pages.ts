import type { Bank } from '../banks/bank.ts';
import type { Context } from '../context.ts';
import { pageLanguageOf, pageLanguageOfOrder, pageLanguagesOf } from '../data/page-languages.ts';
import type { Order, ThreeDs } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import type { OpenRequest } from '../http/open-request.ts';
import { htmlPage } from '../http/page/html-page.ts';
import type { PageRequest } from '../http/page/page.ts';
import { originOf } from '../http/read/origin.ts';
import { type Parameters, parameter } from '../http/read/parameters.ts';
import { readQuery } from '../http/read/read-parameters.ts';
import type { Reply } from '../http/reply.ts';
import { pack, unpack } from '../text/pack.ts';
import { plainText } from '../text/plain-text.ts';
import { acsHop } from '../wire/acs-hop.ts';
import { renderAutoPost, renderUnavailable } from './render.ts';

/** Path of the issuer's own files. */
export const assetsBase = '/acs/assets';

/** Which challenge a request is about. */
export interface ChallengeKey {
  readonly orderId: string;
  readonly serverTransId: string;
}

/** Reads it from the first request of either generation, or from the issuer's own form. */
export const readChallengeKey = (parameters: Parameters): ChallengeKey => {
  const creq = unpack(parameter(parameters, 'creq'));
  const paReq = unpack(parameter(parameters, 'PaReq'));
  return {
    orderId: plainText(creq?.['acsTransID'] ?? paReq?.['orderId'] ?? parameter(parameters, 'acsTransID')),
    serverTransId: plainText(
      creq?.['threeDSServerTransID'] ?? paReq?.['serverTransId'] ?? parameter(parameters, 'threeDSServerTransID'),
    ),
  };
};

/** The address to which the browser returns; empty if it is no web address. Source: 3-D Secure 1, TermUrl. */
export const readTermUrl = (parameters: Parameters): string => {
  const url = parameter(parameters, 'TermUrl') ?? '';
  return /^https?:\/\//i.test(url) ? url : '';
};

/** The language that the payer chose among those of the bank, or else that of the order. */
export const chosenLanguage = (parameters: Parameters, bank: Bank, order: Order): PageLanguage =>
  pageLanguagesOf(bank).find((language) => language === parameter(parameters, 'language')) ??
  pageLanguageOfOrder(order);

/** In place of a page that cannot be made now: of the order nothing is known, not even its language. */
export const showUnavailable =
  ({ bank }: Context) =>
  ({ request }: OpenRequest): Reply => {
    const asked = parameter(readQuery(request.url ?? ''), 'language');
    return htmlPage(renderUnavailable(pageLanguageOf(asked, bank.defaultLanguage), assetsBase), 503);
  };

/** The page that carries the payer, and the issuer's answer, back to the gateway. */
export const showWayBack = (
  { request, context, parameters }: PageRequest,
  order: Order,
  threeDs: ThreeDs,
  sentTermUrl: string,
): Reply => {
  const origin = originOf(request, context.options.publicUrl);
  const { version, termUrl } = acsHop(order, context.bank, origin);
  const transStatus = threeDs.transStatus ?? 'U';
  const result = {
    threeDSServerTransID: threeDs.serverTransId,
    acsTransID: order.id,
    messageType: 'CRes',
    messageVersion: '2.2.0',
    transStatus,
  };
  const ownFinish = `${origin}${context.bank.basePath}/rest/finish3dsVer2PaymentAnonymous.do`;
  const action = version === 2 ? (threeDs.finishUrl ?? ownFinish) : sentTermUrl || termUrl;
  const fields =
    version === 2
      ? [{ name: 'cres', value: pack(result) }]
      : [
          { name: 'MD', value: order.id },
          { name: 'PaRes', value: pack({ orderId: order.id, serverTransId: threeDs.serverTransId, transStatus }) },
        ];
  const language = chosenLanguage(parameters, context.bank, order);
  return htmlPage(renderAutoPost({ language, destination: 'fromIssuer', action, fields, assetsBase }));
};
