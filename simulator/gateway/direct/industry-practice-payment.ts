import { Refused } from '../../domain/refused.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { payerValues, requestedOutcome } from '../../http/read/payer-values.ts';
import type { BindingPayment } from '../../payments/cards/stored-card.ts';
import { bindingPayment } from '../bindings/payment-order-binding.ts';
import { findOrder } from '../orders/find-order.ts';

/**
 * Practices by which a merchant may charge a stored card: incremental, resubmission, delayed charges, reauthorization and
 * no show. Source: BPC REST documentation, tii of the status; which letter means which is a guess by their order.
 */
const practices: ReadonlySet<string> = new Set(['IPI', 'IPS', 'IPD', 'IPA', 'IPN']);

const readPayment = async (call: MerchantCall): Promise<BindingPayment> => {
  const { mdOrder, bindingId = '', ip = call.ip } = call.values;
  const order = await findOrder({ ...call, values: { orderId: mdOrder } });
  const tii = call.values['tii']?.toUpperCase() ?? '';
  if (!practices.has(tii)) throw new Refused('value-invalid', { field: 'tii' });
  return {
    order,
    bindingId,
    payerIp: ip,
    makesTwoCalls: false,
    threeDs: 'skipped',
    ...payerValues(call.values),
    ...requestedOutcome(call.values),
    tii,
  };
};

export const industryPracticePayment = bindingPayment(
  {
    path: 'industryPractice/paymentOrder.do',
    meaning:
      'Charges a stored card by a practice of the industry, such as a no show. All but the call and its `tii` is a guess from `paymentOrderBinding.do`.',
    meaningInRussian:
      'Списание по связке по отраслевой практике, например за неявку (no show). Всё, кроме самого вызова и его `tii`, — предположение по `paymentOrderBinding.do`.',
    source: 'bpc-rest',
  },
  {
    tii: { kind: 'text', required: true, max: 3, meaning: 'The practice: IPI, IPS, IPD, IPA or IPN.' },
    originalPaymentNetRefNum: { kind: 'text', max: 36, meaning: 'Reference of the first payment; not looked at.' },
  },
  readPayment,
);
