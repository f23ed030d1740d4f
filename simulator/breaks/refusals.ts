import { usesRightPassword } from './ask.ts';
import { breaksSince, type Json } from './break.ts';
import {
  addParams,
  bindingLists,
  decline,
  deposit,
  instantPayment,
  instantRefund,
  lastOrders,
  motoPayment,
  operations,
  rawRefunds,
  refund,
  reverse,
  shopCalls,
  storeCard,
  switches,
  tasks,
  templates,
  verifyCard,
  wallets,
} from './calls.ts';
import { at, put, toNumber, when, without } from './edit.ts';
import { confirmAnyway, succeedAnyway } from './parts.ts';

const isRefusal = ({ errorCode, ErrorCode }: Json) => {
  const code = errorCode ?? ErrorCode;
  return typeof code === 'string' && code !== '0';
};
const denied = /^Access denied/;

/** What is wrong with the form of refusals. */
const forms = breaksSince('0.1.0', {
  'rf-01': {
    calls: shopCalls,
    does: 'refuses without a message',
    harm: 'The log of the shop does not say why calls are refused.',
    answer: when(isRefusal, without('errorMessage', 'ErrorMessage')),
  },
  'rf-02': {
    calls: shopCalls,
    does: 'refuses with HTTP 400',
    harm: 'The shop takes a refusal for a broken connection, and repeats the call.',
    reply: (reply) => (isRefusal(jsonOf(reply.body)) ? { ...reply, status: 400 } : reply),
  },
  'rf-03': {
    calls: shopCalls,
    does: 'refuses with a numeric errorCode',
    harm: 'A shop that compares the code with a text does not know any refusal.',
    answer: when(isRefusal, at(['errorCode', 'ErrorCode'], toNumber)),
  },
  'rf-04': {
    calls: shopCalls,
    does: 'refuses a wrong password with HTTP 401 and no JSON',
    harm: 'The shop tells of a broken connection in place of its wrong password.',
    reply: (reply) =>
      denied.test(jsonOf(reply.body).errorMessage)
        ? { status: 401, headers: { 'content-type': 'text/plain' }, body: Buffer.from('Unauthorized') }
        : reply,
  },
  'rf-05': {
    calls: [...operations, ...addParams],
    does: 'gives the code of a refusal in `error`',
    harm: 'The shop finds no errorCode, and takes the refusal for a success.',
    answer: when(isRefusal, (body) => {
      body.error = { code: body.errorCode, message: body.errorMessage };
      delete body.errorCode;
      delete body.errorMessage;
    }),
  },
  'rf-06': {
    calls: [...operations, ...addParams],
    does: 'refuses with a code that nobody knows (999)',
    harm: 'The shop cannot tell a wrong state from a wrong password, and tells its staff nothing.',
    answer: when(isRefusal, put('errorCode', '999')),
  },
});

const jsonOf = (body: Buffer): Json => {
  const text = body.toString();
  return text.startsWith('{') ? JSON.parse(text) : {};
};

/** Who may ask, and for what. */
const access = breaksSince('0.1.0', {
  'ac-01': {
    calls: shopCalls.filter((call) => call !== 'rest/register.do'),
    does: 'looks at the password of register.do alone',
    harm: 'Anybody who knows the login can read and refund the orders of the shop.',
    request: usesRightPassword,
  },
  'ac-02': {
    calls: operations,
    does: 'looks at no password when money is moved',
    harm: 'Anybody who knows the login can refund the orders of the shop.',
    request: usesRightPassword,
  },
  'ac-03': {
    calls: [...operations, ...addParams],
    does: 'says of no order that it does not exist',
    harm: 'The shop believes in a refund for a mistyped order.',
    answer: confirmAnyway(['6']),
  },
  'ac-04': {
    calls: operations,
    does: 'answers a call without an order as if there were one',
    harm: 'A shop that forgets the id believes in refunds that there were not.',
    answer: confirmAnyway(['1', '4']),
  },
  'ac-05': {
    calls: refund,
    does: 'refunds orders of another merchant',
    harm: 'A shop gives back the money of another shop.',
    answer: confirmAnyway(['5'], /^/),
  },
  'ac-06': {
    calls: [...deposit, ...reverse, ...decline],
    does: 'captures, gives free and closes orders of another merchant',
    harm: 'A shop changes the orders of another shop.',
    answer: confirmAnyway(['5'], denied),
  },
  'ac-07': {
    calls: bindingLists,
    does: 'says that a list of stored cards is fine for a wrong password',
    harm: 'A shop with a wrong password believes that none of its customers has a card.',
    answer: confirmAnyway(['5'], denied),
  },
  'ac-08': {
    calls: switches,
    does: 'changes stored cards for a wrong password',
    harm: 'Anybody who knows the login can delete the cards of customers.',
    answer: confirmAnyway(['5'], denied),
  },
  'ac-09': {
    calls: [...tasks, ...templates],
    does: 'changes subscriptions and templates for a wrong password',
    harm: 'Anybody who knows the login can stop the subscriptions of the shop.',
    answer: succeedAnyway(['5']),
  },
  'ac-10': {
    calls: [...instantPayment, ...instantRefund, ...motoPayment, ...verifyCard, ...rawRefunds],
    does: 'moves money without an order for a wrong password',
    harm: "Anybody who knows the login can send the shop's money to a card.",
    answer: confirmAnyway(['5'], denied),
  },
  'ac-11': {
    calls: lastOrders,
    does: 'lists orders for a wrong password',
    harm: "Anybody who knows the login can read the shop's turnover.",
    answer: confirmAnyway(['5'], denied),
  },
  'ac-12': {
    calls: [...bindingLists, ...switches, ...storeCard],
    does: 'answers calls about stored cards without naming any',
    harm: 'A shop that forgets the id believes that a card was deleted, and it stays.',
    answer: confirmAnyway(['1']),
  },
  'ac-13': {
    calls: [...tasks, ...templates],
    does: 'answers calls about subscriptions and templates without naming any',
    harm: 'A shop that forgets the id believes that a subscription was stopped, and it goes on.',
    answer: succeedAnyway(['4']),
  },
  'ac-14': {
    calls: wallets,
    does: 'takes a payment by phone without a token',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: when((body) => body.error?.code === 1 && /empty/.test(body.error.message), put('success', true)),
  },
});

export const refusalBreaks = [...forms, ...access];
