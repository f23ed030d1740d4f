import type { Fields, Question } from './question.ts';
import { statusCall } from './status-questions.ts';

const english: Fields = { language: 'en' };
/** A part of the order, in minor units. */
const part = '500000';

/** An operation on the order of a question. */
const operation = (
  id: string,
  situation: string,
  call: string,
  { order, ...fields }: Fields & { readonly order: string },
): Question => ({
  id,
  title: `${call}: ${situation}`,
  group: 'plain',
  call: `rest/${call}.do`,
  fields: ({ orderOf }) => ({ ...english, orderId: orderOf(order).orderId, ...fields }),
});

/** Operations on orders that nobody has paid: no money moves. */
export const operationQuestions: readonly Question[] = [
  operation('deposit-unpaid', 'an unpaid order', 'deposit', { order: 'pre-auth', amount: part }),
  operation('reverse-unpaid', 'an unpaid order', 'reverse', { order: 'pre-auth' }),
  operation('refund-unpaid', 'an unpaid order', 'refund', { order: 'register', amount: part }),
  {
    id: 'refund-unknown',
    title: 'refund: an unknown order',
    group: 'plain',
    call: 'rest/refund.do',
    fields: ({ unknownId }) => ({ ...english, orderId: unknownId, amount: part }),
  },
  operation('add-params', 'an unpaid order', 'addParams', { order: 'register', params: '{"drift":"1"}' }),
  {
    id: 'orders-none',
    title: 'getLastOrdersForMerchants: a day without orders',
    group: 'plain',
    call: 'rest/getLastOrdersForMerchants.do',
    fields: () => ({
      ...english,
      size: '10',
      from: '20000101000000',
      to: '20000102000000',
      transactionStates: 'DEPOSITED',
      merchants: '',
    }),
  },
  {
    id: 'bindings-none',
    title: 'getBindings: a client without cards',
    group: 'plain',
    call: 'rest/getBindings.do',
    fields: ({ unknownId }) => ({ clientId: unknownId }),
  },
  // The order of registerPreAuth is closed last: it is needed before.
  operation('decline', 'an unpaid order', 'decline', { order: 'pre-auth' }),
  {
    id: 'status-declined',
    title: 'getOrderStatusExtended: an order that the shop closed',
    group: 'plain',
    call: statusCall,
    fields: ({ orderOf }) => ({ ...english, orderId: orderOf('pre-auth').orderId }),
  },
];
