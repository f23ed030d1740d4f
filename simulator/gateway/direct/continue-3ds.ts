import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { continuePayment } from '../../payments/attempt/attempt-payment.ts';
import { paymentFormResult, paymentFormShape } from '../../wire/payment-form-result.ts';
import { renderPaymentRefusal } from '../answers/render-refusal.ts';
import { findOrderById } from '../orders/find-order.ts';

export const continue3ds: MerchantEndpoint = {
  path: 'rest/3ds/continue.do',
  meaning: 'Second call of 3-D Secure 2.',
  meaningInRussian: 'Второй вызов 3-D Secure 2.',
  source: 'bpc-rest',
  access: 'merchant',
  acceptsToken: true,
  parameters: {
    ...credentialParameters,
    mdOrder: {
      kind: 'secret',
      required: true,
      missing: 'key-missing',
      max: 36,
      meaning: "The gateway's id of the order.",
    },
    ...languageParameter,
  },
  refuses: [...refusalGroups.orderById, ...refusalGroups.payment],
  renderRefusal: renderPaymentRefusal,
  shape: paymentFormShape,
  answer: async (call) => {
    const order = await findOrderById(call, call.values['mdOrder'] ?? '');
    return paymentFormResult({ ...call, isShopPage: true }, await continuePayment(call.context, order));
  },
};
