import type { Json } from '../../helpers/simulator/simulator.ts';
import { anyDigits, fromState, like, regex, type WrittenPact } from './written-pact.ts';

const form = 'application/x-www-form-urlencoded';
const rest = '/payment/rest/';
const login = { userName: 'test_user', password: 'test_user_password' };
const loginOfState = {
  userName: fromState('userName', login.userName),
  password: fromState('password', login.password),
};
const anOrderId = '019b6f10-3c2a-7c41-9f6e-5a1200b4e001';
const unknownId = '019b6f10-3c2a-7c41-9f6e-5a1200b4e0ff';
const asForm = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();
const status = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST',
  path: `${rest}getOrderStatusExtended.do`,
  contentType: form,
  body: asForm({ ...login, ...fields }),
});
const registered = { orderId: like(anOrderId), formUrl: regex('^https?://.+', 'http://gateway.example/payment') };
const paid: Json = { errorCode: '0', orderStatus: 2, amount: 1_500_000 };

const multipart = (fields: Readonly<Record<string, string>>, boundary: string): string => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
};

/** Version 2, one state without parameters, ids as they were in the shop's test: as a shop in Python writes it. */
const python: WrittenPact = {
  file: 'python-v2.json',
  version: 2,
  consumer: 'django-shop',
  interactions: [
    {
      description: 'a request to register order 1001',
      states: [['an order number is free']],
      request: {
        method: 'POST',
        path: `${rest}register.do`,
        contentType: form,
        body: asForm({ ...login, orderNumber: '1001', amount: '1500000', returnUrl: 'https://shop.example/return' }),
      },
      response: { body: registered },
    },
    {
      description: 'a request to register order 1001 in two phases',
      states: [['an order number is free']],
      request: {
        method: 'POST',
        path: `${rest}registerPreAuth.do`,
        contentType: form,
        body: asForm({ ...login, orderNumber: '1001', amount: '1500000', returnUrl: 'https://shop.example/return' }),
      },
      response: { body: registered },
    },
    {
      description: 'a request for the status of a paid order with a fixed id',
      states: [['an order paid in one phase exists']],
      request: status({ orderId: anOrderId }),
      response: { body: paid },
    },
    {
      description: 'a request for the status of a held order by its fixed number',
      states: [['an order held in two phases exists']],
      request: status({ orderNumber: '1002' }),
      response: { body: { errorCode: '0', orderStatus: 1, orderNumber: '1002' } },
    },
    {
      description: 'a request for the status of order 1001 in words of the shop',
      states: [['order 1001 has been paid']],
      request: status({ orderNumber: '1001' }),
      response: { body: { ...paid, orderNumber: '1001' } },
    },
    {
      description: 'a request for a status with the amount as a text',
      states: [['an order paid in one phase exists']],
      request: status({ orderId: anOrderId }),
      response: { body: { amount: '1500000' } },
    },
    {
      description: 'a request for the status of an unknown order with a number as its code',
      states: [['no order has this id']],
      request: status({ orderId: unknownId }),
      response: { body: { errorCode: 6 } },
    },
    {
      description: 'a request for the status of an unknown order by GET',
      states: [['no order has this id']],
      request: { method: 'GET', path: `${rest}getOrderStatusExtended.do`, query: { ...login, orderId: unknownId } },
      response: { body: { errorCode: '6' } },
    },
  ],
};

/** Version 3: values of states, rules for the fields of forms. As a shop in PHP writes it. */
const php: WrittenPact = {
  file: 'php-v3.json',
  version: 3,
  consumer: 'php-shop',
  interactions: [
    {
      description: 'an order is registered with fields by rule',
      states: [['the shop has a login'], ['an order number is free']],
      request: {
        method: 'POST',
        path: `${rest}register.do`,
        contentType: form,
        body: {
          ...loginOfState,
          orderNumber: fromState('orderNumber', '1001'),
          amount: anyDigits('1500000'),
          returnUrl: regex('^https://', 'https://shop.example/return'),
        },
      },
      response: { headers: { 'Content-Type': regex('application/json.*', 'application/json') }, body: registered },
    },
    {
      description: 'the status of a paid order is read with values of the state',
      states: [['the shop has a login'], ['an order paid in one phase exists', { amount: 1_500_000 }]],
      request: {
        method: 'POST',
        path: `${rest}getOrderStatusExtended.do`,
        contentType: form,
        body: { ...loginOfState, orderId: fromState('orderId', anOrderId) },
      },
      response: {
        body: {
          ...paid,
          orderNumber: like('1001'),
          cardAuthInfo: { maskedPan: regex('^\\d{6}\\*\\*\\d{4}$', '411111**1111') },
        },
      },
    },
    {
      description: 'the status is read by GET',
      states: [['a registered order exists']],
      request: {
        method: 'GET',
        path: `${rest}getOrderStatusExtended.do`,
        query: { ...login, orderId: fromState('orderId', anOrderId) },
      },
      response: { body: { errorCode: '0', orderStatus: 0 } },
    },
    {
      description: 'the status is read by POST with a query',
      states: [['an order declined for good exists', { actionCode: 116 }]],
      request: {
        method: 'POST',
        path: `${rest}getOrderStatusExtended.do`,
        query: { ...login, orderId: fromState('orderId', anOrderId) },
      },
      response: { body: { orderStatus: 6, actionCode: 116 } },
    },
    {
      description: 'a description in Cyrillic comes back as it was sent: Заказ №1',
      states: [['a registered order exists', { orderNumber: 'Ж-1', description: 'Заказ №1: «Қазақша» чай' }]],
      request: { ...status({ orderNumber: 'Ж-1' }) },
      response: { body: { orderNumber: 'Ж-1', orderDescription: 'Заказ №1: «Қазақша» чай' } },
    },
    {
      description: 'the stored cards of a customer are listed',
      states: [['the shop has a login'], ['a customer has a stored card', { clientId: 'aida' }]],
      request: {
        method: 'POST',
        path: `${rest}getBindings.do`,
        contentType: form,
        body: { ...loginOfState, clientId: 'aida' },
      },
      response: {
        body: {
          errorCode: '0',
          bindings: { 'pact:matcher:type': 'type', min: 1, value: [{ bindingId: like(anOrderId), clientId: 'aida' }] },
        },
      },
    },
    {
      description: 'a refusal is expected with HTTP 400',
      states: [['an order number is free']],
      request: {
        method: 'POST',
        path: `${rest}register.do`,
        contentType: form,
        body: asForm({ ...login, orderNumber: '1003' }),
      },
      response: { status: 400, body: { errorCode: '4' } },
    },
    {
      description: 'a refusal has a content type by a pattern without an end',
      states: [['no order has this id']],
      request: status({ orderId: unknownId }),
      response: {
        headers: { 'Content-Type': regex('^application/json', 'application/json') },
        body: { errorCode: '6' },
      },
    },
    {
      description: 'a status has a field that never comes',
      states: [['an order paid in one phase exists', { orderId: anOrderId }]],
      request: status({ orderId: anOrderId }),
      response: { body: { orderStatus: 2, paidAt: like('2026-01-01T08:00:00Z') } },
    },
    {
      description: 'the state has the wrong parameter',
      states: [['an order paid in one phase exists', { orderId: anOrderId, amount: 100 }]],
      request: status({ orderId: anOrderId }),
      response: { body: paid },
    },
  ],
};

/** Version 4: kinds of bodies, pending, keys. As a shop in Go or .NET writes it. */
const go: WrittenPact = {
  file: 'go-v4.json',
  version: 4,
  consumer: 'go-shop',
  interactions: [
    {
      description: 'refund a part of a paid order',
      states: [['the shop has a login'], ['an order paid in one phase exists', { amount: 1_500_000 }]],
      request: {
        method: 'POST',
        path: `${rest}refund.do`,
        contentType: form,
        body: { ...loginOfState, orderId: fromState('orderId', anOrderId), amount: anyDigits('500000') },
      },
      response: { body: { errorCode: '0' } },
    },
    {
      description: 'ask for a recurring task in JSON',
      states: [['a recurring task exists', { merchantTaskUuid: 'task-1001', clientId: 'aida' }]],
      request: {
        method: 'POST',
        path: '/recurrent/v1/task/get',
        contentType: 'application/json',
        body: { ...login, taskIdentifier: { merchantTaskUuid: 'task-1001' } },
      },
      response: {
        body: {
          status: 'SUCCESS',
          task: { merchantTaskUuid: 'task-1001', state: regex('^(CREATED|ACTIVE)$', 'CREATED') },
        },
      },
    },
    {
      description: 'ask for a status with a body in base64',
      states: [['an order paid in one phase exists', { orderId: anOrderId }]],
      request: { ...status({ orderId: anOrderId }), isBinary: true },
      response: { body: paid },
    },
    {
      description: 'ask for a status by a multipart form',
      states: [['an order held in two phases exists', { orderId: anOrderId }]],
      request: {
        method: 'POST',
        path: `${rest}getOrderStatusExtended.do`,
        contentType: 'multipart/form-data; boundary=tea',
        body: multipart({ ...login, orderId: anOrderId }, 'tea'),
        isBinary: true,
      },
      response: { body: { orderStatus: 1 } },
    },
    {
      description: 'expect a status that will come some day',
      states: [['an order paid in one phase exists', { orderId: anOrderId }]],
      isPending: true,
      request: status({ orderId: anOrderId }),
      response: { body: { orderStatus: 'paid' } },
    },
    {
      description: 'ask for a status that is pending and holds',
      states: [['an order paid in one phase exists', { orderId: anOrderId }]],
      isPending: true,
      request: status({ orderId: anOrderId }),
      response: { body: paid },
    },
    {
      description: 'ask for a status under the full moon',
      states: [['the moon is full']],
      request: status({ orderId: anOrderId }),
      response: { body: paid },
    },
    {
      description: 'ask for a status in a state that is misspelt',
      states: [['an order payed in one phase exists', { orderId: anOrderId }]],
      request: status({ orderId: anOrderId }),
      response: { body: paid },
    },
    {
      description: 'decline an order without any state',
      states: [],
      request: {
        method: 'POST',
        path: `${rest}decline.do`,
        contentType: form,
        body: asForm({ ...login, orderId: unknownId }),
      },
      response: { body: { errorCode: '6' } },
    },
    {
      description: 'ask with a password of long ago',
      states: [['wrong passwords do not lock the login']],
      request: { ...status({ orderId: anOrderId, password: 'of long ago' }) },
      response: { body: { errorCode: '5' } },
    },
  ],
};

/** Pacts that Pact's core writes, which is the same one in Python, PHP, Go, .NET and JavaScript. */
export const writtenPacts: readonly WrittenPact[] = [python, php, go];
