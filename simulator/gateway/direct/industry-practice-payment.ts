import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { payerValues, requestedOutcome } from '../../http/read/payer-values.ts';
import { type BindingPayment, payWithBinding } from '../../payments/cards/stored-card.ts';
import { bindingPaymentShape, paymentFormResult } from '../../wire/payment-form-result.ts';
import { renderPaymentRefusal } from '../answers/render-refusal.ts';
import { findOrder } from '../orders/find-order.ts';

/**
 * Practices by which a merchant may charge a stored card: incremental, resubmission, delayed charges, reauthorization and
 * no show. Source: BPC REST documentation, tii of the status; which letter means which is a guess by their order.
 */
const practices: ReadonlySet<string> = new Set(['IPI', 'IPS', 'IPD', 'IPA', 'IPN']);

export const industryPracticePayment: MerchantEndpoint = {
  path: 'industryPractice/paymentOrder.do',
  meaning:
    'Charges a stored card by a practice of the industry, such as a no show. All but the call and its `tii` is a guess from `paymentOrderBinding.do`.',
  source: 'bpc-rest',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    mdOrder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    bindingId: { kind: 'secret', required: true, max: 255, meaning: 'Id of the stored card.' },
    tii: { kind: 'text', required: true, max: 3, meaning: 'The practice: IPI, IPS, IPD, IPA or IPN.' },
    ip: { kind: 'text', max: 39, meaning: "The payer's address." },
    email: { kind: 'text', max: 254, meaning: "The payer's address." },
    originalPaymentNetRefNum: { kind: 'text', max: 36, meaning: 'Reference of the first payment; not looked at.' },
    jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome.' },
    ...languageParameter,
  },
  renderRefusal: renderPaymentRefusal,
  shape: bindingPaymentShape,
  answer: async (call) => {
    const payment = await readPayment(call);
    return { ...paymentFormResult(call, await payWithBinding(call.context, payment)), bindingId: payment.bindingId };
  },
};

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
