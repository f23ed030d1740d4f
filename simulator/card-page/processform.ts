import { displayMessage } from '../data/display-messages.ts';
import { outcomeSentences } from '../data/page-texts.ts';
import type { Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';
import { Refused } from '../domain/refused.ts';
import { jsonObject, type Values } from '../http/check-parameters.ts';
import type { Call, OpenEndpoint } from '../http/endpoint.ts';
import { acsHop, pack } from '../payments/acs-hop.ts';
import { attemptPayment, type PaymentRequest } from '../payments/attempt-payment.ts';
import { shopReturn } from '../payments/shop-return.ts';
import { checkCard } from './check-card.ts';
import { infoFor } from './info-for.ts';
import { pageCallParameters } from './page-parameters.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

/** processform.do: the page sends the card. A decline is errorCode 0 too: the request was handled. */
export const processform: OpenEndpoint = {
  path: 'rest/processform.do',
  access: 'anyone',
  parameters: {
    ...pageCallParameters,
    $PAN: { kind: 'secret', meaning: 'Card number.' },
    $CVC: { kind: 'secret', meaning: 'Security code.' },
    $EXPIRY: { kind: 'secret', meaning: 'YYYYMM; wins over YYYY and MM.' },
    YYYY: { kind: 'secret', meaning: 'Year of the expiry date.' },
    MM: { kind: 'secret', meaning: 'Month of the expiry date.' },
    TEXT: { kind: 'secret', meaning: 'Cardholder.' },
    email: { kind: 'text', max: 254, meaning: "The payer's address." },
    phone: { kind: 'text', max: 32, meaning: "The payer's phone." },
    bindingNotNeeded: { kind: 'flag', meaning: 'The payer does not want the card to be stored.' },
    jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome.' },
    threeDSServerTransId: { kind: 'secret', meaning: 'Second call of 3-D Secure 2.' },
    threeDSServerTransID: { kind: 'secret', meaning: 'The same, as some samples spell it.' },
  },
  renderRefusal: renderPageRefusal,
  answer: async (call) => {
    const { next, order } = await attemptPayment(call.context, readPayment(call));
    if (next === 'browser-check') return renderBrowserCheck(call, order);
    if (next === 'challenge') return renderChallenge(call, order);
    return renderFinished(call, order);
  },
};

const readPayment = ({ context, values, ip }: Call): PaymentRequest => {
  const { card, problems } = checkCard(
    { pan: values['$PAN'] ?? '', expiry: readExpiry(values), cvc: values['$CVC'] ?? '', holder: values['TEXT'] ?? '' },
    context.clock.now(),
  );
  const problem = problems.pan ?? problems.expiry ?? problems.cvc ?? problems.cardholder;
  if (problem) throw new Refused(problem.reason);
  const scenario = jsonObject(values['jsonParams'], 'jsonParams')?.['scenario'];
  const serverTransId = values['threeDSServerTransId'] ?? values['threeDSServerTransID'];
  return {
    orderId: values['MDORDER'] ?? '',
    card,
    payerIp: ip,
    paymentWay: 'CARD',
    // The page says only when the payer does not want the card to be stored.
    savesCard: values['bindingNotNeeded']?.toLowerCase() !== 'true',
    makesTwoCalls: true,
    ...(values['email'] !== undefined && { email: values['email'] }),
    ...(values['phone'] !== undefined && { phone: values['phone'] }),
    ...(typeof scenario === 'string' && { requestedOutcome: scenario }),
    ...(serverTransId !== undefined && { serverTransId }),
  };
};

const readExpiry = (values: Values): string =>
  values['$EXPIRY'] ?? `${values['YYYY'] ?? ''}${(values['MM'] ?? '').padStart(2, '0')}`;

/** First answer of 3-D Secure 2: the browser visits the issuer's method page, then the page calls again. */
const renderBrowserCheck = ({ origin }: Call, order: Order): object => {
  const serverTransId = lastAttempt(order)?.threeDs?.serverTransId ?? '';
  return {
    errorCode: 0,
    is3DSVer2: true,
    threeDSServerTransId: serverTransId,
    threeDSMethodURL: `${origin}/acs/3ds-method`,
    threeDSMethodURLServer: `${origin}/3dsserver/api/v1/client/gather?threeDSServerTransID=${serverTransId}`,
    threeDSMethodDataPacked: pack({
      threeDSMethodNotificationURL: `${origin}/3dsserver/api/v1/client/notify`,
      threeDSServerTransID: serverTransId,
    }),
  };
};

const renderChallenge = ({ context, origin, language }: Call, order: Order): object => {
  const hop = acsHop(order, context.bank, origin);
  const info = outcomeSentences[language].paid;
  return hop.version === 2
    ? { info, errorCode: 0, acsUrl: hop.acsUrl, is3DSVer2: true, packedCReq: hop.message }
    : { info, errorCode: 0, acsUrl: hop.acsUrl, paReq: hop.message, termUrl: hop.termUrl };
};

/** While attempts are left there is no redirect: the page stays and says what went wrong. */
const renderFinished = ({ context, origin, language }: Call, order: Order): object => {
  const info = infoFor(order.actionCode, language);
  const redirect = shopReturn(order, context.bank, origin, language);
  const is3DSVer2 = lastAttempt(order)?.threeDs?.version === 2;
  const flag = is3DSVer2 ? { is3DSVer2 } : {};
  if (order.actionCode === 0) return { redirect, info, errorCode: 0, ...flag };
  const error = displayMessage(order.actionCode, language);
  const said = { error, errorCode: 0, ...flag, errorTypeName: 'DATA_INPUT_ERROR', errorMessage: error };
  return order.status === 'created'
    ? { ...said, info, processingErrorType: 'CLIENT_ERROR' }
    : { ...said, info, redirect };
};
