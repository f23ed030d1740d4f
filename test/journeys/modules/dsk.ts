import { formBody } from '../wire.ts';
import { type BankModule, phpEmpty, phpEquals, read } from './bank-module.ts';

const wentWell = (answer: string): boolean => phpEmpty(read(answer)['errorCode']);

export const dskModules: readonly BankModule[] = [
  {
    bank: 'dsk',
    name: 'gentor/omnipay-dskbank (PHP)',
    source: 'https://github.com/gentor/omnipay-dskbank',
    files:
      'src/Message/AuthorizeRequest.php, StatusResponse.php, RefundRequest.php, example/index.php, example/return.php',
    reads:
      'errorCode that is empty in the sense of PHP, formUrl, orderId; of getOrderStatus.do ErrorCode, OrderStatus, OrderNumber, Pan, Amount, currency, approvalCode and Ip. Anything but HTTP 200 is a failure',
    write: formBody('User-Agent: Omnipay DskBank'),
    order: {
      orderNumber: '1767254400',
      amount: '500',
      returnUrl: 'http://shop.example/return.php',
      description: 'Dsk Bank Test Purchase',
      failUrl: 'http://shop.example/return.php',
    },
    isRegistered: (answer) => phpEmpty(read(answer)['errorCode']) && Boolean(read(answer)['formUrl']),
    askStatus: ({ orderId }) => ({ call: 'getOrderStatus.do', fields: { orderId } }),
    isPaid: (answer) => {
      const { ErrorCode, OrderStatus } = read(answer);
      return phpEquals(ErrorCode, 0) && phpEquals(OrderStatus, 2);
    },
    keeps: {
      OrderNumber: '1767254400',
      Pan: '555555**5599',
      expiration: '203412',
      cardholderName: /./,
      Amount: 500,
      currency: '978',
      approvalCode: /^\d{6}$/,
      Ip: /./,
    },
    stories: [
      {
        name: 'gives a part back, and then the rest',
        on: 'paid',
        acts: ['200', '300'].map((amount) => ({
          send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount, currency: '978' } }),
          wentWell,
          leaves: { OrderStatus: 4 },
        })),
      },
      {
        name: 'captures a part of a hold',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'deposit.do', fields: { orderId, amount: '400', language: 'en' } }),
            wentWell,
            leaves: { OrderStatus: 2, depositAmount: 400 },
          },
        ],
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId, language: 'en' } }),
            wentWell,
            leaves: { OrderStatus: 3 },
          },
        ],
      },
    ],
  },
];
