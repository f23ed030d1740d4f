import { breaksSince, type Json } from './break.ts';
import { addParams, byTemplate, register, registerPreAuth, registrations } from './calls.ts';
import { at, put, rename, replace, when, without } from './edit.ts';
import { orderAnyway, rewriteJson } from './parts.ts';

const calls = [...registrations, ...byTemplate];
const isRegistered = (body: Json) => 'orderId' in body;
const otherId = '019b6f10-3c2a-7c41-9f6e-5a1200b4e009';

/** What is wrong with the answer to a registration. */
export const orderBreaks = breaksSince('0.1.0', {
  're-01': {
    calls,
    does: 'gives no orderId to a registered order',
    harm: 'The shop cannot ask for the status, so it never learns that the order was paid.',
    answer: without('orderId'),
  },
  're-02': {
    calls,
    does: 'gives no formUrl to a registered order',
    harm: 'The shop has no payment page to send the customer to.',
    answer: without('formUrl'),
  },
  're-03': {
    calls,
    does: 'leaves mdOrder out of formUrl',
    harm: 'The payment page does not know which order to show.',
    answer: at('formUrl', (url) => url.replace(/mdOrder=/, 'order=')),
  },
  're-04': {
    calls: registrations,
    does: 'adds errorCode "0" to a registered order',
    harm: 'A shop that takes any errorCode for a failure tells the customer that the order failed.',
    answer: when(isRegistered, put('errorCode', '0')),
  },
  're-05': {
    calls,
    does: 'gives the payment page of another order',
    harm: "The customer pays somebody else's order, and the own order stays unpaid.",
    answer: at('formUrl', (url) => url.replace(/mdOrder=[^&]*/, `mdOrder=${otherId}`)),
  },
  're-06': {
    calls,
    does: 'writes orderId in capital letters',
    harm: 'A shop that finds orders by this text does not find the order of a callback, which has small letters.',
    answer: at('orderId', (id) => id.toUpperCase()),
  },
  're-07': {
    calls,
    does: 'gives formUrl without its host',
    harm: "The browser looks for the payment page on the shop's own server, and finds nothing.",
    answer: at('formUrl', (url) => new URL(url).pathname + new URL(url).search),
  },
  're-08': {
    calls,
    does: 'gives orderId in a list',
    harm: 'A shop in PHP stores the word "Array" as the id of every order.',
    answer: at('orderId', (id) => [id]),
  },
  're-09': {
    calls,
    does: 'gives the id as mdOrder instead of orderId',
    harm: 'The shop finds no id in the answer, and gives up an order that was registered.',
    answer: rename('orderId', 'mdOrder'),
  },
  're-10': {
    calls,
    does: 'writes formURL instead of formUrl',
    harm: 'The shop finds no address in the answer, and the customer cannot pay.',
    answer: rename('formUrl', 'formURL'),
  },
  're-11': {
    calls,
    does: 'puts the registered order into `data`',
    harm: 'The shop finds neither id nor address at the top of the answer, and the customer cannot pay.',
    answer: when(
      isRegistered,
      replace((data) => ({ data })),
    ),
  },
  're-12': {
    calls: register,
    does: 'answers with a list of one registered order',
    harm: 'The shop finds neither id nor address in the answer, and the customer cannot pay.',
    reply: rewriteJson((body) => [body]),
  },
  're-13': {
    calls: register,
    does: 'accepts an order number twice',
    harm: 'A customer who clicks twice has two orders under one number, and may pay both.',
    answer: orderAnyway('1'),
  },
  're-14': {
    calls: registrations,
    does: 'adds a field of its own to a registered order',
    harm: 'A shop that refuses unknown fields cannot register orders.',
    equivalent: 'Banks add fields without notice, so every shop has to ignore those that it does not know.',
    answer: when(isRegistered, put('sessionNode', 'node-7')),
  },
  're-15': {
    calls: register,
    does: 'registers an order for a wrong password',
    harm: 'Anybody who knows the login can register orders in the name of the shop.',
    answer: orderAnyway('5', /^Access denied$/),
  },
  're-16': {
    calls: byTemplate,
    does: 'adds errorCode "0" to an order that was registered from a template',
    harm: 'A shop that takes any errorCode for a failure tells the customer that the order failed.',
    answer: when(isRegistered, put('errorCode', '0')),
  },
  're-17': {
    calls: registrations,
    does: 'refuses with errorCode "0"',
    harm: 'The shop takes the refusal for a success, and sends the customer to an address that is not there.',
    answer: at('errorCode', () => '0'),
  },
  're-18': {
    calls: registrations,
    does: 'takes an unknown currency',
    harm: 'A misspelt currency shows only when the customer is charged in another one.',
    answer: orderAnyway('3'),
  },
  're-19': {
    calls: registrations,
    does: 'takes an unknown feature',
    harm: 'A misspelt feature, such as the check of a card without a charge, is ignored and the card is charged.',
    answer: orderAnyway('14'),
  },
  're-20': {
    calls: registerPreAuth,
    does: 'registers an order of two phases under a used number',
    harm: 'A customer who clicks twice may have the money held twice.',
    answer: orderAnyway('1'),
  },
  're-21': {
    calls: registrations,
    does: 'takes an amount that is a fraction',
    harm: 'An amount of 15.00 is registered as a sum that the shop did not mean.',
    answer: orderAnyway('5', /^(?!Access denied)/),
  },
  're-22': {
    calls: registrations,
    does: 'registers an order without an amount',
    harm: 'A shop that forgets the amount hands out goods for nothing.',
    answer: orderAnyway('12'),
  },
  're-23': {
    calls: registrations,
    does: 'calls a used order number a wrong value (errorCode 5 instead of 1)',
    harm: 'A shop that repeats a call after a lost answer does not see that the order is there already.',
    answer: when((body) => body.errorCode === '1', put('errorCode', '5')),
  },
  're-24': {
    calls: register,
    does: 'gives the English payment page where the Russian one was asked for',
    harm: 'Customers who read Russian are shown an English payment page.',
    answer: at('formUrl', (url) => url.replace('_ru.html', '_en.html').replace('language=ru', 'language=en')),
  },
  're-25': {
    calls: registrations,
    does: 'calls a wrong password a repeated order number (errorCode 1 instead of 5)',
    harm: 'The shop looks for an order that was never registered, in place of telling of its wrong password.',
    answer: when((body) => body.errorMessage === 'Access denied', put('errorCode', '1')),
  },
  're-26': {
    calls: registrations,
    does: 'gives null for orderId and formUrl beside an error message of null',
    harm: 'The shop sends the customer to the address "null".',
    answer: when(isRegistered, put('orderId', null), put('formUrl', null), put('errorMessage', null)),
  },
  're-27': {
    calls,
    does: 'breaks the payment address into two lines',
    harm: 'The redirect has a line break in its header, and the server of the shop refuses to send it.',
    answer: at('formUrl', (url) => url.replace('?', '\n?')),
  },
  're-28': {
    calls: byTemplate,
    does: 'registers an order from a template that is off',
    harm: 'A payment link that was withdrawn can still be paid.',
    answer: orderAnyway('7'),
  },
  're-29': {
    calls: byTemplate,
    does: 'registers an order from a template that does not exist',
    harm: 'A mistyped payment link leads to an order that belongs to nothing.',
    answer: orderAnyway('6'),
  },
  're-30': {
    calls: addParams,
    does: 'confirms added parameters without an errorCode',
    harm: 'A shop that waits for errorCode 0 takes the call for failed, and repeats it.',
    answer: without('errorCode'),
  },
  're-31': {
    calls: addParams,
    does: 'confirms added parameters with errorCode false',
    harm: 'A shop that compares with 0 strictly takes the call for failed, and repeats it.',
    answer: when((body) => body.errorCode === '0', put('errorCode', false)),
  },
  're-32': {
    calls: addParams,
    does: 'confirms parameters for an order that does not exist',
    harm: 'The shop believes that the order has its parameters, and they are nowhere.',
    answer: when((body) => body.errorCode === '6', put('errorCode', '0')),
  },
});
