import type { AnswerShape } from '../../data/answer-table.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { payWithBinding } from '../../payments/cards/stored-card.ts';
import { ownResultPage } from '../../payments/orders/keep-order.ts';
import { keepNewOrder } from '../orders/register-order.ts';
import { holdParameters, payerDataParameters } from '../orders/register-parameters.ts';
import { renderStatus } from '../status/render-status.ts';
import { statusShape } from '../status/status-shape.ts';

/** Parameters of the JSON calls that charge a stored card. Source: BPC REST documentation, recurrent and instalment payments. */
export const chargeParameters = {
  ...credentialParameters,
  orderNumber: {
    kind: 'text',
    required: true,
    min: 1,
    max: 36,
    malformed: 'order-number-invalid',
    meaning: "The shop's own number of the order.",
  },
  bindingId: { kind: 'text', required: true, max: 255, meaning: 'Id of the stored card.' },
  amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
  ...languageParameter,
  currency: { kind: 'currency', meaning: 'ISO 4217 numeric.' },
  description: { kind: 'text', max: 598, meaning: 'What the payer reads.' },
  feeInput: { kind: 'digits', min: 0, max: 8, meaning: 'Fee in minor units.' },
  preAuth: { kind: 'flag', meaning: 'Hold the money first.' },
  ...holdParameters,
  features: { kind: 'text', isRepeatable: true, meaning: 'As in register.do.' },
  dynamicCallbackUrl: { kind: 'return-url', max: 512, meaning: 'Where callbacks of this order go.' },
  orderBundle: { kind: 'json', meaning: 'The cart.' },
  additionalParameters: {
    kind: 'json',
    meaning: 'Further parameters, echoed in the status; `scenario` names the outcome.',
  },
  ...payerDataParameters,
} as const satisfies ParameterTable;

/** Registers an order and charges a stored card for it. The payer is absent, so there is one attempt (a guess). Returns the order. */
export const chargeBinding = async (call: MerchantCall, tii: 'R' | 'I'): Promise<Order> => {
  const { values, context, ip } = call;
  const { additionalParameters: jsonParams } = values;
  const registration = { ...values, returnUrl: ownResultPage, ...(jsonParams !== undefined && { jsonParams }) };
  const isPreAuth = isTrue(values['preAuth']);
  const order = await keepNewOrder({ ...call, values: registration }, { isPreAuth, attemptsAllowed: 1 });
  const request = { order, bindingId: values['bindingId'] ?? '', payerIp: ip, makesTwoCalls: false, tii };
  return (await payWithBinding(context, request)).order;
};

/** The whole status, and a summary of the payment if there was one. Source: samples of the BPC REST documentation. */
export const renderCharge = ({ context, language }: MerchantCall, order: Order): object => {
  const attempt = lastAttempt(order);
  const authCode = attempt?.authorisation?.approvalCode;
  const isPaid = attempt !== undefined && authCode !== undefined;
  return {
    ...renderStatus(order, context.bank, language),
    operations: isPaid ? [{ amount: order.approvedMinor, cardHolder: attempt.card?.holder ?? '', authCode }] : [],
  };
};

/** The fields of `renderCharge`. */
export const chargeShape = (bank: MerchantCall['context']['bank']): AnswerShape => ({
  name: 'ChargedOrderStatus',
  fields: {
    ...statusShape(bank).fields,
    operations: {
      kind: 'list',
      fields: { amount: { kind: 'number' }, cardHolder: { kind: 'text' }, authCode: { kind: 'text' } },
    },
  },
});
