import { formBody } from '../wire.ts';
import { type BankModule, phpEmpty, phpEquals, read } from './bank-module.ts';

const cms = 'Wordpress 6.5.3 + woocommerce version: 8.9.1';

const isStatus = (answer: string, ...wanted: readonly number[]): boolean =>
  wanted.some((status) => phpEquals(read(answer)['orderStatus'], status));

export const jccModules: readonly BankModule[] = [
  {
    bank: 'jcc',
    name: 'JCC Payment Gateway 5.1.6 (WooCommerce)',
    source: 'https://github.com/common-repository/jcc-payment-gateway-for-wc',
    files: 'includes/class-wc-gateway-jccgateway.php, includes/include.php; the repository is a copy of WordPress.org',
    reads:
      'errorCode that is empty in the sense of PHP, formUrl; of the status orderStatus 1 or 2 for paid, 3 or 4 after money went back, authRefNum, and orderNumber up to its underscore',
    login: 'teashop-api',
    write: formBody(`CMS: ${cms}`, 'Module-Version: 5.1.6'),
    order: {
      amount: '4250',
      returnUrl: 'https://shop.example?wc-api=jccgateway&action=result&order_id=1042',
      jsonParams: JSON.stringify({
        CMS: cms,
        'Module-Version': '5.1.6',
        email: 'eleni@shop.example',
        phone: '35799123456',
        payerFirstName: 'Eleni',
        payerLastName: 'Georgiou',
        postAddress: 'Ledra 12',
        payerCity: 'Nicosia',
        payerPostalCode: '1011',
        payerCountry: 'CY',
        backToShopUrl: 'https://shop.example/cart',
      }),
      clientId: '0cc175b9c0f1b6a831c399e269772661',
      orderNumber: '1042_1767254400',
    },
    isRegistered: (answer) => phpEmpty(read(answer)['errorCode']) && Boolean(read(answer)['formUrl']),
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId }, write: formBody() }),
    isPaid: (answer) => isStatus(answer, 1, 2),
    keeps: { orderNumber: '1042_1767254400', authRefNum: /^\d{12}$/ },
    callback: { setIn: 'portal', checksChecksum: false },
    stories: [
      {
        name: 'gives a part back, and then the rest',
        on: 'paid',
        acts: ['1250', '3000'].map((amount) => ({
          send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount }, write: formBody() }),
          wentWell: (answer) => phpEquals(read(answer)['errorCode'], 0),
          leaves: { orderStatus: 4 },
        })),
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId }, write: formBody() }),
            wentWell: (answer) => phpEquals(read(answer)['errorCode'], 0),
            leaves: { orderStatus: 3 },
          },
        ],
      },
    ],
  },
];
