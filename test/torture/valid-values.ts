import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { Chance } from './chance.ts';

/** Ids that answers have named. */
export interface Known {
  readonly orders: readonly string[];
  readonly others: readonly string[];
  /** Tokens of wallets. */
  readonly tokens: readonly string[];
}

const cards = ['4444555511113333', '5555555555555599', '4111111111111111', cardForActionCode(116)] as const;

type Maker = (chance: Chance, known: Known) => string;

const order: Maker = (chance, { orders }) => chance.pick(orders);
const other: Maker = (chance, { others }) => chance.pick(others);
const always =
  (...values: readonly string[]): Maker =>
  (chance) =>
    chance.pick(values);
const unpacked = (make: (order: string) => object): Maker => {
  return (chance, { orders }) => Buffer.from(JSON.stringify(make(chance.pick(orders)))).toString('base64url');
};

const donation = { name: 'Donation', amount: 5000, currency: 'KZT', description: 'For the school' };

const task = (bindingId: string) => ({
  merchantTaskUuid: `m-${bindingId}`,
  clientId: 'client-1',
  bindingId,
  amount: 100,
  currency: 398,
  params: { description: 'Plan' },
  scheduleData: {
    value: '1',
    timeUnit: 'DAYS',
    scheduledSince: '2030-01-02T00:00:00.000+0500',
    scheduledTill: '2030-01-06T00:00:00.000+0500',
  },
});

const cart = {
  cartItems: {
    items: [
      {
        positionId: '1',
        name: 'Bowl',
        quantity: { value: 1, measure: 'pcs' },
        itemAmount: 1000,
        itemCode: 'bowl',
        itemPrice: 1000,
      },
    ],
  },
};

/** What a valid call says, by the name of its parameter; of any other nothing is known. */
const makers: Readonly<Record<string, Maker>> = {
  userName: always('test_user'),
  username: always('test_user'),
  password: always('test_user_password'),
  login: always('test_user'),
  merchant: always('test_user'),
  orderId: order,
  mdOrder: order,
  MDORDER: order,
  mdorder: order,
  MD: order,
  acsTransID: order,
  bindingId: other,
  templateId: other,
  threeDSServerTransID: other,
  threeDSServerTransId: other,
  orderNumber: (chance) => `n-${chance.below(1e9)}`,
  amount: always('1', '100', '1000', '0'),
  depositAmount: always('1', '0'),
  currency: always('398'),
  returnUrl: always('https://shop.example/return', 'finish.html'),
  failUrl: always('https://shop.example/fail'),
  dynamicCallbackUrl: always('http://127.0.0.1:9/callback'),
  clientId: always('client-1', 'client-2'),
  language: always('en', 'ru', 'kk'),
  jsonParams: always('{"a":"b"}', '{"backToShopUrl":"https://shop.example/"}'),
  params: always('{"a":"b"}'),
  $PAN: always(...cards),
  pan: always(...cards),
  $CVC: always('123'),
  cvc: always('123'),
  newCardCvc: always('123'),
  storedCvc: always('123'),
  $EXPIRY: always('203412'),
  expiry: always('203412', '203412', '12/34'),
  YYYY: always('2034'),
  MM: always('12'),
  TEXT: always('AIDA BEK'),
  cardholderName: always('AIDA BEK'),
  ip: always('127.0.0.1'),
  newExpiry: always('203512'),
  sessionTimeoutSecs: always('600'),
  from: always('20260101080000'),
  to: always('20270101080000'),
  size: always('10'),
  transactionStates: always('CREATED,DEPOSITED'),
  action: always('pass', 'fail', 'submit', 'cancel'),
  code: always('123456', '1'),
  TermUrl: always('http://127.0.0.1:9/term'),
  creq: unpacked((id) => ({ acsTransID: id, threeDSServerTransID: id })),
  cres: unpacked((id) => ({ acsTransID: id, threeDSServerTransID: id })),
  PaReq: unpacked((id) => ({ orderId: id, serverTransId: id })),
  paymentToken: (chance, { tokens }) => chance.pick(tokens),
  paRes: unpacked((id) => ({ orderId: id, serverTransId: id })),
  cardholder: always('AIDA BEK'),
  expiryDate: always('203412'),
  tii: always('CI', 'U', 'F'),
  tokenType: always('VTS', 'APPLE'),
  paymentData: always(JSON.stringify({ dpan: cards[0], MM: '12', YYYY: '2034', tokenCryptogram: 'AA==' })),
  callback_addresses: always('http://127.0.0.1:9/'),
  callback_operations: always('deposited,approved'),
  callback_http_method: always('GET', 'POST'),
  features: always('VERIFY', 'FORCE_CREATE_BINDING'),
  depositType: always('0', '1', '2'),
  name: always('Donation'),
  positionId: always('1'),
  task: (chance, known) => JSON.stringify(task(chance.pick(known.others))),
  taskIdentifier: (chance, { others }) => JSON.stringify({ taskUuid: chance.pick(others) }),
  tasksIdentifiers: (chance, { others }) => JSON.stringify([{ taskUuid: chance.pick(others) }]),
  template: (chance, { others }) => JSON.stringify(chance.pick([donation, { templateId: chance.pick(others) }])),
  orderBundle: always(JSON.stringify(cart)),
  refundItems: always(JSON.stringify({ items: cart.cartItems.items })),
  depositItems: always(JSON.stringify({ items: cart.cartItems.items })),
  PaRes: unpacked((id) => ({ orderId: id, serverTransId: id })),
};

/** A value that a valid call may have; undefined where the table knows none. */
export const validValue = (name: string, chance: Chance, known: Known): string | undefined =>
  Object.hasOwn(makers, name) ? makers[name]?.(chance, known) : undefined;
