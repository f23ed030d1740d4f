import { successTexts } from '../data/error-codes.ts';
import { refund } from '../domain/money.ts';
import type { MerchantEndpoint } from '../http/endpoint.ts';
import type { ParameterTable } from '../http/parameter-table.ts';
import { refundFacts } from '../issuer/refund-facts.ts';
import { amountOf, changeMoney, moneyParameters } from './money-call.ts';
import { renderNumberRefusal } from './render-refusal.ts';

const rawRefund = (path: string, parameters: ParameterTable): MerchantEndpoint => ({
  path,
  access: 'merchant',
  acceptsToken: false,
  parameters: { ...moneyParameters, ...parameters },
  renderRefusal: renderNumberRefusal,
  answer: async (call) => {
    const { values, context, language } = call;
    const nowMs = context.clock.now();
    const { positionId } = values;
    const { amountMinor = 0 } = amountOf(call);
    const items = positionId === undefined ? [] : [{ positionId, amountMinor }];
    await changeMoney(call, (order) => ({
      ...refund(order, { amountMinor, nowMs, items, isRaw: true }, refundFacts(order, nowMs)),
      ...(positionId !== undefined && { takesRawRefundsOnly: true as const }),
    }));
    return { errorCode: 0, errorMessage: successTexts[language] };
  },
});

const position: ParameterTable = {
  amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
  positionId: { kind: 'text', required: true, max: 12, meaning: 'Position of the cart.' },
};

/** processRawSumRefund.do: a refund of a sum, whatever the cart says. Source: Alfa's documentation. */
export const processRawSumRefund = rawRefund('rest/processRawSumRefund.do', {
  amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
  ofdParams: { kind: 'json', meaning: 'Fiscal data; ignored.' },
});

/** processRawPositionRefund.do: a refund of one position; after it only raw refunds are taken. Source: Alfa's documentation. */
export const processRawPositionRefund = rawRefund('rest/processRawPositionRefund.do', position);

/** The same, as the sample address of the documentation spells it. */
export const processRawPositionOrderRefund = rawRefund('rest/processRawPositionOrderRefund.do', position);
