import test from 'ava';
import {
  declineOrder,
  holdCaptureRefund,
  payWithStoredCard,
  redirectWithChallenge,
  reverseHold,
} from '../helpers/core-journeys.ts';

test('a sofa: its money is held, captured in parts as the parts are sent, and given back in parts', (t) =>
  holdCaptureRefund(t));

test('a chair that is out of stock: the money that was held goes back', (t) => reverseHold(t));

test('a lamp that nobody wants any more: the shop closes the order', (t) => declineOrder(t));

test('a desk: one card fails at its issuer, another one passes', (t) => redirectWithChallenge(t));

test('tea every month: the customer lets the shop keep a card', (t) => payWithStoredCard(t));
