import { refusalGroups } from '../../data/refusal-groups.ts';
import type { OrderCall, OrderEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { payerValues, requestedOutcome } from '../../http/read/payer-values.ts';
import { attemptPayment } from '../../payments/attempt/attempt-payment.ts';
import { typedMeans } from '../../payments/attempt/payment-means.ts';
import type { PaymentRequest } from '../../payments/attempt/payment-request.ts';
import { readTypedCard } from '../../payments/cards/typed-card.ts';
import { cardFieldsOf, cardParameters, secondCallParameters } from '../../wire/card-parameters.ts';
import { paymentFormResult, paymentFormShape } from '../../wire/payment-form-result.ts';
import { pageCallParameters } from './page-parameters.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

/** A decline is errorCode 0 too: the request was handled. */
export const processform: OrderEndpoint = {
  path: 'rest/processform.do',
  meaning: "Card page's own call: sends the card.",
  meaningInRussian: 'Вызов самой платёжной страницы: отправляет карту.',
  source: 'rbs-clients',
  access: 'order',
  parameters: {
    ...pageCallParameters,
    ...cardParameters,
    seToken: { kind: 'secret', meaning: "Card data, encrypted with the gateway's key." },
    email: { kind: 'text', max: 254, meaning: "The payer's address." },
    phone: { kind: 'text', max: 32, meaning: "The payer's phone." },
    bindingNotNeeded: { kind: 'flag', meaning: 'The payer does not want the card to be stored.' },
    jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome.' },
    ...secondCallParameters,
  },
  refuses: [...refusalGroups.card, ...refusalGroups.payment],
  renderRefusal: renderPageRefusal,
  shape: paymentFormShape,
  answer: async (call) => paymentFormResult(call, await attemptPayment(call.context, readPayment(call))),
};

const readPayment = ({ context, order, values, ip }: OrderCall): PaymentRequest => {
  const { seToken } = values;
  const card = readTypedCard(context, { fields: cardFieldsOf(values), seToken, orderId: order.id });
  return {
    order,
    means: typedMeans(card),
    payerIp: ip,
    paymentWay: 'CARD',
    // The page sends this only if the card must not be stored.
    savesCard: !isTrue(values['bindingNotNeeded']),
    makesTwoCalls: true,
    ...payerValues(values),
    ...requestedOutcome(values),
  };
};
