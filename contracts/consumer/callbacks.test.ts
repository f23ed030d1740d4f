import test from 'ava';
import type { Given } from './agree.ts';
import { agreeOnCallback, agreeOnTokenCallback, type CallbackAgreement } from './agree-on-callback.ts';
import { example, uuid } from './answers.ts';
import * as events from './gateway-events.ts';

/** A text of this pattern that the provider state names; the shop knows the order by it. */
const named = (name: string, pattern: string, sample: string) => ({
  'pact:matcher:type': 'regex',
  regex: pattern,
  value: sample,
  'pact:generator:type': 'ProviderState',
  expression: `\${${name}}`,
});

const matching = (pattern: string, sample: string) => ({ 'pact:matcher:type': 'regex', regex: pattern, value: sample });

const order = {
  mdOrder: named('mdOrder', `^${uuid}$`, example.orderId),
  orderNumber: named('orderNumber', '^\\S{1,36}$', example.orderNumber),
};
const hmac = { checksum: matching('^[0-9A-F]{64}$', 'C5'.repeat(32)) };
/** 256 bytes, by the gateway's own key. */
const rsa = { sign_alias: 'SHA-256 with RSA', checksum: matching('^[0-9A-F]{512}$', 'C5'.repeat(256)) };

/** One that no shop accepts: its signature is `A` and nothing else. */
const jwt = [
  { typ: 'JWT', alg: 'HS256' },
  {
    sub: 'callback_service',
    payload: { mdOrder: example.orderId, orderNumber: example.orderNumber, operation: 'deposited', status: '1' },
  },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('A'.repeat(43))
  .join('.');

/** The gateway's status answer to a shop that asks after the callback. */
const waits = (orderStatus: number): Given => ['the shop waits for the payment of an order', { orderStatus }];
const keepsCards: Given = ['the shop keeps the cards of its customers'];
const token: Given = ['the shop checks callbacks with its token'];

interface Row extends Pick<CallbackAgreement, 'happens'> {
  readonly given: Given;
  readonly operation: CallbackAgreement['settings']['operations'][number];
  readonly status?: '0';
  /** Beside the order, the operation and its status. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly string[];
}

const amount = { amount: String(example.amount) };

const storedCard = {
  status: '1',
  bindingId: matching(`^${uuid}$`, example.bindingId),
  clientId: matching('^.{1,255}$', 'aida'),
};
const maskedPan = matching('^\\d{6}\\*\\*\\d{4}$', '555555**5599');

/** The events of an order. The keys continue "the gateway tells ...". */
const rows: Readonly<Record<string, Row>> = {
  'that money is held': { given: waits(1), operation: 'approved', happens: events.hold },
  'that an order is paid': { given: waits(2), operation: 'deposited', happens: events.pay },
  'that held money is captured': { given: waits(2), operation: 'deposited', happens: events.capture },
  'that a card was declined': { given: waits(0), operation: 'deposited', status: '0', happens: events.decline },
  'that held money was given free': { given: waits(3), operation: 'reversed', happens: events.reverse },
  'that money was given back': { given: waits(4), operation: 'refunded', happens: events.refund },
  'that the time of an order is over': {
    given: waits(6),
    operation: 'declinedByTimeout',
    status: '0',
    happens: events.expire,
  },
  'that an order is paid, with what the shop wants to know beside': {
    given: waits(2),
    operation: 'deposited',
    parameters: ['amount', 'currency', 'actionCode', 'approvalCode', 'refNum', 'maskedPan', 'paymentState'],
    more: {
      ...amount,
      currency: '398',
      actionCode: '0',
      approvalCode: matching('^\\w{6}$', '482913'),
      refNum: matching('^\\d{12}$', '600112345672'),
      maskedPan,
      paymentState: 'payment_deposited',
    },
    happens: events.pay,
  },
};

for (const [gatewayTells, { given, operation, status = '1', more, parameters = [], happens }] of Object.entries(rows)) {
  for (const method of ['GET', 'POST'] as const) {
    test(`the gateway tells ${gatewayTells}, by ${method}`, async (t) => {
      const settings = { operations: [operation], parameters, method };
      const agreement: CallbackAgreement = {
        given: [token, given],
        gatewayTells: `${gatewayTells}, by ${method}`,
        settings,
        happens,
      };

      await t.notThrowsAsync(agreeOnCallback(agreement, { ...order, operation, status, ...more, ...hmac }));
    });
  }
}

/** Callbacks of other kinds, by the title of the test. */
const others: Readonly<Record<string, CallbackAgreement & { readonly fields: Readonly<Record<string, unknown>> }>> = {
  'the gateway tells that a customer stored a card, with the order that was paid with it': {
    given: [token, waits(2), keepsCards],
    gatewayTells: 'that a card was stored',
    settings: { operations: ['bindingCreated'] },
    happens: events.storeCard,
    fields: { ...order, operation: 'bindingCreated', ...storedCard, panMasked: maskedPan, ...hmac },
  },
  'the gateway tells that a stored card was switched off, which belongs to no order': {
    given: [token, keepsCards],
    gatewayTells: 'that a stored card was switched off',
    settings: { operations: ['bindingActivityChanged'] },
    happens: events.switchCardOff,
    fields: { operation: 'bindingActivityChanged', ...storedCard, enabled: 'false', ...hmac },
  },
  'the gateway signs with its own key if the shop wants that': {
    given: [["the shop checks callbacks with the gateway's certificate"], waits(2)],
    gatewayTells: 'that an order is paid, signed with its own key',
    settings: { operations: ['deposited'], checksum: 'rsa' },
    happens: events.pay,
    fields: { ...order, operation: 'deposited', status: '1', ...rsa },
  },
};

for (const [title, { fields, ...agreement }] of Object.entries(others)) {
  test(title, (t) => t.notThrowsAsync(agreeOnCallback(agreement, fields)));
}

test('the gateway sends a JSON Web Token if the bank does that', async (t) => {
  const agreement: CallbackAgreement = {
    given: [['the shop checks callbacks as JSON Web Tokens'], waits(2)],
    gatewayTells: 'that an order is paid, as a JSON Web Token',
    settings: { operations: ['deposited'], checksum: 'jwt' },
    happens: events.pay,
  };

  await t.notThrowsAsync(agreeOnTokenCallback(agreement, { pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]{43}$', sample: jwt }));
});
