import { type BrokenGateway, lacks, onEndpoint, onStatus, onSuccess } from './apply-fault.ts';
import type { Answer } from './proxy.ts';

const confirms = (answer: Answer): void => {
  if (answer.body['errorCode'] === '7') answer.body = { errorCode: '0', errorMessage: 'Success' };
};

/** A gateway that confirms an operation in every state of an order. */
const anyState = (endpoint: string, fails: RegExp): BrokenGateway => ({
  fault: onEndpoint(endpoint, confirms),
  fails,
  complaint: /^\$\.error(Code|Message) /,
});

/** A status nested in the answers of calls that pay at once. */
const onNested =
  (change: (status: Answer['body']) => unknown) =>
  (answer: Answer): void => {
    const { orderStatus } = answer.body;
    if (orderStatus && typeof orderStatus === 'object' && 'orderStatus' in orderStatus) change(orderStatus);
  };

const nested =
  /for (a payment with (Apple|Samsung) Pay( that it has opened itself)?|a payment with a card scheme's token|one more payment of a subscription|one more instalment)$/;

const everyStatus =
  /^the shop asks for the status of (?!an order (that does not exist|of another merchant)|.* in Russian$)/;
const cardStatuses =
  /^the shop asks for the status of (a paid|a declined|an order (paid|held|declined|that was (declined|captured)|that is being|that only|captured|refunded|whose (hold|captured part|customer is)|with a declined))/;

const card = '4444555511113333';

/** Faults of states, amounts, dates, cards and the way back. */
export const brokenSituations: Readonly<Record<string, BrokenGateway>> = {
  'captures an order in any state': anyState('deposit.do', /to capture an order (?!of another)/),
  'gives an order free in any state': anyState('reverse.do', /to give free (an order|what nobody has paid)/),
  'refunds an order in any state': anyState('refund.do', /to refund (an order (?!of another)|more than)/),
  'closes an order in any state': anyState(
    'decline.do',
    /to close an order (?!that nobody has paid$|with a declined card$|of another)/,
  ),
  'gives dates in seconds': {
    fault: onStatus(({ body }) => {
      for (const name of ['date', 'depositedDate', 'refundedDate', 'reversedDate', 'authDateTime'])
        if (name in body) body[name] = Math.floor(body[name] / 1000);
    }),
    fails: everyStatus,
    complaint: /^\$\.\w*[dD]ate\w* /,
  },
  'gives the time of a verified card in seconds': {
    fault: onSuccess(/^verifyCard/, ({ body }) => {
      body['time'] = Math.floor(body['time'] / 1000);
    }),
    fails: /whether a card is good( that is declined)?$/,
    complaint: /^\$\.time /,
  },
  'says of an expired order that it was approved': {
    fault: onStatus(({ body }) => {
      if (body['actionCode'] === -2014) body['actionCode'] = 0;
    }),
    fails: /^the shop asks for the status of an order whose (shorter )?time was over$/,
    complaint: /^\$\.actionCode /,
  },
  'says of an expired order that money was missing': {
    fault: onStatus(({ body }) => {
      if (body['actionCode'] === -2014) body['actionCode'] = 116;
    }),
    fails: /^the shop asks for the status of an order whose (shorter )?time was over$/,
    complaint: /^\$\.actionCode /,
  },
  'says the old way of a declined order that all is well': {
    fault: onEndpoint('getOrderStatus.do', ({ body }) => {
      if (body['ErrorCode'] === '2') body['ErrorCode'] = '0';
    }),
    fails:
      /the old way for the status of an order (that was declined for good|whose time was over|that the shop has closed)$/,
    complaint: /^\$\.ErrorCode /,
  },
  'counts the old way what was refunded as captured': {
    fault: onEndpoint('getOrderStatus.do', ({ body }) => {
      if (body['OrderStatus'] === 4) body['depositAmount'] = body['Amount'];
    }),
    fails: /the old way for the status of an order (refunded|whose captured part)/,
    complaint: /^\$\.depositAmount /,
  },
  'says of a declined instant payment that it is paid': {
    fault: onSuccess(/^instantPayment/, ({ body }) => {
      if (body['error'])
        Object.assign(body['orderStatus'], { OrderStatus: 2, depositAmount: body['orderStatus'].Amount });
    }),
    fails: /to register and pay at once with a card that is declined$/,
    complaint: /^\$\.orderStatus\.(OrderStatus|depositAmount) /,
  },
  'refuses a declined card told by telephone': {
    fault: onEndpoint('motoPayment.do', ({ body }) => {
      body['success'] = false;
    }),
    fails: /to charge a (declined )?card told by telephone$/,
    complaint: /^\$\.success /,
  },
  'says of a declined card that it is good': {
    fault: onSuccess(/^verifyCard/, ({ body }) => {
      body['actionCode'] = 0;
    }),
    fails: /whether a card is good that is declined$/,
    complaint: /^\$\.actionCode /,
  },
  'says of a declined payout that the money was sent': {
    fault: onSuccess(/^instantRefund/, ({ body }) => {
      body['orderStatus'].ErrorCode = '0';
    }),
    fails: /to send money to a card that is declined$/,
    complaint: /^\$\.orderStatus\.ErrorCode /,
  },
  'says that a declined card has paid by phone': {
    fault: ({ endpoint, body }) => {
      if (/^payment(Direct)?\.do$/.test(endpoint) && body['error']?.description === 'Insufficient funds')
        body['success'] = true;
    },
    fails: /by a card that is declined, refused|token of a card that is declined, refused/,
    complaint: /^\$\.success /,
  },
  'lists a card that is switched off': {
    fault: ({ endpoint, body }) => {
      const listed = {
        bindingId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e0b2',
        maskedPan: '444455**3333',
        expiryDate: '203412',
        clientId: 'aida',
      };
      if (/^get(All)?Bindings/.test(endpoint) && body['bindings']?.length === 0)
        Object.assign(body, { errorCode: '0', errorMessage: 'Success', bindings: [listed] });
    },
    fails: /who has none$|who has switched off the only one$|whose a stored card is that is switched off$/,
    complaint: /^\$\./,
  },
  "pays with another customer's card": {
    fault: ({ endpoint, body }) => {
      if (/^payment(OrderBinding|Order)\.do$/.test(endpoint) && body['errorCode'] === 1) body['errorCode'] = 0;
    },
    fails: /with a stored card of another customer, refused/,
    complaint: /^\$\.errorCode /,
  },
  'pays with a card that is switched off': {
    fault: ({ endpoint, body }) => {
      if (endpoint === 'paymentOrderBinding.do' && body['errorCode'] === 2) body['errorCode'] = 0;
    },
    fails: /to pay with a stored card that (is switched off|does not exist), refused/,
    complaint: /^\$\.errorCode /,
  },
  'leaves the stored card out of a status': {
    fault: onStatus(({ body }) => delete body['bindingInfo']),
    fails: /whose card was stored$|paid with a stored card$|of a customer whose card is not stored$/,
    complaint: /^\$ .*missing.* bindingInfo$/,
  },
  'leaves the stored card out of a nested status': {
    fault: onNested((status) => delete status['bindingInfo']),
    fails: /for one more (payment of a subscription|instalment( with a card that is declined)?)$/,
    complaint: /^\$\.orderStatus .*missing.* bindingInfo$/,
  },
  'leaves the card out of a nested status': {
    fault: onNested((status) => delete status['cardAuthInfo']),
    fails: new RegExp(`${nested.source}|one more instalment with a card that is declined$`),
    complaint: /^\$\.orderStatus .*missing.* cardAuthInfo$/,
  },
  'leaves the amounts out of a nested status': {
    fault: onNested((status) => delete status['paymentAmountInfo']),
    fails: new RegExp(`${nested.source}|one more instalment with a card that is declined$`),
    complaint: /^\$\.orderStatus .*missing.* paymentAmountInfo$/,
  },
  'calls a payment by phone one with a card': {
    fault: onNested((status) => {
      if (/_PAY$/.test(status['paymentWay'])) status['paymentWay'] = 'CARD';
    }),
    fails: /with (Apple|Samsung) Pay( that it has opened itself)?$|card scheme's token$/,
    complaint: /^\$\.orderStatus\.paymentWay /,
  },
  'sends the customer back without the language': {
    fault: ({ body }) => {
      if (typeof body['redirect'] === 'string') body['redirect'] = body['redirect'].replace(/&lang=\w+/, '');
    },
    fails:
      /the browser asks (where an order leads|to pay with a card on|to give up on)|to pay (an order|one order among others) with a card$|return address has a query|in capital letters to pay an order|to pay (with a stored card|as an industry does)$|to finish what the customer has passed|to register and pay at once$/,
    complaint: /^\$\.redirect /,
  },
  'sends the customer back without the order': {
    fault: ({ endpoint, body }) => {
      if (endpoint === 'getSessionStatus.do') body['redirect'] = String(body['redirect']).replace(/orderId=[^&]*&/, '');
    },
    fails: /the browser asks where an order leads/,
    complaint: /^\$\.redirect /,
  },
  'sends the customer back with another order': {
    fault: ({ endpoint, body }) => {
      if (endpoint === 'paymentorder.do' && body['redirect'])
        body['redirect'] = body['redirect'].replace(/orderId=.{8}/, 'orderId=019b6f99');
    },
    fails: /to pay one order among others with a card$/,
    complaint: /^\$\.redirect /,
  },
  'answers with the task of another id': {
    fault: onEndpoint('get', ({ body }) => {
      if (body['task']) body['task'].merchantTaskUuid = 'task-9999';
    }),
    fails: /for one recurring task among others$/,
    complaint: /^\$\.task\.merchantTaskUuid /,
  },
  'declares a charset that it does not use': {
    fault: (answer) => {
      if (answer.contentType.startsWith('application/json'))
        answer.contentType = 'application/json;charset=windows-1251';
    },
    fails: /status of an order with Kazakh and Russian letters$|^the shop .*in Russian/,
    complaint: /Content-Type/i,
  },
  'shows a whole card number in a further field': {
    fault: onStatus(({ body }) => {
      if (body['cardAuthInfo']) body['cardAuthInfo'].number = card;
    }),
    fails: cardStatuses,
    complaint: /^body has a whole card number, which begins with 444455$/,
  },
  'says nothing of a chargeback': lacks('chargeback', everyStatus, onStatus),
  'says nothing of the address of the shop': lacks('transactionAttributes', everyStatus, onStatus),
  'takes a MasterCard for a Visa': {
    fault: onStatus(({ body }) => {
      if (body['cardAuthInfo']?.paymentSystem === 'MASTERCARD') body['cardAuthInfo'].paymentSystem = 'VISA';
    }),
    fails:
      /^the shop asks for the status of (a paid order whose card was stored|an order (paid in one|held|captured|refunded|that (is being|was) captured|that only verified|whose (hold|captured)))/,
    complaint: /^\$\.cardAuthInfo\.paymentSystem /,
  },
  'lists a stored card that is valid until no month': {
    fault: ({ body }) => {
      for (const card of body['bindings'] ?? []) card.expiryDate = '122034';
    },
    fails:
      /for (the|all) stored cards of a customer(, among those of others| of whom one is switched off)?$|whose a stored card is$/,
    complaint: /^\$\.bindings\[0\]\.expiryDate /,
  },
  'gives no authCode the old way': {
    fault: onEndpoint('getOrderStatus.do', ({ body }) => delete body['authCode']),
    fails: /the old way for the status of an order (?!that does not exist)/,
    complaint: /^\$ .*missing.* authCode$/,
  },
};
