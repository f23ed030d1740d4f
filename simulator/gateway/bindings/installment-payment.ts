import { successText } from '../../data/error-codes.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderFlaggedRefusal } from '../answers/render-refusal.ts';
import { chargeBinding, chargeParameters, chargeShape, renderCharge } from './charge-binding.ts';

/**
 * A decline is errorCode 0 too: read the status. The manual calls `preAuth` mandatory, but explains its absence
 * and leaves it out of its own sample.
 */
export const installmentPayment: MerchantEndpoint = {
  path: 'installmentPayment.do',
  meaning: 'Instalment payment (JSON). There is one try, which is a guess.',
  meaningInRussian: 'Платёж в рассрочку (JSON). Попытка одна, это предположение.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'stored-cards',
  acceptsToken: true,
  body: 'json',
  parameters: chargeParameters,
  refuses: [...refusalGroups.registration, ...refusalGroups.storedCardPayment],
  renderRefusal: renderFlaggedRefusal,
  shape: (bank) => ({
    name: 'InstallmentPayment',
    fields: {
      errorCode: { kind: 'number', values: [0] },
      errorMessage: { kind: 'text' },
      orderId: { kind: 'text' },
      orderStatus: { kind: 'object', shape: chargeShape(bank) },
      error: { kind: 'flag', values: [false] },
    },
  }),
  answer: async (call) => {
    const order = await chargeBinding(call, 'I');
    return {
      errorCode: 0,
      errorMessage: successText(call.language),
      orderId: order.id,
      orderStatus: renderCharge(call, order),
      error: false,
    };
  },
};
