import { answers, asCall, confirms, ignores, losesBody, losesQuery, reads, readsForm, readsJson } from './ask.ts';
import { breaksSince } from './break.ts';
import {
  addParams,
  decline,
  deposit,
  getBindings,
  lastOrders,
  refund,
  register,
  registerPreAuth,
  registrations,
  reverse,
  shopCalls,
  status,
  switchesOff,
  terminateTask,
  updateTemplate,
} from './calls.ts';
import { without } from './edit.ts';

const madeUpId = '019b6f10-3c2a-7c41-9f6e-5a1200b4e002';

/** Calls about orders that are confirmed and not carried out, and parameters without an effect. */
const orders = breaksSince('0.1.0', {
  'bo-01': {
    calls: decline,
    does: 'confirms that an order is closed and leaves it open',
    harm: 'The customer pays an order that the shop has given up.',
    request: confirms(),
  },
  'bo-02': {
    calls: addParams,
    does: 'confirms added parameters and forgets them',
    harm: 'The shop does not find the parameters that it added, such as the number of the courier.',
    request: confirms(),
  },
  'bo-03': {
    calls: registrations,
    does: 'ignores the time that an order may take',
    harm: 'A customer pays for a seat that was given to somebody else in the meantime.',
    request: ignores('sessionTimeoutSecs'),
  },
  'bo-04': {
    calls: [...status, ...refund],
    does: 'ignores the language of a call',
    harm: 'Customers who read Russian are told in English why a payment failed.',
    request: ignores('language'),
  },
  'bo-05': {
    calls: registrations,
    does: 'ignores the cart',
    harm: 'The shop prints a receipt without goods.',
    request: ignores('orderBundle'),
  },
  'bo-06': {
    calls: registrations,
    does: 'ignores the data about the payer',
    harm: 'No receipt is sent to the customer.',
    request: ignores('email', 'phone'),
  },
  'bo-07': {
    calls: registrations,
    does: 'ignores the customer of an order',
    harm: 'No customer can store a card.',
    request: ignores('clientId'),
  },
  'bo-08': {
    calls: registrations,
    does: 'ignores the address for failures',
    harm: 'A customer whose card was declined is sent to the page that thanks for the payment.',
    request: ignores('failUrl'),
  },
  'bo-09': {
    calls: lastOrders,
    does: 'lists orders of all days',
    harm: "The shop books the money of other days as today's.",
    request: ignores('from', 'to'),
  },
  'bo-10': {
    calls: registrations,
    does: 'loses the query of a return address',
    harm: 'The shop does not know from which cart the customer comes.',
    request: readsForm((form) => form.replace(/(returnUrl=[^&]*?)%3F[^&]*/, '$1')),
  },
  'bo-11': {
    calls: registrations,
    does: 'ignores the description of an order',
    harm: 'The customer does not see what the payment is for.',
    request: ignores('description'),
  },
  'bo-12': {
    calls: registrations,
    does: "ignores the shop's own parameters (jsonParams)",
    harm: "A shop that finds the customer's cart by its own parameter does not find it.",
    request: ignores('jsonParams'),
  },
  'bo-13': {
    calls: registrations,
    does: 'registers ten times the amount',
    harm: 'Customers are charged ten times the price.',
    request: reads('amount', (amount) => `${amount}0`),
  },
  'bo-14': {
    calls: registrations,
    does: 'numbers orders by itself',
    harm: 'The shop does not find its orders by the numbers that it gave them.',
    request: ignores('orderNumber'),
  },
  'bo-15': {
    calls: registerPreAuth,
    does: 'takes the money at once that it should only hold',
    harm: 'Customers are charged for goods that the shop has not sent yet.',
    request: asCall('registerPreAuth.do', 'register.do'),
  },
  'bo-16': {
    calls: register,
    does: 'only holds the money that it should take',
    harm: 'The shop sends the goods, and the money goes back to the customer after some days.',
    request: asCall('register.do', 'registerPreAuth.do'),
  },
  'bo-17': {
    calls: registrations,
    does: 'cuts descriptions after ten letters',
    harm: 'The customer reads "Two cups o" on the receipt.',
    request: reads('description', (text) => text.slice(0, 10)),
  },
  'bo-18': {
    calls: registrations,
    does: 'gives every order the id of the first one',
    harm: 'All customers of the shop are sent to pay the same order.',
    reaction: (body, _, { kept }) => {
      const first = kept.get('first order');
      if (first !== undefined && 'orderId' in body) return JSON.parse(first);
      if ('orderId' in body) kept.set('first order', JSON.stringify(body));
      return body;
    },
  },
});

/** Calls that move money, confirmed and not carried out, or carried out otherwise. */
const money = breaksSince('0.1.0', {
  'bm-01': {
    calls: refund,
    does: 'confirms a refund of a part and does nothing',
    harm: 'The shop tells the customer of a refund that will never arrive.',
    request: confirms((fields) => Number(fields.get('amount')) > 0),
  },
  'bm-02': {
    calls: deposit,
    does: 'confirms a capture and does nothing',
    harm: 'The shop sends the goods and never gets the money.',
    request: confirms(),
  },
  'bm-03': {
    calls: reverse,
    does: 'confirms a reversal and does nothing',
    harm: 'The money of the customer stays blocked, and the shop says that it is free.',
    request: confirms(),
  },
  'bm-04': {
    calls: deposit,
    does: 'takes every capture for the last one',
    harm: 'The shop cannot capture the rest of an order that it sends in two parcels.',
    request: ignores('depositType'),
  },
  'bm-05': {
    calls: deposit,
    does: 'captures all, whatever the amount',
    harm: 'The customer is charged for goods that were not sent.',
    request: ignores('amount'),
  },
  'bm-06': {
    calls: refund,
    does: 'refunds all, whatever the amount',
    harm: 'The shop gives back the price of all goods for one that came back.',
    request: ignores('amount'),
  },
  'bm-07': {
    calls: reverse,
    does: 'reverses all, whatever the amount',
    harm: 'Nothing is left to capture for the goods that the shop still sends.',
    request: ignores('amount'),
  },
  'bm-08': {
    calls: refund,
    does: 'ignores the id of a refund',
    harm: 'A refund that the shop repeats after a lost answer is made twice.',
    request: ignores('externalRefundId'),
  },
  'bm-09': {
    calls: refund,
    does: 'ignores what a shop believes is left',
    harm: 'Two clerks who refund at the same time give the money back twice.',
    request: ignores('expectedDepositedAmount'),
  },
  'bm-10': {
    calls: refund,
    does: 'refunds half of the sum',
    harm: 'The shop tells the customer of a larger refund than arrives.',
    request: reads('amount', (amount) => String(Number(amount) / 2)),
  },
  'bm-11': {
    calls: deposit,
    does: 'captures half of the sum',
    harm: 'The shop sends all goods for the money of a half.',
    request: reads('amount', (amount) => String(Number(amount) / 2)),
  },
  'bm-12': {
    calls: reverse,
    does: 'takes a reversal for a refund',
    harm: 'The money of the customer stays blocked, and the shop sees an error.',
    request: asCall('reverse.do', 'refund.do'),
  },
});

/** Calls about stored cards, subscriptions and templates that are confirmed and not carried out. */
const kept = breaksSince('0.1.0', {
  'bk-01': {
    calls: switchesOff,
    does: 'confirms that a stored card is switched off and leaves it on',
    harm: 'The shop charges a card that its owner has deleted.',
    request: confirms(),
  },
  'bk-02': {
    calls: terminateTask,
    does: 'confirms that a subscription is stopped and goes on with it',
    harm: 'A customer who has cancelled is charged again.',
    request: answers(({ taskIdentifier }) => ({
      status: 'SUCCESS',
      task: { taskUuid: madeUpId, merchantLogin: 'test_user', ...taskIdentifier, state: 'TERMINATED' },
    })),
  },
  'bk-03': {
    calls: updateTemplate,
    does: 'changes a template, and leaves it on when it should be off',
    harm: 'A payment link that was withdrawn can still be paid.',
    request: readsJson(without('template.status')),
  },
  'bk-04': {
    calls: getBindings,
    does: 'lists the stored cards of another customer than the shop asks for',
    harm: 'The shop offers a customer the cards of somebody else.',
    request: reads('clientId', () => 'somebody-else'),
  },
});

/** How requests are read. */
const requests = breaksSince('0.1.0', {
  'rq-01': {
    calls: shopCalls,
    does: 'does not read GET',
    harm: 'A shop that calls by GET is told that its login is missing.',
    request: losesQuery('GET'),
  },
  'rq-02': {
    calls: shopCalls,
    does: 'does not read the query of a POST',
    harm: 'A shop that puts its fields into the address is told that its login is missing.',
    request: losesQuery('POST'),
  },
  'rq-03': {
    calls: shopCalls,
    does: 'does not read multipart forms',
    harm: "A shop with PHP's usual way to send fields is told that its login is missing.",
    request: losesBody('multipart/'),
  },
  'rq-04': {
    calls: registrations,
    does: 'reads letters in another charset',
    harm: 'The customer reads question marks in place of the description.',
    request: readsForm((form) => form.replace(/%D0/g, '%3F')),
  },
  'rq-05': {
    calls: registrations,
    does: 'reads the blanks of a form as plus signs',
    harm: 'The customer reads "Two+cups+of+coffee" on the receipt.',
    request: readsForm((form) => form.replace(/\+|%20/g, '%2B')),
  },
  'rq-06': {
    calls: shopCalls,
    does: 'does not read JSON',
    harm: 'A shop that pays by phone or with subscriptions is told that its login is missing.',
    request: losesBody('application/json'),
  },
});

export const behaviourBreaks = [...orders, ...money, ...kept, ...requests];
