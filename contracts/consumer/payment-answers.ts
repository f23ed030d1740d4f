import { MatchersV3 } from '@pact-foundation/pact';
import {
  card,
  date,
  declinedCard,
  deposited,
  example,
  masterCard,
  status,
  success,
  text,
  uuid,
  visa,
} from './answers.ts';

const { like } = MatchersV3;
const address = text('^https?://\\S+$', 'https://gateway.example/acs');
const base64 = text('^[\\w=-]+$', 'eyJ0aHJlZURTIjoiMiJ9');

export const orderId = text(`^${uuid}$`, example.orderId);
export const orderNumber = text('^\\S{1,36}$', example.orderNumber);
export const bindingId = text(`^${uuid}$`, example.bindingId);
export const words = text('^.+$', 'What the gateway says about it');

/** The top of the answers to calls that move money without a registered order. */
export const done = { errorCode: '0', errorMessage: success };

/** The shop's page, with the order and the language of the customer. */
const redirect = text(
  `^https://shop\\.example/return\\?orderId=${uuid}&lang=[a-z]{2}$`,
  `https://shop.example/return?orderId=${example.orderId}&lang=en`,
);

/** A payment that is over. */
export const finished = { errorCode: 0, redirect };

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

/** Stored cards and cards of phones are Visa in the examples, tokens MasterCard. */
export const paidByVisa = (paymentWay: string) => ({
  ...deposited,
  cardAuthInfo: {
    ...deposited.cardAuthInfo,
    ...(paymentWay === 'TOKEN_PAY' ? masterCard : visa),
    // The issuer's page was not shown.
    secureAuthInfo: { ...deposited.cardAuthInfo.secureAuthInfo, threeDSInfo: {} },
  },
});

interface Nested {
  readonly paymentWay: string;
  readonly orderStatus?: number;
  readonly actionCode?: number;
  /** Of a stored card. */
  readonly clientId?: string;
}

const bound = (clientId: string) => ({ clientId, bindingId, externalCreated: false });

/** Where a shop learns the id of the stored card. */
export const bindingInfo = bound('aida');

/** The order's status inside the answer to a payment without a page: all of it. */
export const nestedStatus = (amount: number, { paymentWay, orderStatus = 2, actionCode = 0, clientId }: Nested) => {
  const paid = orderStatus === 2 ? amount : 0;
  const paymentState = orderStatus === 2 ? 'DEPOSITED' : 'DECLINED';
  return {
    ...status({ orderStatus, actionCode, paymentState, amount, approvedAmount: paid, depositedAmount: paid }),
    ...(orderStatus === 2 ? paidByVisa(paymentWay) : declinedCard),
    orderDescription: '',
    merchantOrderParams: [],
    paymentWay,
    // A declined payment belongs to a customer, and to no card.
    ...(clientId !== undefined && { bindingInfo: orderStatus === 2 ? bound(clientId) : { clientId } }),
  };
};

/** The same in the old spelling. */
export const nestedLegacyStatus = (amount: number, orderStatus: number) => ({
  ErrorCode: '0',
  OrderNumber: orderNumber,
  OrderStatus: orderStatus,
  Amount: amount,
  depositAmount: orderStatus === 2 ? amount : 0,
  currency: '398',
  Pan: card.maskedPan,
  expiration: card.expiration,
  cardholderName: card.cardholderName,
  ...(orderStatus === 2 && { rrn: declinedCard.authRefNum }),
});

/** The check of a card: declined is an answer too. */
export const verified = {
  ...done,
  orderId,
  orderNumber,
  rrn: text('^\\d{12}$', '600112345672'),
  authCode: text('^\\w{6}$', '482913'),
  actionCode: 0,
  time: date,
  eci: text('^\\d{2}$', '07'),
  amount: 0,
  currency: '398',
};
