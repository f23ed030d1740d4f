import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { capture } from '../../domain/orders/money.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { readItems } from '../orders/order-bundle.ts';
import { amountOf, changeMoney, moneyParameters, operationShape } from './money-call.ts';

/** The rest of the hold is released unless the capture is an intermediate one. */
export const deposit: MerchantEndpoint = {
  path: 'rest/deposit.do',
  meaning: 'Captures held money, also in several parts.',
  meaningInRussian: 'Списывает удержанные деньги, в том числе несколькими частями.',
  source: 'bpc-rest',
  access: 'merchant',
  parameters: {
    ...moneyParameters,
    depositItems: { kind: 'json', meaning: 'Positions of the cart that are captured.' },
    depositType: { kind: 'digits', max: 1, meaning: '0 ordinary, 1 intermediate, 2 final.' },
    multipleCompletionOrderDescription: { kind: 'text', max: 598, meaning: 'Comment of an intermediate capture.' },
  },
  refuses: [...refusalGroups.money, ...refusalGroups.cartShares, 'wrong-status', 'deposit-too-large'],
  renderRefusal,
  shape: operationShape,
  answer: (call) => {
    const type = depositType(call);
    const nowMs = call.context.clock.now();
    return changeMoney(call, (order) => {
      const items = readItems(call.values['depositItems'], 'depositItems', order.currency);
      return capture(order, { ...amountOf(call), nowMs, items }, type);
    });
  },
};

/** Source: Alfa's Swagger. */
const depositType = ({ values, context }: MerchantCall): 'final' | 'intermediate' => {
  const type = values['depositType'] ?? '0';
  if (!/^[012]$/.test(type)) throw new Refused('value-invalid', { field: 'depositType' });
  return type === '1' && context.bank.capturesInSteps ? 'intermediate' : 'final';
};
