import { refusalGroups } from '../../data/refusal-groups.ts';
import { refund as refundPayment } from '../../domain/orders/money.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { refundFacts } from '../../issuer/refund-facts.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { readItems } from '../orders/order-bundle.ts';
import { amountOf, changeMoney, moneyParameters, operationShape } from './money-call.ts';

export const refund: MerchantEndpoint = {
  path: 'rest/refund.do',
  meaning: 'Returns captured money, wholly or in parts.',
  meaningInRussian: 'Возвращает списанные деньги, полностью или частями.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'refunds',
  parameters: {
    ...moneyParameters,
    refundItems: { kind: 'json', meaning: 'Positions of the cart that are refunded.' },
    expectedDepositedAmount: {
      kind: 'amount',
      meaning: 'What the merchant believes is captured and not yet refunded.',
    },
    externalRefundId: {
      kind: 'text',
      min: 1,
      max: 36,
      meaning: "The merchant's own id of this refund; a known one changes nothing.",
    },
  },
  refuses: [
    ...refusalGroups.money,
    ...refusalGroups.cartShares,
    'refund-impossible',
    'refund-too-large',
    'deposited-amount-differs',
  ],
  renderRefusal,
  shape: operationShape,
  answer: (call) => {
    const { values, context } = call;
    const nowMs = context.clock.now();
    const expected = values['expectedDepositedAmount'];
    const externalRefundId = values['externalRefundId'];
    return changeMoney(call, (order) => {
      const items = readItems(values['refundItems'], 'refundItems', order.currency);
      const request = {
        ...amountOf(call),
        nowMs,
        items,
        ...(expected !== undefined && { expectedDepositedMinor: Number(expected) }),
        ...(externalRefundId !== undefined && { externalRefundId }),
      };
      return refundPayment(order, request, refundFacts(order, nowMs));
    });
  },
};
