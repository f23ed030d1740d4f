import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { Chance } from './chance.ts';

/** Ids and other things that answers have named. */
export interface Known {
  readonly orders: readonly string[];
  readonly bindings: readonly string[];
  readonly templates: readonly string[];
  readonly tasks: readonly string[];
  readonly callbacks: readonly string[];
  /** Ids of authentications, by that of their order. */
  readonly challenges: readonly (readonly [orderId: string, serverTransId: string])[];
  /** Tokens of wallets, by the name of the wallet; `direct-apple`: decrypted ones. */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  /** Logins of merchants that may be changed and dropped. */
  readonly spares: readonly string[];
  /** Whole merchants, as the control API gives them. */
  readonly states: readonly object[];
  /** What the gateway writes into its own callbacks. */
  readonly mark: string;
}

/** The merchant's public token, which may stand in place of login and password. */
export const publicToken = 'public-token-of-test-user';

/** The last one is no published test card: it is approved, and stands on no page. */
const cards = [
  '4444555511113333',
  '5555555555555599',
  '4111111111111111',
  cardForActionCode(116),
  '4539148803436467',
] as const;

/** Makes a value that a valid call may have. */
export type Maker<Value> = (chance: Chance, known: Known) => Value;

const order: Maker<string> = (chance, { orders }) => chance.pick(orders);
const binding: Maker<string> = (chance, { bindings }) => chance.pick(bindings);
const always =
  (...values: readonly string[]): Maker<string> =>
  (chance) =>
    chance.pick(values);
const json =
  (make: Maker<object>): Maker<string> =>
  (chance, known) =>
    JSON.stringify(make(chance, known));
const packed = (make: (orderId: string, serverTransId: string) => object): Maker<string> => {
  return (chance, { challenges }) =>
    Buffer.from(JSON.stringify(make(...chance.pick(challenges)))).toString('base64url');
};

/** An authentication that one request names twice: which of them stands in both of its parameters. */
const challengeOf = (known: Known): readonly [orderId: string, serverTransId: string] =>
  known.challenges.at(-1) ?? ['', ''];

const donation = { name: 'Donation', amount: 5000, currency: 'KZT', description: 'For the school' };

const taskOf = (bindingId: string, number: number) => ({
  merchantTaskUuid: `m-${number}`,
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
const makers: Readonly<Record<string, Maker<string>>> = {
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
  acsTransID: (_, known) => challengeOf(known)[0],
  bindingId: binding,
  templateId: (chance, { templates }) => chance.pick(templates),
  threeDSServerTransID: (_, known) => challengeOf(known)[1],
  threeDSServerTransId: (_, known) => challengeOf(known)[1],
  id: (chance, { callbacks }) => chance.pick(callbacks),
  operation: always('deposited', 'refunded'),
  spare: (chance, { spares }) => chance.pick(spares),
  account: always('test_user', 'test_user', 'test_user', 'bystander'),
  token: always(publicToken),
  orderNumber: (chance) => `n-${chance.below(1e9)}`,
  amount: always('1', '100', '1000', '500', '1000', '0'),
  depositAmount: always('1', '0'),
  currency: always('398'),
  returnUrl: always('https://shop.example/return', 'finish.html'),
  failUrl: always('https://shop.example/fail'),
  dynamicCallbackUrl: always('http://127.0.0.1:9/callback'),
  clientId: always('client-1', 'client-1', 'client-1', 'client-2'),
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
  expiry: always('203412'),
  YYYY: always('2034'),
  MM: always('12'),
  TEXT: always('AIDA BEK'),
  cardholderName: always('AIDA BEK'),
  cardHolderName: always('AIDA BEK'),
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
  creq: packed((orderId, serverTransId) => ({ acsTransID: orderId, threeDSServerTransID: serverTransId })),
  cres: packed((orderId, serverTransId) => ({ acsTransID: orderId, threeDSServerTransID: serverTransId })),
  PaReq: packed((orderId, serverTransId) => ({ orderId, serverTransId })),
  paRes: packed((orderId, serverTransId) => ({ orderId, serverTransId })),
  cardholder: always('AIDA BEK'),
  expiryDate: always('203412'),
  tii: always('CI', 'U', 'F'),
  tokenType: always('VTS', 'APPLE'),
  paymentData: always(JSON.stringify({ dpan: cards[0], MM: '12', YYYY: '2034', tokenCryptogram: 'AA==' })),
  callbacks_enabled: always('true'),
  merchantLogin: always('test_user'),
  email: always('aida@example.kz'),
  phone: always('+77010000000'),
  features: always('VERIFY', 'FORCE_CREATE_BINDING'),
  lang: always('en', 'ru'),
  error: always('payment.errors.order_already_processed'),
  saveCard: always('on'),
  sandboxOutcome: always('approve', 'decline'),
  storedAction: always('pay', 'remove'),
  walletCard: always('google.approved', 'google.challenged', 'apple.declined'),
  callback_addresses: always('http://127.0.0.1:9/'),
  callback_operations: always('deposited,approved'),
  callback_http_method: always('GET', 'POST'),
  depositType: always('0', '1', '2'),
  name: always('Donation'),
  positionId: always('1'),
  task: json((chance, { bindings }) => taskOf(chance.pick(bindings), chance.below(1e9))),
  taskIdentifier: json((chance, { tasks }) => ({ taskUuid: chance.pick(tasks) })),
  tasksIdentifiers: json((chance, { tasks }) => [{ taskUuid: chance.pick(tasks) }]),
  paymentNumber: always('1', '2'),
  template: json(() => donation),
  orderBundle: always(JSON.stringify(cart)),
  refundItems: always(JSON.stringify({ items: cart.cartItems.items })),
  depositItems: always(JSON.stringify({ items: cart.cartItems.items })),
  PaRes: packed((orderId, serverTransId) => ({ orderId, serverTransId })),
};

const tokenOf = (...kinds: readonly string[]): Readonly<Record<string, Maker<string>>> => ({
  paymentToken: (chance, { tokens }) => chance.pick(tokens[chance.pick(kinds)] ?? ['none']),
});

/** Of parameters that mean something else in one call than in all others, by its path. */
export const callValues: Readonly<Record<string, Readonly<Record<string, Maker<string>>>>> = {
  '/recurrent/v1/task/modify': {
    task: json((chance, { tasks, bindings }) => ({
      taskIdentifier: { taskUuid: chance.pick(tasks) },
      bindingId: chance.pick(bindings),
      params: { description: 'Another plan' },
    })),
  },
  'rest/templates/get.do': { template: json((chance, { templates }) => ({ templateId: chance.pick(templates) })) },
  'rest/templates/update.do': {
    template: json((chance, { templates }) => ({ ...donation, templateId: chance.pick(templates) })),
  },
  ...Object.fromEntries(
    ['apple', 'google', 'samsung'].flatMap((wallet) => {
      const folder = wallet === 'apple' ? 'applepay' : wallet;
      return [
        [`${folder}/payment.do`, tokenOf(wallet)],
        [`${folder}/paymentOrder.do`, tokenOf(wallet)],
        [`${folder}/paymentDirect.do`, tokenOf(wallet, `direct-${wallet}`)],
      ];
    }),
  ),
  'industryPractice/paymentOrder.do': {
    originalMdOrder: (_, known) => challengeOf(known)[0],
    tii: always('IPI', 'IPS', 'IPN'),
  },
  'rest/finish3dsPayment.do': { mdOrder: (_, known) => challengeOf(known)[0] },
  'rest/templates/createTemplate.do': { amount: always('100'), currency: always('398', 'KZT') },
};

/** A value that a valid call may have; undefined where the tables know none. */
export const validValue = (
  name: string,
  chance: Chance,
  known: Known,
  own: Readonly<Record<string, Maker<string>>> = {},
): string | undefined => {
  const table = Object.hasOwn(own, name) ? own : makers;
  return Object.hasOwn(table, name) ? table[name]?.(chance, known) : undefined;
};
