import { formBody } from '../wire.ts';
import { type BankModule, phpEquals, read } from './bank-module.ts';

/** Any text beside these two is an error to it, whatever the code is. */
const successTexts = ['Success', 'Успешно'];

export const alfaByModules: readonly BankModule[] = (['ru', 'en', 'be'] as const).map((language) => ({
  bank: 'alfa-by',
  name: 'AlfaAcquiring 1.0.2 (PHP)',
  variant: `in the language ${language}`,
  source: 'https://github.com/jukuan/alfa-acquiring',
  files:
    'lib/RbsClient.php, lib/Response/BaseResponse.php, lib/Response/OrderStatusResponse.php, example/post_order_register.php',
  reads:
    'orderId and formUrl, without an errorCode above 0 and without an errorMessage but Success or Успешно; of the status orderNumber, orderStatus 2 for paid, actionCode, amount and date as whole numbers, cardAuthInfo, bindingInfo and paymentAmountInfo',
  write: formBody('CMS: AlfaAcquiring', 'Module-Version: 1.0.2'),
  order: {
    orderNumber: '2026-01-01 08:00:00',
    amount: '1863',
    returnUrl: 'https://shop.example',
    email: 'kastus@shop.example',
    phone: '+375290186300',
    clientId: 'cl123',
    currency: '933',
    language,
  },
  isRegistered: (answer) => {
    const { orderId, formUrl, errorCode, errorMessage = '' } = read(answer);
    return phpEquals(errorCode, 0) && errorMessage === '' && Boolean(orderId) && Boolean(formUrl);
  },
  askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId, language } }),
  isPaid: (answer) => {
    const { errorCode, errorMessage, orderNumber, orderStatus } = read(answer);
    const isValid = phpEquals(errorCode, 0) && successTexts.includes(errorMessage) && Boolean(orderNumber);
    return isValid && orderStatus === 2;
  },
  keeps: {
    orderNumber: '2026-01-01 08:00:00',
    actionCode: 0,
    amount: 1_863,
    'bindingInfo.clientId': 'cl123',
    'cardAuthInfo.pan': '555555**5599',
    'paymentAmountInfo.paymentState': 'DEPOSITED',
  },
}));
