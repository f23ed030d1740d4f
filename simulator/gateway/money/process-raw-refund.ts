import { successTexts } from '../../data/error-codes.ts';
import { refund } from '../../domain/money.ts';
import type { RawRefund } from '../../domain/order.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { refundFacts } from '../../issuer/refund-facts.ts';
import { renderNumberRefusal } from '../answers/render-refusal.ts';
import { doneShape } from '../answers/write-result.ts';
import { amountOf, changeMoney, moneyParameters } from './money-call.ts';

/** What of the cart is taken back where no position is named is a guess, and that an amount of 0 empties all of it. */
const rawRefund = (path: string, raw: RawRefund): MerchantEndpoint => ({
  path,
  access: 'merchant',
  acceptsToken: false,
  parameters: {
    ...moneyParameters,
    amount: { kind: 'amount', required: true, meaning: 'Amount in minor units; 0 means everything.' },
    ...(raw === 'position' && { positionId: { kind: 'text', max: 12, meaning: 'Position of the cart.' } }),
    ofdParams: { kind: 'json', meaning: 'Fiscal data; ignored.' },
    additionalOfdParams: { kind: 'json', meaning: 'Fiscal data; ignored.' },
  },
  renderRefusal: renderNumberRefusal,
  shape: () => doneShape('number'),
  answer: async (call) => {
    const { values, context, language } = call;
    const nowMs = context.clock.now();
    const { positionId } = values;
    const { amountMinor = 0 } = amountOf(call);
    const items = positionId === undefined || amountMinor === 0 ? [] : [{ positionId, amountMinor }];
    await changeMoney(call, (order) => refund(order, { amountMinor, nowMs, items, raw }, refundFacts(order, nowMs)));
    return { errorCode: 0, errorMessage: successTexts[language] };
  },
});

/** processRawSumRefund.do: a refund of any sum; after it only others of sums are taken. Source: Alfa's documentation. */
export const processRawSumRefund = rawRefund('rest/processRawSumRefund.do', 'sum');

/** processRawPositionRefund.do: any part of one position; after it only raw refunds are taken. Source: Alfa's documentation. */
export const processRawPositionRefund = rawRefund('rest/processRawPositionRefund.do', 'position');

/** The same, as the sample address of the documentation spells it. */
export const processRawPositionOrderRefund = rawRefund('rest/processRawPositionOrderRefund.do', 'position');
