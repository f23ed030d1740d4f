import { MatchersV3 } from '@pact-foundation/pact';
import { date, example, success, text, uuid } from './answers.ts';

const { integer, like } = MatchersV3;
const address = text('^https?://\\S+$', 'https://gateway.example/acs');
const base64 = text('^[\\w=-]+$', 'eyJ0aHJlZURTIjoiMiJ9');

export const orderId = text(`^${uuid}$`, example.orderId);
export const orderNumber = text('^\\S{1,36}$', example.orderNumber);
export const bindingId = text(`^${uuid}$`, example.bindingId);
export const words = text('^.+$', 'What the gateway says about it');

/** The top of the answers to calls that move money without a registered order. */
export const done = { errorCode: '0', errorMessage: success };

/** A payment that is over; `redirect` is the shop's page. */
export const finished = {
  errorCode: 0,
  redirect: text(
    `^https://shop\\.example/return\\?orderId=${uuid}(&\\S*)?$`,
    `https://shop.example/return?orderId=${example.orderId}`,
  ),
};

/** First call of 3-D Secure 2. */
export const browserCheck = {
  is3DSVer2: true,
  threeDSServerTransId: text(`^${uuid}$`, example.orderId),
  threeDSMethodURL: address,
  threeDSMethodURLServer: address,
  threeDSMethodDataPacked: base64,
};

/** Second call of 3-D Secure 2: the issuer wants to see the customer. */
export const challenge = { errorCode: 0, is3DSVer2: true, acsUrl: address, packedCReq: base64 };

/** A declined card: errorCode 0 all the same, and the reason in `error`. */
export const declined = { errorCode: 0, error: words, errorMessage: words, processingErrorType: like('CLIENT_ERROR') };

/** The order's status inside the answer to a payment without a page. */
export const nestedStatus = (amount: number, [orderStatus, actionCode] = [2, 0]) => ({
  errorCode: '0',
  orderNumber,
  orderStatus,
  actionCode,
  amount,
  currency: '398',
  date,
  attributes: [{ name: 'mdOrder', value: orderId }],
});

/** The same in the old spelling. */
export const nestedLegacyStatus = (amount: number, orderStatus: number) => ({
  ErrorCode: text('^\\d+$', '0'),
  OrderNumber: orderNumber,
  OrderStatus: orderStatus,
  Amount: amount,
  depositAmount: orderStatus === 2 ? amount : 0,
  currency: '398',
});

export const verified = {
  ...done,
  orderId,
  orderNumber,
  rrn: text('^\\d{12}$', '600112345672'),
  authCode: text('^\\w{6}$', '482913'),
  actionCode: 0,
  time: integer(1_767_254_400_000),
  eci: text('^\\d{2}$', '07'),
  amount: 0,
  currency: '398',
};
