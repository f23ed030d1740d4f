import type { Context } from '../context.ts';
import { actionCodeRow } from '../data/action-codes.ts';
import { type AnswerShape, type AnswerTable, optionalRows } from '../data/answer-table.ts';
import { displayMessage } from '../data/display-messages.ts';
import type { Order } from '../domain/orders/order.ts';
import { lastAttempt, wasDeclined } from '../domain/orders/pay.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import type { AttemptEnd } from '../payments/attempt/attempt-payment.ts';
import { pack } from '../text/pack.ts';
import { acsHop } from './acs-hop.ts';
import { infoFor, neutralInfo } from './info-for.ts';
import { failReturn, returnLanguage, shopReturn } from './shop-return.ts';

/** The caller, and the page that it called from. */
export interface Asker {
  readonly context: Context;
  readonly language: PageLanguage;
  /** The parameters of the call. */
  readonly values: { readonly language?: string | undefined };
  /** The start of links to this gateway. */
  readonly origin: string;
  /** A shop's own page has nowhere to stay: it is sent on after every decline. Source: samples of the BPC REST documentation. */
  readonly isShopPage?: true;
}

/**
 * The answer to every call that sends a card: the payer's next page. A decline is errorCode 0 too: the request was
 * handled. Source: BPC REST documentation, payment for order; spellings as in its samples.
 */
export const paymentFormResult = (asker: Asker, { next, order }: AttemptEnd): object => {
  if (next === 'browser-check') return browserCheck(asker, order);
  return next === 'challenge' ? challenge(asker, order) : finished(asker, order);
};

/** Where the browser tells the gateway that the issuer has looked at it. */
export const notifyPath = '/3dsserver/api/v1/client/notify';

/** First answer of 3-D Secure 2: the browser visits the issuer's method page, then the same call is made again. */
const browserCheck = ({ origin }: Asker, order: Order): object => {
  const { serverTransId = '', notificationUrl } = lastAttempt(order)?.threeDs ?? {};
  return {
    errorCode: 0,
    is3DSVer2: true,
    threeDSServerTransId: serverTransId,
    threeDSMethodURL: `${origin}/acs/3ds-method`,
    threeDSMethodURLServer: `${origin}/3dsserver/api/v1/client/gather?threeDSServerTransID=${serverTransId}`,
    threeDSMethodDataPacked: pack({
      threeDSMethodNotificationURL: notificationUrl ?? `${origin}${notifyPath}`,
      threeDSServerTransID: serverTransId,
    }),
  };
};

const challenge = ({ context, origin, language }: Asker, order: Order): object => {
  const hop = acsHop(order, context.bank, origin);
  const info = neutralInfo(language);
  return hop.version === 2
    ? { info, errorCode: 0, acsUrl: hop.acsUrl, is3DSVer2: true, packedCReq: hop.message }
    : { info, errorCode: 0, acsUrl: hop.acsUrl, paReq: hop.message, termUrl: hop.termUrl };
};

/** While attempts are left, the gateway's page gets no redirect: it shows the error. */
const finished = ({ context, origin, language, values, isShopPage }: Asker, order: Order): object => {
  const isPaid = order.status === 'approved' || order.status === 'deposited';
  const info = order.actionCode === 0 && !isPaid ? neutralInfo(language) : infoFor(order.actionCode, language);
  const back = returnLanguage(values, order);
  const redirect = shopReturn(order, context.bank, origin, back);
  const is3DSVer2 = lastAttempt(order)?.threeDs?.version === 2;
  const flag = is3DSVer2 ? { is3DSVer2 } : {};
  if (!wasDeclined(order)) return { redirect, info, errorCode: 0, ...flag };
  const error = displayMessage(order.actionCode, language);
  const { errorTypeName, processingErrorType } = errorTypes(order.actionCode);
  const said = { error, errorCode: 0, ...flag, errorTypeName, errorMessage: error };
  const isOpen = order.status === 'created';
  return {
    ...(isOpen && !isShopPage ? {} : { redirect: isOpen ? failReturn(order, context.bank, origin, back) : redirect }),
    ...said,
    ...(!isShopPage && { info }),
    ...(isOpen && { processingErrorType }),
  };
};

/** Source: samples of 3ds/continue.do in the BPC REST documentation. */
const errorTypes = (actionCode: number) =>
  actionCodeRow(actionCode)?.group === '3ds'
    ? { errorTypeName: 'TDS_UNKNOWN_ARES_STATUS', processingErrorType: 'MANDATORY_3DSECURE' }
    : { errorTypeName: 'DATA_INPUT_ERROR', processingErrorType: 'CLIENT_ERROR' };

/** The next step of 3-D Secure. */
export const threeDsStepFields: AnswerTable = optionalRows({
  is3DSVer2: { kind: 'flag' },
  threeDSServerTransId: { kind: 'text', meaning: 'Names the authentication in the second call.' },
  threeDSMethodURL: { kind: 'text', meaning: "The issuer's look at the browser, in a hidden frame." },
  threeDSMethodURLServer: { kind: 'text', meaning: "The 3DS server's, in another." },
  threeDSMethodDataPacked: { kind: 'text' },
  acsUrl: { kind: 'text', meaning: "The issuer's page, where the payer goes." },
  packedCReq: { kind: 'text', meaning: 'What is posted there, 3-D Secure 2.' },
  paReq: { kind: 'text', meaning: 'What is posted there, 3-D Secure 1.' },
  termUrl: { kind: 'text' },
});

/** The answer of `paymentFormResult`. */
export const paymentFormFields: AnswerTable = {
  errorCode: { kind: 'number', values: [0], meaning: 'Of a declined card too.' },
  ...threeDsStepFields,
  ...optionalRows({
    redirect: { kind: 'text', meaning: 'Where the payer goes.' },
    info: { kind: 'text' },
    error: { kind: 'text', meaning: 'Why the card is declined.' },
    errorTypeName: { kind: 'text' },
    errorMessage: { kind: 'text' },
    processingErrorType: { kind: 'text', meaning: 'Another card may be tried.' },
  }),
};

export const paymentFormShape = (): AnswerShape => ({ name: 'PaymentStep', fields: paymentFormFields });

/** With the stored card that paid. */
export const bindingPaymentShape = (): AnswerShape => ({
  name: 'BindingPaymentStep',
  fields: { ...paymentFormFields, bindingId: { kind: 'text' } },
});
