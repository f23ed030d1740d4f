import { formBodyTyped } from '../wire.ts';
import { type BankModule, read } from './bank-module.ts';

const back = 'https://shop.example/?wc-api=bci_takuecom_return&order_id=1042&key=wc_order_Xy12Ab34';

export const bpcModules: readonly BankModule[] = [
  {
    bank: 'bpc',
    name: 'BCI TakuEcom 1.0.2 (WooCommerce)',
    variant: 'in its sandbox mode',
    source: 'https://github.com/Bank-of-the-Cook-Islands/woocommerce-gateway-bci',
    files: 'includes/class-gateway.php, class-api.php, class-status-resolver.php, class-callback.php',
    reads:
      'formUrl and orderId, errorCode only if it is there; of the status errorCode as the text 0, orderStatus 2 for paid, actionCode as a number, authRefNum',
    write: formBodyTyped('application/x-www-form-urlencoded;charset=UTF-8'),
    order: {
      amount: '12500',
      currency: '978',
      language: 'en',
      orderNumber: 'WC1042-1767254400',
      returnUrl: back,
      failUrl: back,
      description: 'WooCommerce order #1042 - Island Crafts',
      jsonParams: JSON.stringify({
        CMS: 'WordPress 6.8.3 + WooCommerce 10.3.5',
        'Module-Version': '1.0.2',
        CMS_paymentType: 'redirect',
      }),
      email: 'tere@shop.example',
      billingPayerData: JSON.stringify({
        billingCity: 'Avarua',
        billingCountry: 'CK',
        billingAddressLine1: 'Main Road 4',
      }),
    },
    isRegistered: (answer) => {
      const { errorCode, formUrl, orderId } = read(answer);
      return String(errorCode ?? '0') === '0' && Boolean(formUrl) && Boolean(orderId);
    },
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId } }),
    isPaid: (answer) => {
      const { errorCode, orderStatus } = read(answer);
      return String(errorCode ?? '') === '0' && Number(orderStatus) === 2;
    },
    keeps: { actionCode: 0, authRefNum: /^\d{12}$/ },
    callback: { setIn: 'settings', checksChecksum: true },
  },
];
