import { Refused } from '../domain/refused.ts';
import type { MerchantEndpoint } from '../http/endpoint.ts';
import { credentialParameters, languageParameter } from '../http/parameter-table.ts';
import { continuePayment } from '../payments/attempt-payment.ts';
import { currentOrder } from '../payments/current-order.ts';
import { paymentFormResult, paymentFormShape } from '../payments/payment-form-result.ts';
import { renderPaymentRefusal } from './render-refusal.ts';

/** 3ds/continue.do: the second call of 3-D Secure 2, without the card data. */
export const continue3ds: MerchantEndpoint = {
  path: 'rest/3ds/continue.do',
  access: 'merchant',
  acceptsToken: true,
  parameters: {
    ...credentialParameters,
    mdOrder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    ...languageParameter,
  },
  renderRefusal: renderPaymentRefusal,
  shape: paymentFormShape,
  answer: async (call) => {
    const order = await currentOrder(call.context, call.values['mdOrder'] ?? '');
    if (!order) throw new Refused('order-not-found');
    if (order.merchant !== call.merchant.login) throw new Refused('other-merchant');
    return paymentFormResult({ ...call, isShopPage: true }, await continuePayment(call.context, order.id));
  },
};
