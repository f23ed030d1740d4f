import { languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isWithoutPayer } from '../../domain/permitted-features.ts';
import type { OrderCall, OrderEndpoint } from '../../http/call/endpoint.ts';
import { payerValues, requestedOutcome } from '../../http/read/payer-values.ts';
import { type BindingPayment, payWithBinding } from '../../payments/cards/stored-card.ts';
import { secondCallParameters } from '../../wire/card-parameters.ts';
import { paymentFormResult, paymentFormShape } from '../../wire/payment-form-result.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

/** The CVC has to be there, but none is kept to compare it with. */
export const processBindingForm: OrderEndpoint = {
  path: 'rest/processBindingForm.do',
  meaning: "Card page's own call: pays with a stored card.",
  meaningInRussian: 'Вызов самой платёжной страницы: оплата связкой.',
  source: 'rbs-clients',
  access: 'order',
  parameters: {
    orderId: { kind: 'secret', max: 36, meaning: "The gateway's id of the order." },
    MDORDER: { kind: 'secret', max: 36, meaning: 'The same, as apps spell it.' },
    bindingId: { kind: 'secret', required: true, max: 255, meaning: 'Id of the stored card.' },
    cvc: { kind: 'secret', meaning: 'Security code.' },
    email: { kind: 'text', max: 254, meaning: "The payer's address." },
    jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome.' },
    ...secondCallParameters,
    ...languageParameter,
  },
  refuses: [...refusalGroups.storedCardPayment, 'cvc-invalid'],
  renderRefusal: renderPageRefusal,
  shape: paymentFormShape,
  answer: async (call) => paymentFormResult(call, await payWithBinding(call.context, readPayment(call))),
};

const readPayment = ({ order, values, ip }: OrderCall): BindingPayment => {
  const { bindingId = '', cvc = '' } = values;
  if (!(cvc === '' && isWithoutPayer(order.features)) && !/^\d{3,4}$/.test(cvc)) throw new Refused('cvc-invalid');
  return {
    order,
    bindingId,
    payerIp: ip,
    makesTwoCalls: true,
    tii: 'F',
    ...payerValues(values),
    ...requestedOutcome(values),
  };
};
