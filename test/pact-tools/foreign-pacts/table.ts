import path from 'node:path';
import type { Verdict } from './verdict.ts';

export const pactsFolder = path.join(import.meta.dirname, '../../fixtures/foreign-pacts');

/** What is to come of an interaction of a pact that another tool wrote. */
export interface Row {
  readonly description: string;
  /** In `tillbox verify`. */
  readonly ours: Verdict;
  /** With the map of states. `ours` by default. */
  readonly withMap?: Verdict;
  /** In `pact-verifier` with a running tillbox. `ours` by default. */
  readonly rust?: Verdict;
}

const refused = (pattern: RegExp): Verdict => ({ refused: pattern });
const notTried = (pattern: RegExp): Verdict => ({ notTried: pattern });
/** A fixed id in a request that no parameter names: tillbox gives it to the state, and pact-verifier does not know it. */
const unknownOrder = refused(/Expected '6' \(String\) to be equal to '0' \(String\)/);
const unknownState = refused(/One or more of the setup state change handlers has failed/);

/** Sentences of shops, and the states of tillbox that they mean. */
export const stateMap = {
  'order 1001 has been paid': { state: 'an order paid in one phase exists', params: { orderNumber: '1001' } },
  'the customer has paid for order R-7': { state: 'an order paid in one phase exists', params: { orderNumber: 'R-7' } },
  'the moon is full': {
    state: 'an order paid in one phase exists',
    params: { orderId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e001' },
  },
};

export const table: Readonly<Record<string, readonly Row[]>> = {
  'python-v2.json': [
    { description: 'a request to register order 1001', ours: 'accepted' },
    { description: 'a request to register order 1001 in two phases', ours: 'accepted' },
    { description: 'a request for the status of a paid order with a fixed id', ours: 'accepted', rust: unknownOrder },
    {
      description: 'a request for the status of a held order by its fixed number',
      ours: 'accepted',
      rust: unknownOrder,
    },
    {
      description: 'a request for the status of order 1001 in words of the shop',
      ours: notTried(/order 1001 has been paid/),
      withMap: 'accepted',
      rust: unknownState,
    },
    {
      description: 'a request for a status with the amount as a text',
      ours: refused(/1500000 \(Integer\) to be equal to '1500000' \(String\)/),
      rust: refused(/missing the following keys: amount/),
    },
    {
      description: 'a request for the status of an unknown order with a number as its code',
      ours: refused(/Expected '6' \(String\) to be equal to 6 \(Integer\)/),
    },
    { description: 'a request for the status of an unknown order by GET', ours: 'accepted' },
  ],
  'php-v3.json': [
    { description: 'an order is registered with fields by rule', ours: 'accepted' },
    { description: 'the status of a paid order is read with values of the state', ours: 'accepted' },
    { description: 'the status is read by GET', ours: 'accepted' },
    { description: 'the status is read by POST with a query', ours: 'accepted' },
    { description: 'a description in Cyrillic comes back as it was sent: Заказ №1', ours: 'accepted' },
    { description: 'the stored cards of a customer are listed', ours: 'accepted' },
    { description: 'a refusal is expected with HTTP 400', ours: refused(/expected 400 but was 200/) },
    {
      description: 'a refusal has a content type by a pattern without an end',
      ours: refused(/'application\/json;charset=UTF-8' to match '\^application\/json'/),
    },
    { description: 'a status has a field that never comes', ours: refused(/missing the following keys: paidAt/) },
    {
      description: 'the state has the wrong parameter',
      ours: refused(/Expected 100 \(Integer\) to be equal to 1500000/),
    },
  ],
  'go-v4.json': [
    { description: 'refund a part of a paid order', ours: 'accepted' },
    { description: 'ask for a recurring task in JSON', ours: 'accepted' },
    { description: 'ask for a status with a body in base64', ours: 'accepted' },
    { description: 'ask for a status by a multipart form', ours: 'accepted' },
    {
      description: 'expect a status that will come some day',
      ours: { pending: /Expected 2 \(Integer\) to be equal to 'paid' \(String\)/ },
    },
    { description: 'ask for a status that is pending and holds', ours: 'accepted' },
    {
      description: 'ask for a status under the full moon',
      ours: notTried(/the moon is full/),
      withMap: 'accepted',
      rust: unknownState,
    },
    {
      description: 'ask for a status in a state that is misspelt',
      ours: notTried(/an order paid in one phase exists/),
      rust: unknownState,
    },
    { description: 'decline an order without any state', ours: 'accepted' },
    { description: 'ask with a password of long ago', ours: 'accepted' },
  ],
  'ruby-v2.json': [
    { description: 'a request to register an order', ours: 'accepted' },
    { description: 'a request for the status of an unknown order with a query in a text', ours: 'accepted' },
    {
      description: 'a request for the status of a refunded order with a fixed id',
      ours: 'accepted',
      rust: unknownOrder,
    },
    {
      description: 'a request to switch off a stored card with a fixed id',
      ours: 'accepted',
      rust: refused(/Expected '2' \(String\) to be equal to '0' \(String\)/),
    },
    {
      description: 'a request for the stored cards of a customer with a fixed id',
      ours: 'accepted',
      rust: refused(/Expected '2' \(String\) to be equal to '0' \(String\)/),
    },
    {
      description: 'a request for the status of an order in words of the shop',
      ours: notTried(/the customer has paid for order R-7/),
      withMap: 'accepted',
      rust: unknownState,
    },
  ],
  'jvm-v3.json': [
    { description: 'register an order with rules for each value of the form', ours: 'accepted' },
    { description: 'read a status by GET with a query as lists', ours: 'accepted' },
    { description: 'list stored cards, each like one of them', ours: 'accepted' },
    { description: 'refund an order with its id as a value of the state in a form', ours: 'accepted' },
    { description: 'refund more than was paid', ours: 'accepted' },
    { description: 'expect an answer in HTML', ours: refused(/text\/html/) },
  ],
  'message-v4.json': [
    {
      description: 'a message of a payment',
      ours: notTried(/message/),
      rust: refused(/Expected message with content type application\/json but was text\/plain/),
    },
    { description: 'a status beside a message', ours: 'accepted' },
  ],
  'plugin-v4.json': [
    { description: 'a report of orders as CSV, by a plugin', ours: notTried(/plugin/) },
    { description: 'a status beside an interaction of a plugin', ours: 'accepted' },
  ],
};
