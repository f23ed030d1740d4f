import {
  type BrokenGateway,
  lacks,
  onEndpoint,
  onRefusal,
  onRegistered,
  onStatus,
  toNumber,
  toText,
} from './apply-fault.ts';
import { brokenAccess } from './broken-access.ts';
import { brokenBehaviour } from './broken-behaviour.ts';
import { brokenCalls } from './broken-calls.ts';
import { brokenOperations } from './broken-operations.ts';
import { brokenSituations } from './broken-situations.ts';

const registrations =
  /to register an order( of two phases| from a template)?(, and wants to hear of no error| by GET| by POST with a query)?$/;
const plainRegistrations =
  /^the shop asks to register an order( of two phases| from a template| by GET| by POST with a query| with Kazakh and Russian letters)?$/;
const allStatuses = /^the shop asks for the status of (?!an order (that does not exist|of another merchant))/;
const statuses =
  /^the shop asks for the status of (?!an order (that does not exist|of another merchant)|.* in Russian$)/;
const refusals = new RegExp(
  [
    'that it has used$|order with a wrong password$|without an amount$|^the shop .*does not exist$',
    'refused with the text [\\d or]+$|customer who has (none|switched off the only one)$|that is switched off$',
    'more than (is|was) (held|paid|left|captured)|give free what nobody has paid$',
    'to (capture|give free|refund|close) an order (?!that nobody has paid$|with a declined card$)',
    'the old way for the status of an order (that was declined for good|whose time was over|that the shop has closed)$',
  ].join('|'),
);

/** Changes one field of every status. */
const inStatus = (name: string, change: typeof toText, fails = statuses): BrokenGateway => ({
  fault: onStatus(({ body }) => name in body && change(body, name)),
  fails,
  complaint: new RegExp(`^\\$\\.${name} `),
});

/** Faults that were seen in home-made stand-ins, or that a strict client of this gateway trips over. */
export const brokenGateways: Readonly<Record<string, BrokenGateway>> = {
  'gives no orderId to a registered order': lacks('orderId', plainRegistrations, onRegistered),
  'gives no formUrl to a registered order': lacks('formUrl', plainRegistrations, onRegistered),
  'leaves mdOrder out of formUrl': {
    fault: onRegistered(({ body }) => {
      body['formUrl'] = String(body['formUrl']).replace(/mdOrder=/, 'order=');
    }),
    fails: registrations,
    complaint: /^\$\.formUrl /,
  },
  'adds errorCode "0" to a registered order': {
    fault: onRegistered(({ body }) => {
      body['errorCode'] = '0';
    }),
    fails: /wants to hear of no error$/,
    complaint: /^\$\.errorCode /,
  },
  'accepts an order number twice': {
    fault: onEndpoint('register.do', ({ body }) => {
      if (body['errorCode'] !== '1') return;
      delete body['errorCode'];
      delete body['errorMessage'];
      body['orderId'] = '019b6f10-3c2a-7c41-9f6e-5a1200b4e002';
      body['formUrl'] = `https://gateway.example/payment/merchants/payment_en.html?mdOrder=${body['orderId']}`;
    }),
    fails: /under a number that it has used$/,
    complaint: /^\$ .*missing.* errorCode, errorMessage$/,
  },
  'accepts a wrong password': {
    fault: onEndpoint('register.do', (answer) => {
      if (answer.body['errorMessage'] === 'Access denied') answer.body = { orderId: 'x', formUrl: 'x' };
    }),
    fails: /with a wrong password$/,
    complaint: /^\$ .*missing.* errorCode, errorMessage$/,
  },
  'refuses without a message': {
    fault: onRefusal(({ body }) => {
      delete body['errorMessage'];
      delete body['ErrorMessage'];
    }),
    fails: refusals,
    complaint: /^\$ .*missing.* errorMessage$/i,
  },
  'refuses with HTTP 400': {
    fault: onRefusal((answer) => {
      answer.status = 400;
    }),
    fails: new RegExp(`${refusals.source}|does not exist, and wants none$`),
    complaint: /^status .*200 .*400/,
  },
  'refuses with a numeric errorCode': {
    fault: onRefusal(({ body }) => {
      toNumber(body, 'errorCode');
      toNumber(body, 'ErrorCode');
    }),
    fails: refusals,
    complaint: /^\$\.errorCode /i,
  },
  'answers a status with a numeric errorCode': inStatus('errorCode', toNumber, allStatuses),
  'gives the amount as text': inStatus('amount', toText),
  'gives the amount in tenge, not in tiyn': {
    fault: onStatus(({ body }) => {
      body['amount'] /= 100;
    }),
    fails: /^the shop asks for the status of (?!.*(does not exist|of another merchant|verified a card| in Russian$))/,
    complaint: /^\$\.amount /,
  },
  'gives the date as ISO text': inStatus('date', (body) => {
    body['date'] = new Date(body['date']).toISOString();
  }),
  'gives orderStatus as text': inStatus('orderStatus', toText, allStatuses),
  'gives actionCode as text': inStatus('actionCode', toText, allStatuses),
  'gives the currency as a number': inStatus('currency', toNumber),
  'gives paymentAmountInfo in texts': {
    fault: onStatus(({ body }) => {
      for (const name of ['approvedAmount', 'depositedAmount', 'refundedAmount'])
        toText(body['paymentAmountInfo'], name);
    }),
    fails: statuses,
    complaint: /^\$\.paymentAmountInfo\.(approved|deposited|refunded)Amount /,
  },
  'gives texts of digits as numbers': {
    fault: onStatus(({ body }) => {
      toNumber(body, 'terminalId');
      toNumber(body, 'authRefNum');
      toNumber(body['cardAuthInfo'] ?? {}, 'expiration');
    }),
    fails: statuses,
    complaint: /^\$\.(terminalId|authRefNum|cardAuthInfo\.expiration) /,
  },
  'has no mdOrder among the attributes': {
    fault: onStatus(({ body }) => {
      body['attributes'] = [];
    }),
    fails: statuses,
    complaint: /^\$\.attributes/,
  },
  'leaves cardAuthInfo out of a paid order': {
    fault: onStatus(({ body }) => body['orderStatus'] === 2 && delete body['cardAuthInfo']),
    fails:
      /asks for the status of (an order (paid in one phase|captured in part|that was captured in steps|paid with a stored card)|a paid order whose card was stored)$/,
    complaint: /^\$ .*missing.* cardAuthInfo$/,
  },
  'answers the status of another order': {
    fault: onStatus(({ body }) => {
      body['attributes'] = [{ name: 'mdOrder', value: '019b6f10-3c2a-7c41-9f6e-5a1200b4e009' }];
    }),
    fails: /for the status of one order among others$/,
    complaint: /^\$\.attributes\[0\]\.value /,
  },
  'says of a declined card that the order is over': {
    fault: onStatus(({ body }) => {
      if (body['orderStatus'] === 0 && body['actionCode'] > 0) body['orderStatus'] = 6;
    }),
    fails: /asks for the status of an order with a declined card that can be tried again$/,
    complaint: /^\$\.orderStatus /,
  },
  'gives a status to an order that does not exist': {
    fault: onEndpoint('getOrderStatusExtended.do', ({ body }) => {
      if (body['errorCode'] === '6') body['orderStatus'] = 0;
    }),
    fails: /does not exist, and wants none$/,
    complaint: /^\$\.orderStatus /,
  },
  'writes the old status call like the new one': {
    fault: onEndpoint('getOrderStatus.do', (answer) => {
      const small = ([name, value]: [string, unknown]) => [name.charAt(0).toLowerCase() + name.slice(1), value];
      answer.body = Object.fromEntries(Object.entries(answer.body).map(small));
    }),
    fails: /the old way for the status/,
    complaint: /^\$ .*missing.* ErrorCode/,
  },
  ...brokenOperations,
  ...brokenCalls,
  ...brokenSituations,
  ...brokenAccess,
  ...brokenBehaviour,
};
