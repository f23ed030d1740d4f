import type { AnswerShape } from '../../data/answer-table.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt, wasDeclined } from '../../domain/orders/pay.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { finishChallenge } from '../../payments/attempt/challenge.ts';
import { failReturn, returnLanguage, shopReturn } from '../../wire/shop-return.ts';
import { renderPaymentRefusal } from '../answers/render-refusal.ts';
import { findOrderById } from '../orders/find-order.ts';

/** The payer returned from the issuer to the shop's own page: the issuer's answer ends the payment. */
const finish = async (call: MerchantCall, found: Order): Promise<object> => {
  const order = await finishChallenge(call.context, found);
  const { context, origin, language, values } = call;
  const flag = lastAttempt(order)?.threeDs?.version === 2 ? { is3DSVer2: true } : {};
  if (!wasDeclined(order)) {
    return { redirect: shopReturn(order, context.bank, origin, returnLanguage(values, order)), errorCode: 0, ...flag };
  }
  const error = displayMessage(order.actionCode, language);
  return {
    redirect: failReturn(order, context.bank, origin, returnLanguage(values, order)),
    error,
    errorCode: 0,
    ...flag,
  };
};

const finishRefusals: MerchantEndpoint['refuses'] = [...refusalGroups.orderById, ...refusalGroups.payment];

const finishedShape = (): AnswerShape => ({
  name: 'ThreeDsFinished',
  fields: {
    redirect: { kind: 'text', meaning: 'Where the payer goes.' },
    error: { kind: 'text', optional: true, meaning: 'Why the card is declined.' },
    errorCode: { kind: 'number', values: [0] },
    is3DSVer2: { kind: 'flag', optional: true },
  },
});

/** `paRes` is ignored; the issuer is asked. */
export const finish3dsPayment: MerchantEndpoint = {
  path: 'rest/finish3dsPayment.do',
  meaning: "3-D Secure 1 on the shop's own page.",
  meaningInRussian: '3-D Secure 1 на странице магазина.',
  source: 'rbs-clients',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    mdOrder: {
      kind: 'secret',
      required: true,
      missing: 'key-missing',
      max: 36,
      meaning: "The gateway's id of the order.",
    },
    paRes: { kind: 'secret', required: true, missing: 'key-missing', meaning: "The issuer's answer." },
    ...languageParameter,
  },
  refuses: finishRefusals,
  renderRefusal: renderPaymentRefusal,
  shape: finishedShape,
  answer: async (call) => finish(call, await findOrderById(call, call.values['mdOrder'] ?? '')),
};

export const finish3dsVer2Payment: MerchantEndpoint = {
  path: 'rest/finish3dsVer2Payment.do',
  meaning: "3-D Secure 2 on the shop's own page.",
  meaningInRussian: '3-D Secure 2 на странице магазина.',
  source: 'bpc-rest',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    threeDSServerTransId: {
      kind: 'secret',
      required: true,
      missing: 'key-missing',
      max: 36,
      meaning: 'Which authentication.',
    },
    threeDSVer2MdOrder: { kind: 'secret', max: 36, meaning: "The gateway's id of the order, of an instant payment." },
    ...languageParameter,
  },
  refuses: finishRefusals,
  renderRefusal: renderPaymentRefusal,
  shape: finishedShape,
  answer: async (call) => {
    const { context, values, merchant } = call;
    const known = await context.store.orders.findByServerTransId(values['threeDSServerTransId'] ?? '');
    const { threeDSVer2MdOrder: mdOrder } = values;
    if (!known || (mdOrder !== undefined && mdOrder !== known.id)) throw new Refused('order-not-found');
    if (known.merchant !== merchant.login) throw new Refused('other-merchant');
    return finish(call, known);
  },
};
