import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import { successText } from '../../data/error-codes.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { refund } from '../../domain/orders/money.ts';
import type { RawRefund } from '../../domain/orders/order.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { refundFacts } from '../../issuer/refund-facts.ts';
import { renderNumberRefusal } from '../answers/render-refusal.ts';
import { doneShape } from '../answers/write-result.ts';
import { amountOf, changeMoney, moneyParameters } from './money-call.ts';

/** Guesses: the part of the cart that is returned if no position is named, and that an amount of 0 empties all of it. */
const rawRefund = (facts: EndpointFacts, raw: RawRefund): MerchantEndpoint => ({
  ...facts,
  access: 'merchant',
  permission: 'refunds',
  parameters: {
    ...moneyParameters,
    amount: { kind: 'amount', required: true, meaning: 'Amount in minor units; 0 means everything.' },
    ...(raw === 'position' && { positionId: { kind: 'text', max: 12, meaning: 'Position of the cart.' } }),
    ofdParams: { kind: 'json', meaning: 'Fiscal data; ignored.' },
    additionalOfdParams: { kind: 'json', meaning: 'Fiscal data; ignored.' },
  },
  refuses: [...refusalGroups.money, ...refusalGroups.cartShares, 'refund-impossible', 'refund-too-large'],
  renderRefusal: renderNumberRefusal,
  shape: () => doneShape('number'),
  answer: async (call) => {
    const { values, context, language } = call;
    const nowMs = context.clock.now();
    const { positionId } = values;
    const { amountMinor = 0 } = amountOf(call);
    const items = positionId === undefined || amountMinor === 0 ? [] : [{ positionId, amountMinor }];
    await changeMoney(call, (order) => refund(order, { amountMinor, nowMs, items, raw }, refundFacts(order, nowMs)));
    return { errorCode: 0, errorMessage: successText(language) };
  },
});

/** After it only other refunds of sums are taken. */
export const processRawSumRefund = rawRefund(
  {
    path: 'rest/processRawSumRefund.do',
    meaning: 'Refund by sum.',
    meaningInRussian: 'Возврат на сумму.',
    source: 'alfa-docs',
  },
  'sum',
);

/** After it only raw refunds are taken. */
export const processRawPositionRefund = rawRefund(
  {
    path: 'rest/processRawPositionRefund.do',
    meaning: 'Refund by cart position.',
    meaningInRussian: 'Возврат по позиции корзины.',
    source: 'alfa-docs',
  },
  'position',
);

export const processRawPositionOrderRefund = rawRefund(
  {
    path: 'rest/processRawPositionOrderRefund.do',
    meaning: 'The same, as the sample address spells it.',
    meaningInRussian: 'То же, в написании из примера адреса.',
    source: 'alfa-docs',
  },
  'position',
);
