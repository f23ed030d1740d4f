import { orderAnswer } from '../../inspection/order-schemas.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { orderOf, orderPath } from './order-path.ts';

export const getOrder = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/orders/{orderId}',
  tag: 'orders',
  summary: 'All about one order: state, attempts and why they ended so, refunds, callbacks, requests, and a timeline.',
  pathFields: orderPath,
  answer: orderAnswer,
  handle: async ({ context, path }) => orderOf(await contextOf(context, path.login), path.orderId),
});
