/** What an answer has under a name: a JSON type, a list, the very value, or an object of its own. */
export type Expected = 'string' | 'number' | 'boolean' | 'list' | { readonly is: unknown } | ExpectedKeys;

export interface ExpectedKeys {
  readonly [key: string]: Expected;
}

/** What is there before the call; the words in braces of the body stand for it. */
export type Given =
  | 'nothing'
  | 'an order'
  | 'an order of the client'
  | 'a held order'
  | 'a paid order'
  | 'an order paid with a challenge'
  | 'a browser check of a wrong CVC'
  | 'an order with the number'
  | 'a browser check'
  | 'a challenge that passed'
  | 'a stored card'
  | 'a removed card';

export interface PrintedRequest {
  /** Whose manual prints it, and where. */
  readonly manual: string;
  /** Below `/payment/`. */
  readonly call: string;
  /** The title of the row among others of the same call. */
  readonly about?: string;
  /** As printed: curl sends each `--data` as it stands, joined by `&`. Ids of orders and cards are in braces. */
  readonly body: string;
  /** `json`: under the header of JSON; absent: under the header of a form, whatever the body is. */
  readonly as?: 'json';
  readonly given?: Given;
  /** Banks whose manual has this request; `bpc` if absent. */
  readonly banks?: readonly string[];
  /** Settings of the merchant for whom the manual prints the answer. */
  readonly merchant?: Readonly<Record<string, unknown>>;
  readonly answer: ExpectedKeys;
  /** Keys that the printed answer does not have, and that shops read. */
  readonly without?: readonly string[];
  /** Why the gateway does not answer as printed. */
  readonly differs?: string;
}

const login = 'userName=test_user&password=test_user_password';
const back = 'returnUrl=https://mybestmerchantreturnurl.com';

const registered: ExpectedKeys = { orderId: 'string', formUrl: 'string' };
const done: ExpectedKeys = { errorCode: { is: 0 }, errorMessage: { is: 'Success' } };
const doneInText: ExpectedKeys = { errorCode: { is: '0' }, errorMessage: 'string' };
const finished: ExpectedKeys = { redirect: 'string', info: 'string', errorCode: { is: 0 } };
const challenged: ExpectedKeys = {
  info: 'string',
  errorCode: { is: 0 },
  acsUrl: 'string',
  is3DSVer2: { is: true },
  packedCReq: 'string',
};
const declined: ExpectedKeys = {
  redirect: 'string',
  error: 'string',
  errorCode: { is: 0 },
  is3DSVer2: { is: true },
  errorTypeName: 'string',
  processingErrorType: 'string',
  errorMessage: 'string',
};
const practice: ExpectedKeys = {
  errorCode: 'string',
  errorMessage: 'string',
  mdOrder: 'string',
  actionCode: 'string',
  approvalCode: 'string',
  rrn: 'string',
};
const status: ExpectedKeys = {
  errorCode: { is: '0' },
  errorMessage: 'string',
  orderNumber: 'string',
  orderStatus: { is: 2 },
  actionCode: { is: 0 },
  actionCodeDescription: 'string',
  amount: 'number',
  currency: 'string',
  date: 'number',
  merchantOrderParams: 'list',
  transactionAttributes: 'list',
  attributes: 'list',
  cardAuthInfo: {
    maskedPan: 'string',
    expiration: 'string',
    cardholderName: 'string',
    approvalCode: 'string',
    pan: 'string',
  },
  authDateTime: 'number',
  terminalId: 'string',
  authRefNum: 'string',
  paymentAmountInfo: {
    paymentState: { is: 'DEPOSITED' },
    approvedAmount: 'number',
    depositedAmount: 'number',
    refundedAmount: 'number',
  },
  bankInfo: { bankCountryCode: 'string', bankCountryName: 'string' },
};
const charge: ExpectedKeys = {
  orderNumber: { is: 'UAF-203974-DE-12' },
  errorCode: { is: '0' },
  orderStatus: { is: 2 },
  actionCode: { is: 0 },
  amount: 'number',
  currency: { is: '978' },
  date: 'number',
  orderDescription: { is: 'Test description' },
  merchantOrderParams: 'list',
  attributes: 'list',
  cardAuthInfo: {
    expiration: 'string',
    cardholderName: 'string',
    approvalCode: 'string',
    paymentSystem: 'string',
    pan: 'string',
  },
  authDateTime: 'number',
  terminalId: 'string',
  authRefNum: 'string',
  paymentAmountInfo: { paymentState: { is: 'DEPOSITED' }, approvedAmount: 'number', depositedAmount: 'number' },
  bankInfo: { bankCountryName: 'string' },
  chargeback: { is: false },
  operations: 'list',
};

const copies = ['bpc', 'alfa', 'jcc', 'dsk', 'bereke', 'vtb-kz'] as const;

const typed = '$PAN=4000001111111118&$CVC=123&YYYY=2030&MM=12&TEXT=TEST CARDHOLDER&language=en';
const instant = `${login}&amount=100&currency=978&description=my_first_order&orderNumber=1218637308&pan=4000001111111118&cvc=123&expiry=203012&cardholderName=TEST CARDHOLDER&email=demo@example.com&phone=+449998887766&language=en&${back}&failUrl=https://mybestmerchantreturnurl.com`;
const instantFinished: ExpectedKeys = {
  errorCode: { is: '0' },
  orderId: 'string',
  info: 'string',
  redirect: 'string',
  orderStatus: {
    expiration: 'string',
    cardholderName: 'string',
    depositAmount: 'number',
    currency: 'string',
    approvalCode: 'string',
    authCode: { is: 2 },
    originalActionCode: 'string',
    rrn: 'string',
    ErrorCode: { is: '0' },
    ErrorMessage: 'string',
    OrderStatus: { is: 2 },
    OrderNumber: 'string',
    Pan: 'string',
    Amount: 'number',
    Ip: 'string',
  },
};
const verified: ExpectedKeys = {
  errorCode: { is: '0' },
  errorMessage: 'string',
  orderId: 'string',
  orderNumber: 'string',
  rrn: 'string',
  authCode: 'string',
  actionCode: { is: 0 },
  actionCodeDescription: { is: '' },
  time: 'number',
  eci: { is: '07' },
  amount: 'number',
  currency: 'string',
};
const practiceBody =
  '{"originalMdOrder":"{order}","orderNumber":"testOrderNumber1","tii":"IPI","amount":"10","username":"test_user","password":"test_user_password"}';
const additional = '"additionalParameters":{"firstParamName":"firstParamValue","secondParamName":"secondParamValue"}';

/**
 * Requests as manuals print them, with the keys and types of the printed answers. Ids are ours; names, values, their
 * order and the header are the manual's. Sources: the pages of dev.bpcbt.com/en/integration/api/rest.html by chapter, and
 * the banks' copies of them.
 */
export const printedRequests: readonly PrintedRequest[] = [
  {
    manual: 'BPC and its copies, order registration',
    call: 'rest/register.do',
    banks: copies,
    body: `amount=123456&${login}&orderNumber=1234567890ABCDEF&${back}&failUrl=https://mybestmerchantfailurl.com&email=test@test.com&clientId=259753456&features=FORCE_SSL&features=FORCE_TDS&language=en&jsonParams={"param_1_name":"param_1_value","param_2_name":"param_2_value"}`,
    answer: registered,
    without: ['errorCode'],
  },
  {
    manual: 'BPC, order registration',
    call: 'rest/register.do',
    about: 'a used number',
    given: 'an order with the number',
    body: `amount=123456&${login}&orderNumber=1234567890ABCDEF&${back}&language=en`,
    answer: { errorCode: { is: '1' }, errorMessage: 'string' },
    without: ['orderId', 'formUrl'],
  },
  {
    manual: 'Bereke (Kazakh), general example of an error',
    call: 'rest/register.do',
    about: 'no amount',
    banks: ['bereke'],
    body: `${login}&orderNumber=1234567890ABCDEF&${back}`,
    answer: { errorCode: { is: '12' }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, order registration with pre-authorisation',
    call: 'rest/registerPreAuth.do',
    banks: copies,
    body: `amount=2000&${login}&${back}&orderNumber=1255555555555&clientId=259753456&language=en`,
    answer: registered,
    without: ['errorCode'],
  },
  {
    manual: 'BPC, payment for order, first call',
    call: 'rest/paymentorder.do',
    given: 'an order',
    body: `${login}&MDORDER={order}&${typed}&jsonParams={"param_1_name":"param_1_value","param_2_name":"param_2_value"}`,
    answer: {
      errorCode: { is: 0 },
      is3DSVer2: { is: true },
      threeDSServerTransId: 'string',
      threeDSMethodURL: 'string',
      threeDSMethodURLServer: 'string',
      threeDSMethodDataPacked: 'string',
    },
  },
  {
    manual: 'BPC, payment for order, second call',
    call: 'rest/paymentorder.do',
    about: 'second call',
    given: 'a browser check',
    body: `${login}&MDORDER={order}&$PAN=5555555555555599&$CVC=123&YYYY=2034&MM=12&TEXT=TEST CARDHOLDER&language=en&threeDSServerTransID={transaction}`,
    answer: challenged,
  },
  {
    manual: 'BPC, payment for order with an own 3DS server',
    call: 'rest/paymentorder.do',
    about: 'an own 3-D Secure',
    given: 'an order',
    body: `${login}&MDORDER={order}&${typed}&jsonParams={"eci": "02", "cavv": "AkZO5XQAA0rhBxoaufa+MAABAAA=", "xid": "5010857f-8d3f-74e1-9c5a-54a000cc4110", "threeDSProtocolVersion": "2.2.0", "threeDsType": "5"}`,
    answer: finished,
  },
  {
    manual: 'BPC, industry practice payments',
    call: 'industryPractice/paymentOrder.do',
    given: 'an order paid with a challenge',
    body: practiceBody,
    answer: { ...practice, errorCode: { is: '0' }, actionCode: { is: '0' } },
  },
  {
    manual: 'BPC, industry practice payments',
    call: 'industryPractice/paymentOrder.do',
    about: 'an original order without 3-D Secure',
    given: 'a paid order',
    body: practiceBody,
    answer: { errorCode: { is: '5' }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, instant payment',
    call: 'rest/instantPayment.do',
    about: 'a merchant without 3-D Secure',
    body: instant,
    answer: instantFinished,
    merchant: { sslOnly: true },
  },
  {
    manual: 'BPC, instant payment, older page',
    call: 'rest/instantPayment.do',
    about: 'backUrl and cardHolderName',
    body: instant
      .replace('pan=4000001111111118', 'pan=5000001111111115')
      .replace('&returnUrl=', '&backUrl=')
      .replace('&cardholderName=', '&cardHolderName='),
    answer: { errorCode: { is: '0' }, orderId: 'string' },
  },
  {
    manual: 'BPC, MOTO payment',
    call: 'rest/motoPayment.do',
    body: `amount=2000&currency=978&${login}&${back}&description=my_first_order&pan=4000001111111118&expiry=203012&cvc=123&cardholder=TEST CARDHOLDER&language=en`,
    answer: { errorCode: { is: '0' }, success: { is: true }, mdOrder: 'string', orderNumber: 'string' },
  },
  {
    manual: 'the Merchant Manual of Alfa-Bank, Kazakhstan, as public clients of its bank quote it',
    call: 'rest/getOrderStatusExtended.do',
    about: 'with merchantOrderNumber',
    body: `${login}&orderId={order}&language=ru&merchantOrderNumber=0784sse49d0s134567890`,
    given: 'an order with the number',
    banks: ['alfa', 'sber'],
    answer: { errorCode: { is: '0' }, orderNumber: { is: '1234567890ABCDEF' }, orderStatus: { is: 0 } },
  },
  {
    manual: 'BPC, payment status',
    call: 'rest/getOrderStatusExtended.do',
    given: 'a paid order',
    body: `${login}&orderId={order}&language=en`,
    answer: status,
    without: ['orderId'],
  },
  {
    manual: 'BPC, deposit',
    call: 'rest/deposit.do',
    given: 'a held order',
    body: `${login}&currency=978&amount=2000&orderId={order}&language=en`,
    answer: done,
  },
  {
    manual: 'clients of Bereke and VTB Kazakhstan, deposit',
    call: 'rest/deposit.do',
    banks: ['bereke', 'vtb-kz'],
    given: 'a held order',
    body: `${login}&amount=2000&orderId={order}&language=en`,
    answer: doneInText,
  },
  {
    manual: 'BPC, reversal',
    call: 'rest/reverse.do',
    given: 'a held order',
    body: `${login}&currency=978&orderId={order}&language=en`,
    answer: done,
  },
  {
    manual: 'BPC, refund',
    call: 'rest/refund.do',
    given: 'a paid order',
    body: `${login}&currency=978&orderId={order}&amount=2000&language=en`,
    answer: done,
  },
  {
    manual: 'BPC, instant refund',
    call: 'rest/instantRefund.do',
    body: `amount=2000&${login}&orderNumber=1218637308&pan=4000001111111118&cvc=123&expiry=203012&cardholderName=TEST CARDHOLDER&language=en`,
    answer: {
      errorCode: { is: '0' },
      errorMessage: 'string',
      orderId: 'string',
      orderStatus: { ErrorCode: 'string', ErrorMessage: 'string' },
    },
  },
  {
    manual: 'BPC, cancellation of an order',
    call: 'rest/decline.do',
    given: 'an order with the number',
    body: `${login}&orderId={order}&orderNumber=1234567890ABCDEF&merchantLogin=test_user&language=en`,
    answer: done,
  },
  {
    manual: 'BPC, payment by stored credential',
    call: 'rest/paymentOrderBinding.do',
    given: 'an order of the client',
    body: `${login}&mdOrder={order}&bindingId={binding}&cvc=123&tii=F&language=en`,
    answer: finished,
  },
  {
    manual: 'BPC, payment by stored credential',
    call: 'rest/paymentOrderBinding.do',
    about: 'an order without a client',
    given: 'an order',
    body: `${login}&mdOrder={order}&bindingId=01491394-63a6-7d45-a88f-7bce00a7d8c0&cvc=123&tii=F&language=en`,
    answer: { error: 'string', errorCode: { is: 5 }, is3DSVer2: { is: false }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, list of stored credentials',
    call: 'rest/getBindings.do',
    given: 'a stored card',
    body: `${login}&clientId=259753456&bindingType=C`,
    answer: { errorCode: { is: '0' }, errorMessage: 'string', bindings: 'list' },
  },
  {
    manual: 'BPC, stored credentials of a card',
    call: 'rest/getBindingsByCardOrId.do',
    given: 'a stored card',
    body: `${login}&pan=4444555511113333`,
    answer: { errorCode: { is: '0' }, errorMessage: 'string', bindings: 'list' },
  },
  {
    manual: 'BPC, deactivation of a stored credential',
    call: 'rest/unBindCard.do',
    given: 'a removed card',
    body: `${login}&bindingId={binding}`,
    answer: { errorCode: { is: '2' }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, activation of a stored credential',
    call: 'rest/bindCard.do',
    given: 'a stored card',
    body: `${login}&bindingId={binding}`,
    answer: { errorCode: { is: '2' }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, extension of a stored credential',
    call: 'rest/extendBinding.do',
    given: 'a stored card',
    body: `${login}&bindingId={binding}&newExpiry=202712&language=en`,
    answer: { errorCode: { is: '0' }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, storing without payment',
    call: 'rest/createBindingNoPayment.do',
    body: `${login}&clientId=159753456&pan=5555555555555599&expiryDate=203412&pan=5555555555555599&cardholderName=TEST CARDHOLDER`,
    answer: {
      maskedPan: { is: '555555**5599' },
      expiryDate: { is: '203412' },
      cardholderName: { is: 'TEST CARDHOLDER' },
      clientId: { is: '159753456' },
      bindingId: 'string',
      errorCode: { is: 0 },
      error: { is: false },
    },
  },
  {
    manual: 'BPC, storing without payment, all parameters',
    call: 'rest/createBindingNoPayment.do',
    about: 'another merchant',
    body: `${login}&merchantLogin=some_merchant&pan=5555555555555599&expiryDate=203412&cardholderName=TEST CARDHOLDER &clientId=client_id&bindingStrength=TDS&email=email@test.com&phone=+995555000000&additionalParameters={"networkReferenceNumber": "network_reference_number","initNetworkReferenceNumber": "init_network_reference_number"}`,
    answer: { errorCode: { is: 5 }, error: { is: true }, errorMessage: 'string' },
  },
  {
    manual: 'BPC, recurrent payment',
    call: 'recurrentPayment.do',
    as: 'json',
    given: 'a stored card',
    body: `{"userName":"test_user","password":"test_user_password","orderNumber":"UAF-203974-DE-12","language":"EN","bindingId":"{binding}","amount":1200,"currency":"978","description":"Test description",${additional}}`,
    answer: { success: { is: true }, data: { orderId: 'string' }, orderStatus: charge },
    without: ['errorCode'],
  },
  {
    manual: 'BPC, instalment payment',
    call: 'installmentPayment.do',
    as: 'json',
    given: 'a stored card',
    body: `{"userName":"test_user","password":"test_user_password","orderNumber":"UAF-203974-DE-12","language":"EN","bindingId":"{binding}","amount":12300,"currency":"978","description":"Test description",${additional}}`,
    answer: {
      errorCode: { is: 0 },
      errorMessage: 'string',
      orderId: 'string',
      orderStatus: charge,
      error: { is: false },
    },
  },
  {
    manual: 'BPC, 3-D Secure utilities, end of 3-D Secure 2',
    call: 'rest/finish3dsVer2Payment.do',
    given: 'a challenge that passed',
    body: `threeDSServerTransId={transaction}&${login}&`,
    answer: { redirect: 'string', errorCode: { is: 0 }, is3DSVer2: { is: true } },
  },
  {
    manual: 'BPC, 3-D Secure utilities, end of 3-D Secure 2 of an instant payment',
    call: 'rest/finish3dsVer2Payment.do',
    about: 'with the order',
    given: 'a challenge that passed',
    body: `threeDSServerTransId={transaction}&threeDSVer2MdOrder={order}&${login}&`,
    answer: { redirect: 'string', errorCode: { is: 0 }, is3DSVer2: { is: true } },
  },
  {
    manual: 'BPC, 3-D Secure utilities, second step',
    call: 'rest/3ds/continue.do',
    given: 'a browser check',
    body: `mdOrder={order}&${login}`,
    answer: challenged,
  },
  {
    manual: 'BPC, 3-D Secure utilities, second step that is declined',
    call: 'rest/3ds/continue.do',
    about: 'declined',
    given: 'a browser check of a wrong CVC',
    body: `mdOrder={order}&${login}`,
    answer: declined,
    without: ['info'],
  },
  {
    manual: 'BPC, card verification',
    call: 'rest/verifyCard.do',
    body: `${login}&pan=4000001111111118&cvc=123&expiry=203012`,
    answer: verified,
    merchant: { sslOnly: true },
  },
];
