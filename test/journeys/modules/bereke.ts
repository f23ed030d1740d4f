import { decodeAsGo, goRegistered, goStatus } from '../strict-clients.ts';
import { doubleSlash, queryOnGet, queryOnPost } from '../wire.ts';
import type { BankModule } from './bank-module.ts';

const result = { errorCode: 'string', errorMessage: 'string' } as const;

const wentWell = (answer: string): boolean => Number(decodeAsGo(answer, result)['errorCode']) === 0;

/** Its base address ends with a slash, and its paths begin with one. */
const post = doubleSlash(queryOnPost('form'));

export const berekeModules: readonly BankModule[] = [
  {
    bank: 'bereke',
    name: 'bereke-merchant-api (Go)',
    source: 'https://github.com/bsagat/bereke-merchant-api',
    files: 'api.go, order.go, models/dto',
    reads: 'every field by its Go type; errorCode as a text that holds a number, orderStatus 2 for paid and 1 for held',
    write: post,
    order: {
      orderNumber: 'ORD-1001',
      amount: '200000',
      currency: '398',
      returnUrl: 'https://shop.example/paid',
      failUrl: 'https://shop.example/failed',
    },
    isRegistered: (answer) => {
      const { errorCode, formUrl, orderId } = decodeAsGo(answer, goRegistered);
      return Number(errorCode) === 0 && formUrl !== '' && orderId !== '';
    },
    askStatus: ({ orderId }) => ({
      call: 'getOrderStatusExtended.do',
      fields: { orderId },
      write: doubleSlash(queryOnGet),
    }),
    isPaid: (answer) => {
      const { errorCode, orderStatus } = decodeAsGo(answer, goStatus);
      return errorCode === '0' && [1, 2].includes(orderStatus);
    },
    keeps: {
      orderNumber: 'ORD-1001',
      amount: 200_000,
      currency: '398',
      authRefNum: /^\d{12}$/,
      'cardAuthInfo.maskedPan': '555555**5599',
      'cardAuthInfo.approvalCode': /^\d{6}$/,
      'bankInfo.bankCountryCode': /^[A-Z]{2}$/,
      'paymentAmountInfo.paymentState': 'DEPOSITED',
      paymentWay: 'CARD',
    },
    stories: [
      {
        name: 'gives a part back, and then the rest',
        on: 'paid',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount: '50000', currency: '398' } }),
            wentWell,
            leaves: { orderStatus: 4, 'paymentAmountInfo.refundedAmount': 50_000 },
          },
          {
            send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount: '150000', currency: '398' } }),
            wentWell,
            leaves: {
              orderStatus: 4,
              'paymentAmountInfo.refundedAmount': 200_000,
              'paymentAmountInfo.paymentState': 'REFUNDED',
            },
          },
        ],
      },
      {
        name: 'captures all that it holds',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'deposit.do', fields: { amount: '0', orderId, currency: '398' } }),
            wentWell,
            leaves: { orderStatus: 2, 'paymentAmountInfo.depositedAmount': 200_000 },
          },
        ],
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId, currency: '398' } }),
            wentWell,
            leaves: { orderStatus: 3, 'paymentAmountInfo.paymentState': 'REVERSED' },
          },
        ],
      },
      {
        name: 'closes an order, with two empty fields',
        on: 'registered',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'decline.do', fields: { orderId, language: '', orderNumber: '' } }),
            wentWell,
            leaves: { orderStatus: 6, 'paymentAmountInfo.paymentState': 'DECLINED' },
          },
        ],
      },
    ],
  },
];
