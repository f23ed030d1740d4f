import { formBody, formBodyTyped } from '../wire.ts';
import { type BankModule, phpEquals, read } from './bank-module.ts';

/** Answers of the back office have the code as a text, those about an order as a number; it compares with `===`. */
const wentWell = (answer: string): boolean => read(answer)['errorCode'] === '0';

export const arcaModules: readonly BankModule[] = [
  {
    bank: 'arca',
    name: '@easy-payment/idbank (Node.js)',
    source: 'https://github.com/zealous-tech/easy-payment-idbank',
    files: 'lib/idbank.js',
    reads:
      'errorCode as the number 0 of register.do and paymentOrderBinding.do, as the text 0 of refund.do, reverse.do, deposit.do, getBindings.do and unBindCard.do; orderStatus of getOrderStatus.do as a number: 2 for paid, 1 for held, 3 and 4 after money went back',
    write: formBody(),
    order: {
      orderNumber: '1767254400',
      language: 'hy',
      pageView: 'DESKTOP',
      amount: '1000',
      returnUrl: 'https://shop.example/attached',
      description: 'Card of client 17',
      clientId: '17',
      currency: '051',
      jsonParams: '{"FORCE_3DS2": "true"}',
    },
    isRegistered: (answer) => read(answer)['errorCode'] === 0,
    askStatus: ({ orderId }) => ({ call: 'getOrderStatus.do', fields: { orderId } }),
    isPaid: (answer) => read(answer)['orderStatus'] === 2,
    keeps: { orderNumber: '1767254400', pan: '555555**5599', amount: 1_000 },
    stories: [
      {
        name: 'gives all back',
        on: 'paid',
        acts: [
          {
            send: ({ orderId }) => ({
              call: 'refund.do',
              fields: { orderId, language: 'en', currency: '051', amount: '1000' },
            }),
            wentWell,
            leaves: { orderStatus: 4 },
          },
        ],
      },
      {
        name: 'captures a hold',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({
              call: 'deposit.do',
              fields: { orderId, language: 'en', currency: '051', pageView: 'DESKTOP', amount: '1000' },
            }),
            wentWell,
            leaves: { orderStatus: 2 },
          },
        ],
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId, language: 'en', currency: '051' } }),
            wentWell,
            leaves: { orderStatus: 3 },
          },
        ],
      },
    ],
  },
  {
    bank: 'arca',
    name: 'ArCa Payment Gateway 1.3.1 (WooCommerce)',
    source: 'https://github.com/common-repository/arca-payment-gateway',
    files: 'endpoints/apg-arca.php; the repository is a copy of WordPress.org',
    reads:
      'errorCode, which has to be there and be 0 in the sense of PHP, orderId and formUrl; of the status paymentState DEPOSITED alone',
    // Its header has the name 0, and the content type that it means as the value.
    write: formBodyTyped(
      'application/x-www-form-urlencoded; charset=UTF-8',
      '0: Content-Type: text/html; charset=UTF-8',
    ),
    order: {
      orderNumber: 'shop-1042',
      amount: '250000',
      currency: '051',
      returnUrl:
        'https://shop.example?arca_process=payment_completed&wc_orderId=77&gwp_donationId=&language=hy&currency=051',
      description: 'Պատվեր 77',
      language: 'hy',
      pageView: '',
      jsonParams: '{"FORCE_3DS2":"true"}',
    },
    isRegistered: (answer) => {
      const { errorCode, formUrl } = read(answer);
      return errorCode !== undefined && phpEquals(errorCode, 0) && Boolean(formUrl);
    },
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId } }),
    isPaid: (answer) => read(answer)['paymentAmountInfo']?.paymentState === 'DEPOSITED',
    keeps: { orderNumber: 'shop-1042', amount: 250_000 },
  },
];
