import { type BrokenGateway, lacks, onEndpoint, onStatus, toNumber, toText } from './apply-fault.ts';
import type { Answer } from './proxy.ts';

const operations = /^(deposit|reverse|refund|decline)\.do$/;
const served =
  /to capture (all|a part|the rest)|free what is held$|refund (a part|all|the rest|what was)|a refund that it was given before$|to close an order (that nobody has paid|with a declined card)$/;
const refundedStatuses = /^the shop asks for the status of an order (refunded |whose captured part was refunded)/;
const list = /for the orders that were paid on a day$/;
const everyList = /for the orders (that were paid on|of) a day/;

/** Accepts a call that the gateway refused with this code. */
const accepts = (errorCode: string, endpoint: string, fails: RegExp): BrokenGateway => ({
  fault: onEndpoint(endpoint, (answer) => {
    const { errorCode: code, errorMessage } = answer.body;
    if (code === errorCode && errorMessage !== 'Access denied')
      answer.body = { errorCode: '0', errorMessage: 'Success' };
  }),
  fails,
  complaint: /^\$\.errorCode /,
});

const eachRefund = (change: (refund: Answer['body']) => unknown) =>
  onStatus(({ body }) => {
    for (const refund of body['refunds'] ?? []) change(refund);
  });

/** Faults of operations after a payment. */
export const brokenOperations: Readonly<Record<string, BrokenGateway>> = {
  'confirms with a numeric errorCode': {
    fault: ({ endpoint, body }) =>
      operations.test(endpoint) && body['errorCode'] === '0' && toNumber(body, 'errorCode'),
    fails: served,
    complaint: /^\$\.errorCode /,
  },
  'confirms without an errorCode': {
    fault: ({ endpoint, body }) => operations.test(endpoint) && body['errorCode'] === '0' && delete body['errorCode'],
    fails: served,
    complaint: /^\$ .*missing.* errorCode$/,
  },
  'captures more than is held': accepts('5', 'deposit.do', /to capture more than is (held|left of a hold)$/),
  'pays a refund again that it knows': {
    fault: onStatus(({ body }) => {
      const { refunds, paymentAmountInfo } = body;
      const [first] = refunds ?? [];
      if (!first || first.amount * 2 > body['amount']) return;
      refunds.push(first);
      paymentAmountInfo.depositedAmount -= first.amount;
      paymentAmountInfo.refundedAmount += first.amount;
    }),
    fails: /asks for the status of an order refunded once by a call that came twice$/,
    complaint: /^\$\.(refunds|paymentAmountInfo\.(deposited|refunded)Amount) /,
  },
  'has no refunds in the status of a refunded order': lacks('refunds', refundedStatuses, onStatus),
  'gives the amounts of refunds as text': {
    fault: eachRefund((refund) => toText(refund, 'amount')),
    fails: refundedStatuses,
    complaint: /^\$\.refunds\[\d\]\.amount /,
  },
  'gives the dates of refunds in milliseconds': {
    fault: eachRefund((refund) => {
      refund['date'] = Date.parse(`${refund['date']}Z`);
    }),
    fails: refundedStatuses,
    complaint: /^\$\.refunds\[\d\]\.date /,
  },
  'counts as captured what was refunded': {
    fault: onStatus(({ body }) => {
      body['paymentAmountInfo'].depositedAmount += body['paymentAmountInfo'].refundedAmount;
    }),
    fails: refundedStatuses,
    complaint: /^\$\.paymentAmountInfo\.depositedAmount /,
  },
  'calls an order paid that was refunded in part': {
    fault: onStatus(({ body }) => {
      if (body['orderStatus'] === 4 && body['paymentAmountInfo'].depositedAmount > 0) body['orderStatus'] = 2;
    }),
    fails: /asks for the status of an order refunded (in part|once by a call that came twice)$/,
    complaint: /^\$\.orderStatus /,
  },
  'lowers the amount of an order that is captured in part': {
    fault: onStatus(({ body }) => {
      if (body['orderStatus'] === 2) body['amount'] = body['paymentAmountInfo'].depositedAmount;
    }),
    fails: /asks for the status of an order captured in part$/,
    complaint: /^\$\.amount /,
  },
  'calls an order paid that is being captured in steps': {
    fault: onStatus(({ body }) => {
      if (body['orderStatus'] === 8) body['orderStatus'] = 2;
    }),
    fails: /asks for the status of an order that is being captured in steps$/,
    complaint: /^\$\.orderStatus /,
  },
  'lists orders with an errorCode as text': {
    fault: onEndpoint('getLastOrdersForMerchants.do', ({ body }) => toText(body, 'errorCode')),
    fails: everyList,
    complaint: /^\$\.errorCode /,
  },
  'gives listed orders a numeric errorCode': {
    fault: onEndpoint('getLastOrdersForMerchants.do', ({ body }) => {
      for (const order of body['orderStatuses'] ?? []) toNumber(order, 'errorCode');
    }),
    fails: list,
    complaint: /^\$\.orderStatuses\[0\]\.errorCode /,
  },
};
