import type { Fields, Question } from './question.ts';

export const statusCall = 'rest/getOrderStatusExtended.do';
export const oldStatusCall = 'rest/getOrderStatus.do';

const english: Fields = { language: 'en' };

/** The login is tried by it, so that a wrong one stops a run at once. */
export const firstQuestion: Question = {
  id: 'status-unknown',
  title: 'getOrderStatusExtended: an unknown order',
  group: 'plain',
  call: statusCall,
  fields: ({ unknownId }) => ({ ...english, orderId: unknownId }),
};

/** Orders that nobody has paid, and unknown ones. */
export const statusQuestions: readonly Question[] = [
  {
    id: 'status-unpaid',
    title: 'getOrderStatusExtended: an unpaid order',
    group: 'plain',
    call: statusCall,
    fields: ({ orderOf }) => ({ ...english, orderId: orderOf('register').orderId }),
  },
  {
    id: 'status-get',
    title: 'getOrderStatusExtended: by GET',
    group: 'plain',
    call: statusCall,
    method: 'GET',
    fields: ({ orderOf }) => ({ ...english, orderId: orderOf('register').orderId }),
  },
  {
    id: 'status-by-number',
    title: 'getOrderStatusExtended: by orderNumber',
    group: 'plain',
    call: statusCall,
    fields: ({ orderOf }) => ({ ...english, orderNumber: orderOf('register').orderNumber }),
  },
  {
    id: 'status-in-russian',
    title: 'getOrderStatusExtended: in Russian',
    group: 'plain',
    call: statusCall,
    fields: ({ orderOf }) => ({ language: 'ru', orderId: orderOf('register').orderId }),
  },
  {
    id: 'status-no-language',
    title: 'getOrderStatusExtended: no language',
    group: 'plain',
    call: statusCall,
    fields: ({ orderOf }) => ({ orderId: orderOf('register').orderId }),
  },
  {
    id: 'status-no-order',
    title: 'getOrderStatusExtended: neither orderId nor orderNumber',
    group: 'plain',
    call: statusCall,
    fields: () => english,
  },
  {
    id: 'old-status-unpaid',
    title: 'getOrderStatus: an unpaid order',
    group: 'plain',
    call: oldStatusCall,
    fields: ({ orderOf }) => ({ ...english, orderId: orderOf('register').orderId }),
  },
  {
    id: 'old-status-unknown',
    title: 'getOrderStatus: an unknown order',
    group: 'plain',
    call: oldStatusCall,
    fields: ({ unknownId }) => ({ ...english, orderId: unknownId }),
  },
];

/**
 * Last of the plain ones, because it is no call of the gateway. Hosts answer it in their own ways: with errorCode 7, or with
 * a page of their server.
 */
export const unknownCallQuestion: Question = {
  id: 'unknown-call',
  title: 'a call that there is not',
  group: 'plain',
  call: 'rest/noSuchCall.do',
  refusedFor: 'not-imitated',
  fields: () => english,
};

export const wrongPasswordQuestion: Question = {
  id: 'wrong-password',
  title: 'getOrderStatusExtended: a wrong password',
  group: 'wrong password',
  call: statusCall,
  login: 'wrong',
  fields: ({ unknownId }) => ({ ...english, orderId: unknownId }),
};
