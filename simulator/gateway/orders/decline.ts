import { refusalGroups } from '../../data/refusal-groups.ts';
import { declineOrder } from '../../domain/orders/money.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { changeMoney, operationShape, orderParameters } from '../money/money-call.ts';

export const decline: MerchantEndpoint = {
  path: 'rest/decline.do',
  meaning: 'Closes an unpaid order.',
  meaningInRussian: 'Закрывает неоплаченный заказ.',
  source: 'bpc-rest',
  access: 'merchant',
  parameters: orderParameters,
  refuses: [...refusalGroups.money, 'wrong-status'],
  renderRefusal,
  shape: operationShape,
  answer: (call) => changeMoney(call, declineOrder),
};
