import type { ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { type AttemptEnd, attemptPayment } from '../../payments/attempt/attempt-payment.ts';
import type { PaymentMeans } from '../../payments/attempt/payment-means.ts';
import type { Unasked } from '../../payments/cards/check-card.ts';
import { payWithBinding, startedByMerchant } from '../../payments/cards/stored-card.ts';
import { findOrder } from '../orders/find-order.ts';
import { keepNewOrder } from '../orders/register-order.ts';
import { registerPreAuthParameters } from '../orders/register-parameters.ts';
import { payerOf, payerParameters } from './payment-order.ts';
import { sentCardParameters, sentMeans } from './sent-card.ts';

/** Register's own, with an address to return to that may have its older name. */
export const registrationParameters = {
  ...registerPreAuthParameters,
  returnUrl: { kind: 'return-url', max: 512, meaning: 'Where the payer goes after the payment.' },
  backUrl: { kind: 'return-url', max: 512, meaning: 'The same, by its older name.' },
  preAuth: { kind: 'flag', meaning: 'Hold the money first.' },
} as const satisfies ParameterTable;

/** Parameters of calls that register and pay at once. Source: BPC REST documentation, instant payment. */
export const atOnceParameters = {
  ...registrationParameters,
  ...payerParameters,
  ...sentCardParameters,
  threeDSVer2MdOrder: { kind: 'secret', max: 36, meaning: 'Second call: the order of the first.' },
} as const satisfies ParameterTable;

/** The reasons for which `payAtOnce` refuses. */
export const payAtOnceRefusals: MerchantEndpoint['refuses'] = [
  ...refusalGroups.registration,
  ...refusalGroups.order,
  ...refusalGroups.card,
  ...refusalGroups.storedCardPayment,
];

/** How one of these calls differs from the others. */
export interface AtOnce {
  readonly given: { readonly isPreAuth: boolean } & Partial<Order>;
  readonly unasked: readonly Unasked[];
  readonly paymentWay?: string;
  readonly threeDs?: 'skipped';
}

/** Registers an order and pays it; the second call of 3-D Secure 2 pays the order of the first. */
export const payAtOnce = async (call: MerchantCall, { given, unasked, ...way }: AtOnce): Promise<AttemptEnd> => {
  const { context, values } = call;
  // The payment is checked first, because registering uses up the order number.
  const means = await sentMeans(call, unasked);
  const payment = { paymentWay: 'CARD', ...payerOf(call), ...way };
  if (means.bindingId !== undefined) refuseUnlessStoredCardMayPay(call, given.isPreAuth);
  const { threeDSVer2MdOrder: firstOrder } = values;
  const order =
    firstOrder === undefined
      ? await keepNewOrder(asRegistration(call, means), given)
      : await findOrder({ ...call, values: { orderId: firstOrder } });
  return means.bindingId === undefined
    ? attemptPayment(context, { ...payment, order, means })
    : payWithBinding(context, { ...payment, order, bindingId: means.bindingId });
};

const refuseUnlessStoredCardMayPay = ({ values }: MerchantCall, isPreAuth: boolean): void => {
  if (values['clientId'] === undefined) throw new Refused('client-id-empty');
  if (isPreAuth && startedByMerchant.has(values['tii'] ?? '')) throw new Refused('value-invalid', { field: 'tii' });
};

/** Whether a call asks for a hold. */
export const asksForHold = ({ values }: MerchantCall): boolean => isTrue(values['preAuth']);

/**
 * The call as register.do would have it. A card that is not to be stored leaves no client on its order. Source: BPC REST
 * documentation, bindingNotNeeded.
 */
export const asRegistration = (call: MerchantCall, { bindingId }: PaymentMeans): MerchantCall => {
  const { clientId, bindingNotNeeded, ...values } = call.values;
  const returnUrl = values['returnUrl'] ?? values['backUrl'];
  if (returnUrl === undefined) throw new Refused('parameter-missing', { field: 'returnUrl' });
  const hasClient = bindingId !== undefined || !isTrue(bindingNotNeeded);
  return { ...call, values: { ...values, returnUrl, bindingId, ...(hasClient && { clientId }) } };
};
