import { refusalGroups } from '../../data/refusal-groups.ts';
import { wasDeclined } from '../../domain/orders/pay.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRecurrentDecline, renderRecurrentRefusal } from '../answers/render-json-refusal.ts';
import { chargeBinding, chargeParameters, chargeShape, renderCharge } from './charge-binding.ts';

/** `data` and `orderStatus` are there for a payment that went well, `error` for one that failed. */
export const recurrentPayment: MerchantEndpoint = {
  path: 'recurrentPayment.do',
  meaning:
    'Recurring payment (JSON). That a declined card is an error with code 1, and codes other than 10, are guesses from the wallets.',
  meaningInRussian:
    'Рекуррентный платёж (JSON). То, что отказ по карте — ошибка с кодом 1, и другие коды, кроме 10, — предположения по вызовам кошельков.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'stored-cards',
  body: 'json',
  parameters: chargeParameters,
  refuses: [...refusalGroups.registration, ...refusalGroups.storedCardPayment],
  renderRefusal: renderRecurrentRefusal,
  shape: (bank) => ({
    name: 'RecurrentPayment',
    fields: {
      success: { kind: 'flag', values: [true] },
      data: { kind: 'object', fields: { orderId: { kind: 'text' } } },
      orderStatus: { kind: 'object', shape: chargeShape(bank) },
    },
  }),
  answer: async (call) => {
    const order = await chargeBinding(call, 'R');
    if (wasDeclined(order)) return renderRecurrentDecline(order, call.language);
    return { success: true, data: { orderId: order.id }, orderStatus: renderCharge(call, order) };
  },
};
