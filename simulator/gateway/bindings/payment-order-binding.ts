import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { payerValues, requestedOutcome } from '../../http/read/payer-values.ts';
import { type BindingPayment, payWithBinding, startedByMerchant } from '../../payments/cards/stored-card.ts';
import { secondCallParameters } from '../../wire/card-parameters.ts';
import { bindingPaymentShape, paymentFormResult } from '../../wire/payment-form-result.ts';
import { renderPaymentRefusal } from '../answers/render-refusal.ts';
import { findOrderById } from '../orders/find-order.ts';

/** The values of `tii` here. Source: BPC REST documentation, payment by stored credential; R and I from the JSON calls. */
const reasons: ReadonlySet<string> = new Set(['F', 'U', 'R', 'I', 'CI', 'RI', 'II']);

/** A call that pays a registered order with a stored card. */
const bindingPayment = (
  facts: EndpointFacts,
  parameters: ParameterTable,
  read: (call: MerchantCall) => Promise<BindingPayment>,
): MerchantEndpoint => ({
  ...facts,
  access: 'merchant',
  permission: 'stored-cards',
  parameters: {
    ...credentialParameters,
    mdOrder: {
      kind: 'secret',
      required: true,
      missing: 'key-missing',
      max: 36,
      meaning: "The gateway's id of the order.",
    },
    bindingId: { kind: 'secret', required: true, missing: 'key-missing', max: 255, meaning: 'Id of the stored card.' },
    ...parameters,
    ip: { kind: 'text', max: 39, meaning: "The payer's address." },
    email: { kind: 'text', max: 254, meaning: "The payer's address." },
    jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome.' },
    ...languageParameter,
  },
  refuses: [
    ...refusalGroups.orderById,
    ...refusalGroups.storedCardPayment,
    'key-missing',
    'value-invalid',
    'cvc-invalid',
  ],
  renderRefusal: renderPaymentRefusal,
  shape: bindingPaymentShape,
  answer: async (call) => {
    const payment = await read(call);
    return { ...paymentFormResult(call, await payWithBinding(call.context, payment)), bindingId: payment.bindingId };
  },
});

const readPayment = async (call: MerchantCall): Promise<BindingPayment> => {
  const { context, values, ip } = call;
  const missing = context.bank.bindingPaymentWants.find((name) => values[name] === undefined);
  if (missing) throw new Refused('key-missing', { field: missing });
  const { mdOrder = '', bindingId = '', cvc } = values;
  const tii = values['tii']?.toUpperCase() ?? 'F';
  const order = await findOrderById(call, mdOrder);
  // A payment that the merchant starts has one phase. Source: BPC REST documentation, tii.
  if (!reasons.has(tii) || (startedByMerchant.has(tii) && order.isPreAuth))
    throw new Refused('value-invalid', { field: 'tii' });
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) throw new Refused('cvc-invalid');
  return {
    order,
    bindingId,
    payerIp: values['ip'] ?? ip,
    makesTwoCalls: true,
    ...payerValues(values),
    ...requestedOutcome(values),
    tii,
  };
};

/** No CVC is kept to compare the sent one with. Some banks require `tii`, others `ip`. */
export const paymentOrderBinding = bindingPayment(
  {
    path: 'rest/paymentOrderBinding.do',
    meaning:
      'Pays with a stored card. A missing `tii` means that the payer started the payment (a guess); no CVC is compared.',
    meaningInRussian:
      'Оплата связкой. Если `tii` не указан, считается, что платёж начал покупатель (предположение); CVC не сверяется.',
    source: 'bpc-rest',
  },
  {
    tii: { kind: 'text', max: 2, meaning: 'F: the payer starts the payment; U, R, I: the merchant does.' },
    cvc: { kind: 'secret', meaning: 'Security code.' },
    mcc: { kind: 'digits', max: 4, meaning: 'Merchant category code.' },
    ...secondCallParameters,
  },
  readPayment,
);
