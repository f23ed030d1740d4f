import { type BrokenGateway, lacks, onEndpoint, onSuccess, toNumber, toText } from './apply-fault.ts';

const paysOrder = /^(paymentorder|paymentOrderBinding|continue|finish3ds(Ver2)?Payment)\.do$/;
const wallets = /^payment(Direct)?\.do$/;

/** Faults of payments without the gateway's page, of stored cards, wallets, tasks and templates. */
export const brokenCalls: Readonly<Record<string, BrokenGateway>> = {
  'answers a payment with errorCode as text': {
    fault: ({ endpoint, body }) => paysOrder.test(endpoint) && toText(body, 'errorCode'),
    fails:
      /^the shop asks to (pay (an order|one order among others|with)( with)? a (stored )?card|go on (after the browser|with an order that|with 3-D)|finish |pay with a stored card)/,
    complaint: /^\$\.errorCode /,
  },
  'answers about stored cards with a numeric errorCode': {
    fault: ({ endpoint, body }) => /^((un)?bind|extend)/i.test(endpoint) && toNumber(body, 'errorCode'),
    fails: /to switch (off|on|a) ?.*stored card|to give (a stored card|a new date)/,
    complaint: /^\$\.errorCode /,
  },
  'lists the stored cards of another customer': {
    fault: onEndpoint('getBindings.do', ({ body }) => {
      for (const card of (body['bindings'] ?? []).slice(0, 1))
        body['bindings'].push({ ...card, clientId: 'somebody-else' });
    }),
    fails: /stored cards of a customer(, among those of others| of whom one is switched off)$/,
    complaint: /^\$\.bindings/,
  },
  'lists stored cards without their ids': {
    fault: ({ body }) => {
      for (const card of body['bindings'] ?? []) delete card.bindingId;
    },
    fails:
      /for (the|all) stored cards of a customer(, among those of others| of whom one is switched off)?$|whose a stored card is$/,
    complaint: /^\$\.bindings\[0\] .*missing.* bindingId$/,
  },
  'has no list where a customer has no stored cards': {
    fault: onEndpoint('getBindings.do', ({ body }) => body['bindings']?.length === 0 && delete body['bindings']),
    fails: /customer who has none$/,
    complaint: /^\$ .*missing.* bindings$/,
  },
  'stores a card and gives no id': lacks('bindingId', /to store a card without a payment$/, (change) =>
    onSuccess(/^createBindingNoPayment/, change),
  ),
  'says that a declined stored card has paid': {
    fault: onEndpoint('paymentOrderBinding.do', (answer) => {
      const { error, errorCode, bindingId } = answer.body;
      const redirect = 'https://shop.example/return?orderId=019b6f10-3c2a-7c41-9f6e-5a1200b4e001';
      if (error && errorCode === 0) answer.body = { errorCode, redirect, bindingId };
    }),
    fails: /to pay with a stored card that is declined$/,
    complaint: /^\$ .*missing.* error/,
  },
  'refuses a declined card with an errorCode': {
    fault: onSuccess(paysOrder, ({ body }) => {
      if (body['error']) body['errorCode'] = 7;
    }),
    fails: /to pay (an order with a card|with a stored card) that is declined$/,
    complaint: /^\$\.errorCode /,
  },
  'pays with a stored card an order of nobody': {
    fault: onEndpoint('paymentOrderBinding.do', ({ body }) => {
      if (body['errorCode'] === 5 && body['error'] !== 'Access denied') body['errorCode'] = 0;
    }),
    fails: /with a stored card an order of nobody/,
    complaint: /^\$\.errorCode /,
  },
  'goes on without the page of the issuer': lacks('acsUrl', /to go on after the browser was seen$/, (change) =>
    onEndpoint('continue.do', change),
  ),
  'charges by telephone and gives no mdOrder': lacks(
    'mdOrder',
    /to charge a (declined )?card told by telephone$/,
    (change) => onSuccess(/^motoPayment/, change),
  ),
  'charges a card that it should only verify': {
    fault: onSuccess(/^verifyCard/, ({ body }) => {
      body['amount'] = 100;
    }),
    fails: /whether a card is good( that is declined)?$/,
    complaint: /^\$\.amount /,
  },
  'says of an instant payment only that it was handled': lacks(
    'orderStatus',
    /to register and pay at once( with a card (whose issuer wants to see the browser|that is declined))?$/,
    (change) => onSuccess(/^instantPayment/, change),
  ),
  'refunds a raw sum with errorCode as text': {
    fault: ({ endpoint, body }) => endpoint.startsWith('processRaw') && toText(body, 'errorCode'),
    fails: /to refund a (sum|position)[ ,]/,
    complaint: /^\$\.errorCode /,
  },
  'answers a recurrent payment with errorCode at the top': {
    fault: onSuccess(/^recurrentPayment/, (answer) => {
      const { data, orderStatus } = answer.body;
      answer.body = { errorCode: '0', ...data, orderStatus };
    }),
    fails: /for one more payment of a subscription$/,
    complaint: /^\$ .*missing.* (success|data)/,
  },
  'refuses a recurrent payment with a numeric code': {
    fault: onEndpoint('recurrentPayment.do', ({ body }) => body['error'] && toNumber(body['error'], 'code')),
    fails: /for one more payment of a subscription[ ,].*in error$/,
    complaint: /^\$\.error\.code /,
  },
  'calls a declined instalment paid': {
    fault: onEndpoint('installmentPayment.do', ({ body }) => {
      if (body['orderStatus']) body['orderStatus'].orderStatus = 2;
    }),
    fails: /for one more instalment with a card that is declined$/,
    complaint: /^\$\.orderStatus\.orderStatus /,
  },
  'takes a wallet token that it cannot open': {
    fault: ({ endpoint, body }) => {
      const { error } = body;
      if (wallets.test(endpoint) && error?.code === 1 && !/empty/.test(error.message)) body['success'] = true;
    },
    fails:
      /by a (token that cannot be opened|card that is declined), refused|token of a card that is declined, refused/,
    complaint: /^\$\.success /,
  },
  'refuses a wallet with a code as text': {
    fault: ({ endpoint, body }) => wallets.test(endpoint) && body['error'] && toText(body['error'], 'code'),
    fails: /payment with (\w+ Pay|a card scheme's token).*in error$/,
    complaint: /^\$\.error\.code /,
  },
  'skips 3-D Secure where Google gave the number of the card': {
    fault: onSuccess(wallets, ({ body }) => {
      const { orderId, bindingId } = body['data'];
      body['data'] = { orderId, ...(bindingId && { bindingId }) };
    }),
    fails: /Google Pay and the number of the card$/,
    complaint: /^\$\.data .*missing/,
  },
  'goes on with a task that was stopped': {
    fault: ({ endpoint, body }) => {
      if (endpoint === 'get' && body['task']?.state === 'TERMINATED') body['task'].state = 'ACTIVE';
    },
    fails: /for a recurring task that was stopped$/,
    complaint: /^\$\.task\.state /,
  },
  'finds a task that does not exist': {
    fault: onEndpoint('get', ({ body }) => {
      if (body['error']?.code === '6') body['status'] = 'SUCCESS';
    }),
    fails: /for a recurring task that does not exist, failed/,
    complaint: /^\$\.status /,
  },
  'registers an order from a template that is off': {
    fault: onEndpoint('registerByTemplate.do', (answer) => {
      if (answer.body['errorCode'] === '7') answer.body = { orderId: 'x', formUrl: 'x' };
    }),
    fails: /from a template that is off/,
    complaint: /^\$ .*missing.* errorCode, errorMessage$/,
  },
};
