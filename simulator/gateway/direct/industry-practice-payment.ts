import { industryPractices, type PracticeName, practiceNames } from '../../data/industry-practices.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { requestedOutcome } from '../../http/read/payer-values.ts';
import { attemptPayment } from '../../payments/attempt/attempt-payment.ts';
import { changeOrder } from '../../payments/orders/change-order.ts';
import {
  repeatedAttempt,
  sameMeans,
  withoutPractice,
  withPractice,
  withPracticeResult,
} from '../../payments/orders/industry-practice.ts';
import { newOrderId, ownResultPage } from '../../payments/orders/keep-order.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { findOrderById } from '../orders/find-order.ts';
import { keepNewOrder } from '../orders/register-order.ts';

const practiceOf = ({ values }: MerchantCall): PracticeName => {
  const tii = practiceNames.find((name) => name === values['tii']?.toUpperCase());
  if (tii === undefined) throw new Refused('value-invalid', { field: 'tii' });
  return tii;
};

const amountOf = ({ values }: MerchantCall, tii: PracticeName, original: Order): number => {
  const { amount } = values;
  if (industryPractices[tii].amount === 'original') {
    if (amount !== undefined) throw new Refused('value-invalid', { field: 'amount' });
    return original.amountMinor;
  }
  if (amount === undefined) throw new Refused('amount-missing');
  if (Number(amount) === 0) throw new Refused('amount-invalid');
  return Number(amount);
};

/** The card of the original order pays a new order. Of two calls at once for a practice that is possible once, one is refused. */
const charge = async (call: MerchantCall): Promise<Order> => {
  const { context, values } = call;
  const tii = practiceOf(call);
  const found = await findOrderById(call, values['originalMdOrder'] ?? '');
  const rule = { nowMs: context.clock.now(), utcOffsetMinutes: context.bank.utcOffsetMinutes };
  const means = sameMeans(repeatedAttempt(found, tii, rule));
  const amountMinor = amountOf(call, tii, found);
  const jsonParams = values['jsonParams'] ?? values['params'];
  const id = newOrderId(context);

  const original = await changeOrder(context, found, (order) => {
    repeatedAttempt(order, tii, rule);
    return withPractice(order, { tii, orderId: id, amountMinor });
  });
  try {
    const registration = { ...values, returnUrl: ownResultPage, currency: found.currency, jsonParams };
    const given = { id, isPreAuth: false, attemptsAllowed: 1, amountMinor };
    const order = await keepNewOrder({ ...call, values: registration }, given);
    const { order: paid } = await attemptPayment(context, {
      order,
      means,
      payerIp: found.payerIp ?? call.ip,
      paymentWay: lastAttempt(found)?.paymentWay ?? 'CARD',
      savesCard: false,
      makesTwoCalls: false,
      threeDs: 'skipped',
      tii,
      ...requestedOutcome({ jsonParams }),
    });
    await changeOrder(context, original, (latest) => withPracticeResult(latest, id, paid.actionCode === 0));
    return paid;
  } catch (error) {
    await changeOrder(context, original, (latest) => withoutPractice(latest, id));
    throw error;
  }
};

/** Every value is a text. Source: BPC REST documentation, industry practice payments; its sample is JSON under the header of a form. */
const renderPractice = (order: Order): object => {
  const isPaid = order.actionCode === 0;
  const authorisation = lastAttempt(order)?.authorisation;
  return {
    errorCode: isPaid ? '0' : '5',
    errorMessage: isPaid ? 'Successful' : 'Unsuccessful',
    mdOrder: order.id,
    actionCode: String(order.actionCode),
    approvalCode: authorisation?.approvalCode ?? '000000',
    ...(authorisation && { rrn: authorisation.referenceNumber }),
  };
};

/** The original order must have been paid, or declined, with 3-D Secure 2; `data/industry-practices.ts` has the rules. */
export const industryPracticePayment: MerchantEndpoint = {
  path: 'industryPractice/paymentOrder.do',
  meaning:
    'Charges the card of an earlier order once more by a practice of the industry, such as a no show. Category codes of merchants are not looked at.',
  meaningInRussian:
    'Ещё одно списание с карты прежнего заказа по отраслевой практике, например за неявку (no show). Коды категорий мерчантов не проверяются.',
  source: 'bpc-rest',
  access: 'merchant',
  body: 'json',
  parameters: {
    ...credentialParameters,
    originalMdOrder: { kind: 'secret', required: true, max: 36, meaning: 'The id of the earlier order.' },
    orderNumber: {
      kind: 'text',
      required: true,
      min: 1,
      max: 36,
      malformed: 'order-number-invalid',
      meaning: "The shop's number of the new order.",
    },
    tii: { kind: 'text', required: true, max: 3, meaning: 'The practice: IPI, IPS, IPD, IPA or IPN.' },
    amount: {
      kind: 'amount',
      meaning: 'Amount in minor units, for IPI, IPD and IPN; IPS and IPA take that of the earlier order.',
    },
    jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome.' },
    params: { kind: 'json', meaning: 'The same, as the manual also calls it.' },
    features: { kind: 'text', isRepeatable: true, meaning: 'As in register.do.' },
    ...languageParameter,
  },
  refuses: [...refusalGroups.orderById, ...refusalGroups.registration, 'amount-missing', 'practice-not-allowed'],
  renderRefusal,
  shape: () => ({
    name: 'IndustryPracticePayment',
    fields: {
      errorCode: { kind: 'text', values: ['0', '5'], meaning: '5: the card was declined.' },
      errorMessage: { kind: 'text' },
      mdOrder: { kind: 'text', meaning: 'The id of the new order.' },
      actionCode: { kind: 'text', meaning: 'Why the card was declined; 0 if it was not.' },
      approvalCode: { kind: 'text' },
      rrn: { kind: 'text', optional: true },
    },
  }),
  answer: async (call) => renderPractice(await charge(call)),
};
