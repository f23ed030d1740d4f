import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderStatusRefusal } from '../answers/render-refusal.ts';
import { findOrder } from '../orders/find-order.ts';
import { renderStatus } from './render-status.ts';
import { statusShape } from './status-shape.ts';

export const getOrderStatusExtended: MerchantEndpoint = {
  path: 'rest/getOrderStatusExtended.do',
  meaning:
    'Everything about an order, in the newest version of the answer. That `merchantOrderNumber`, which older manuals print, names an order alone is a guess from public clients.',
  meaningInRussian:
    'Всё о заказе, в самой новой версии ответа. Что `merchantOrderNumber` из старых руководств и один указывает заказ — предположение по открытым клиентам.',
  source: 'bpc-rest',
  access: 'merchant',
  acceptsToken: true,
  parameters: {
    ...credentialParameters,
    orderId: { kind: 'secret', max: 36, meaning: "The gateway's id of the order; wins over orderNumber." },
    orderNumber: { kind: 'secret', max: 36, meaning: "The shop's own number of the order." },
    merchantOrderNumber: {
      kind: 'secret',
      max: 36,
      olderNameOf: 'orderNumber',
      meaning: 'The same as orderNumber, by its older name.',
    },
    ...languageParameter,
    merchantLogin: { kind: 'text', max: 255, meaning: 'The merchant that the order belongs to.' },
  },
  refuses: [...refusalGroups.order],
  renderRefusal: renderStatusRefusal,
  shape: statusShape,
  answer: async (call) => renderStatus(await findOrder(call), call.context.bank, call.language),
};
