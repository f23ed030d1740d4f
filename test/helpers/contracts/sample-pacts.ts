/** A request of a form, in version 2 of the format as Ruby writes it. */
export const formOf = (call: string, fields: Readonly<Record<string, string>>) => ({
  method: 'post',
  path: `/payment/rest/${call}`,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ userName: 'test_user', password: 'test_user_password', ...fields }).toString(),
});

export const fixedId = 'b8d70aa7-bfb3-4f94-b7bb-aec7273e1fce';

/** A pact in version 2 of the format. */
export const pactV2 = (interactions: readonly object[], consumer = 'ruby-shop') => ({
  consumer: { name: consumer },
  provider: { name: 'gateway' },
  interactions,
  metadata: { pactSpecification: { version: '2.0.0' } },
});

/** A pact in version 4 of the format. */
export const pactV4 = (interactions: readonly object[], metadata: object = {}) => ({
  consumer: { name: 'go-shop' },
  provider: { name: 'gateway' },
  interactions: interactions.map((one) => ({ type: 'Synchronous/HTTP', ...one })),
  metadata: { pactSpecification: { version: '4.0' }, ...metadata },
});

/** An interaction that holds. */
export const paidStatus = {
  description: 'the shop asks for the status of a paid order',
  providerState: 'an order paid in one phase exists',
  request: {
    method: 'get',
    path: '/payment/rest/getOrderStatusExtended.do',
    query: `userName=test_user&password=test_user_password&orderId=${fixedId}`,
  },
  response: { status: 200, body: { orderStatus: 2 } },
};

/** One that does not. */
export const wrongRefund = {
  description: 'the shop refunds with an odd hope',
  providerState: 'an order paid in one phase exists',
  request: formOf('refund.do', { orderId: fixedId, amount: '99' }),
  response: { status: 200, body: { errorCode: '77' } },
};

/** One with a state of the shop's own. */
export const ownSentence = {
  description: 'the shop asks for order 1001',
  providerState: 'order 1001 has been paid',
  request: formOf('getOrderStatusExtended.do', { orderNumber: '1001' }),
  response: { status: 200, body: { orderStatus: 2, orderNumber: '1001' } },
};

/** `${orderId}`: a value that a state gives. */
export const valueNamed = (name: string): string => ['$', '{', name, '}'].join('');
