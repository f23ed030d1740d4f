import { type CallbackInput, formBody, queryOnGet, unescapedQueryOnGet } from '../wire.ts';
import { type BankModule, phpEquals, read } from './bank-module.ts';

const always = { language: 'fr', currency: '788' };

/** Absent counts as fine; a text is cast. */
const wentWell = (answer: string): boolean => phpEquals(read(answer)['errorCode'], 0);

/** Two plugins for WooCommerce are alike but for the way in which they write their calls. */
const forWooCommerce = (name: string, source: string, files: string, write: CallbackInput): BankModule => ({
  bank: 'clictopay',
  name,
  source,
  files,
  reads: 'errorCode that is absent or 0, formUrl; of getOrderStatus.do ErrorMessage as exactly Success, OrderNumber',
  write,
  order: {
    currency: '788',
    amount: '12500',
    orderNumber: '1042',
    returnUrl: 'https://shop.example/clictopay-check-payment',
  },
  isRegistered: (answer) => wentWell(answer) && Boolean(read(answer)['formUrl']),
  askStatus: ({ orderId }) => ({ call: 'getOrderStatus.do', fields: { orderId } }),
  isPaid: (answer) => read(answer)['ErrorMessage'] === 'Success',
  asksOnlyOnReturn: true,
  keeps: { OrderNumber: '1042' },
});

export const clictopayModules: readonly BankModule[] = [
  forWooCommerce(
    'ClicToPay 1.0.0 (WooCommerce)',
    'https://github.com/common-repository/clictopay-for-woocommerce',
    'clictopay-for-woocommerce.php; the repository is a copy of WordPress.org',
    formBody(),
  ),
  forWooCommerce(
    'woocommerce-smt-clictopay 2.0.1 (WooCommerce)',
    'https://github.com/youssef-lmw/woocommerce-smt-clictopay',
    'woocommerce-smt-clictopay.php',
    unescapedQueryOnGet,
  ),
  {
    bank: 'clictopay',
    name: 'machour/clictopay (PHP)',
    source: 'https://github.com/machour/clictopay',
    files: 'src/Gateway.php, src/Endpoints, src/Reponses, README.md',
    reads:
      'errorCode that is absent or 0 as a whole number, formUrl, orderId; of getOrderStatus.do OrderStatus, OrderNumber, Pan, expiration, cardholderName, currency and approvalCode',
    // Each call is a GET with a language and a currency, also those that have no use for them.
    write: queryOnGet,
    order: {
      ...always,
      orderNumber: 'ORDER-123',
      amount: '10000',
      returnUrl: 'https://shop.example/success',
      failUrl: 'https://shop.example/fail',
      description: 'Order #123',
      clientId: 'client-123',
      'jsonParams[email]': 'amine@shop.example',
      sessionTimeoutSecs: '1800',
    },
    isRegistered: (answer) => wentWell(answer) && Boolean(read(answer)['formUrl']),
    askStatus: ({ orderId }) => ({ call: 'getOrderStatus.do', fields: { ...always, orderId } }),
    isPaid: (answer) => wentWell(answer) && Number(read(answer)['OrderStatus']) === 2,
    keeps: {
      OrderNumber: 'ORDER-123',
      Pan: '555555**5599',
      expiration: '203412',
      cardholderName: /./,
      currency: '788',
      depositAmount: 10_000,
      approvalCode: /^\d{6}$/,
    },
    stories: [
      {
        name: 'gives a part back',
        on: 'paid',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'refund.do', fields: { ...always, orderId, amount: '5000' } }),
            wentWell,
            leaves: { OrderStatus: 4, depositAmount: 5_000 },
          },
        ],
      },
      {
        name: 'captures a hold',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'deposit.do', fields: { ...always, orderId, amount: '10000' } }),
            wentWell,
            leaves: { OrderStatus: 2 },
          },
        ],
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { ...always, orderId } }),
            wentWell,
            leaves: { OrderStatus: 3 },
          },
        ],
      },
    ],
  },
];
