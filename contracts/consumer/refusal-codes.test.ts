import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { example } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import { everyCall } from './every-call.ts';
import { words as anyWords } from './payment-answers.ts';
import { byNumber, byNumberOf, byOneOf, byStatus, byText, ofPayment, type Refusal } from './refusals.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A call that is refused: what it is about, and its changes to the shortest form of the call. */
interface Spoilt {
  /** Follows the purpose of the call. */
  readonly words: string;
  /** Without a value: the field is left out. */
  readonly fields?: Fields;
  readonly given?: Given;
  /** What the call is about, from the state. */
  readonly id?: unknown;
  /** If banks choose between codes. */
  readonly refusal?: Refusal;
}

const { amount } = example;
const orderId = fromState('orderId', example.orderId);
const bindingId = fromState('bindingId', example.bindingId);
const paid: Given = ['an order paid in one phase exists', { amount }];
const held: Given = ['an order held in two phases exists', { amount }];
const registered: Given = ['a registered order exists', { amount }];
const stored: Given = ['a customer has a stored card', { clientId: 'aida' }];
const noCard: Given = ['no stored card has this id'];
const template: Given = ['a template exists', { name: 'Two cups of coffee', amount }];
const templateId = fromState('templateId', example.orderId);

const currency: Spoilt = { words: ' in a currency that it does not know', fields: { currency: '999' } };
const features: Spoilt = { words: ' with a feature that it does not know', fields: { features: 'NONSENSE' } };
const contradiction: Spoilt = {
  words: ' with features that contradict each other',
  fields: { features: 'FORCE_SSL,FORCE_TDS' },
};
const cart: Spoilt = { words: ' with a cart that cannot be read', fields: { orderBundle: 'a cart' } };
const noReturnUrl: Spoilt = { words: ' without an address for the way back', fields: { returnUrl: undefined } };
const noAmount: Spoilt = {
  words: ' without an amount',
  fields: { amount: undefined },
  refusal: byNumberOf([12, 4, 5], { error: true }),
};
const noOrder: Spoilt = { words: ' without an order', fields: { orderId: undefined } };
const unknownCard: Spoilt = {
  words: ' with a stored card that does not exist',
  fields: { bindingId },
  given: noCard,
  id: bindingId,
};
const payable: Pick<Spoilt, 'given' | 'id'> = { given: registered, id: orderId };
const alreadyPaid: Spoilt = { words: ' for an order that is paid', given: paid, id: orderId };
const onlyHeld: Spoilt = { words: ' while it is only held', given: held, id: orderId };

type Refuse = (code: string) => Refusal;

const text =
  (more: object = {}): Refuse =>
  (code) =>
    byText(code, more);
const number =
  (more: object = {}): Refuse =>
  (code) =>
    byNumber(Number(code), more);
const payment: Refuse = (code) => ofPayment(Number(code));
const atOnce = { 3: currency, 4: noReturnUrl, 8: cart, 13: contradiction, 14: features };

const registering = { 2: unknownCard, 4: noReturnUrl, 8: cart, 13: contradiction };

/** By call and code: the codes that no other file agrees on. The keys are those of `calls`. */
const rows: Readonly<Record<string, readonly [Refuse, Readonly<Record<string, Spoilt>>]>> = {
  'to register an order': [text(), registering],
  'to register an order of two phases': [text(), registering],
  'to capture': [
    text(),
    { 8: { words: ' goods that cannot be read', fields: { depositItems: 'goods' }, given: held, id: orderId } },
  ],
  'to refund': [
    text(),
    { 8: { words: ' goods that cannot be read', fields: { refundItems: 'goods' }, given: paid, id: orderId } },
  ],
  'to add parameters': [text(), { 1: { ...noOrder, refusal: byOneOf(['1', '4']) } }],
  'for the orders of a day': [
    number(),
    { 10: { words: ' in a state that does not exist', fields: { transactionStates: 'NONSENSE' } } },
  ],
  'in capital letters to pay with a card': [
    payment,
    { 1: { words: ' with a wrong number', fields: { $PAN: '4444555511113334' }, ...payable }, 7: alreadyPaid },
  ],
  'to register and pay at once': [text({ error: anyWords }), atOnce],
  'to charge a card told by telephone': [text({ success: false }), atOnce],
  'whether a card is good': [text(), { 3: currency, 8: cart, 13: contradiction, 14: features }],
  'to send money to a card': [text(), { 3: currency }],
  'to refund a sum': [number(), { 1: { ...noOrder, refusal: byNumberOf([1, 4]) } }],
  'to refund a position': [number(), { 1: { ...noOrder, refusal: byNumberOf([1, 4]) }, 7: onlyHeld }],
  'to refund a position of an order': [number(), { 1: { ...noOrder, refusal: byNumberOf([1, 4]) }, 7: onlyHeld }],
  'for one more instalment': [number({ error: true }), { 12: noAmount }],
  'for a payment every month': [byStatus, { 2: unknownCard, 3: { ...currency, given: stored, id: bindingId } }],
  'to change a template': [byStatus, { 3: { ...currency, given: template, id: templateId } }],
  'the old way to keep a template of orders': [text(), { 3: currency }],
};

const twoPhases = everyCall['to register an order of two phases'];
const calls: typeof everyCall = {
  ...everyCall,
  ...(twoPhases && { 'to register an order': { ...twoPhases, path: 'register.do' } }),
};

const mayHandleCards: Given = ['the shop may handle card numbers'];
const mayMakeTemplates: Given = ['the shop may make templates'];

/** The fields, changed where the call has them: at the top, or in the task or template that it is about. */
const spoil = (form: Fields, fields: Fields): Fields => {
  const [inner] = ['task', 'template'].filter((name) => name in form);
  if (inner !== undefined) return { ...form, [inner]: spoil(form[inner] as Fields, fields) };
  return Object.fromEntries(Object.entries({ ...form, ...fields }).filter(([, value]) => value !== undefined));
};

/** The fields as the shop of the example sends them. */
const sampleOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sampleOf);
  if (value === null || typeof value !== 'object') return value;
  if ('pact:generator:type' in value && 'value' in value) return value.value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sampleOf(inner)]));
};

const rowOf = (asks: string, refusal: Refusal, { words, fields = {}, given, id }: Spoilt): [string, Row] => {
  const call = calls[asks];
  if (!call) throw new Error(`no call ${asks}`);
  const form = spoil(call.form(id ?? example.orderId), fields);
  return [
    `${asks}${words}`,
    {
      given: [mayHandleCards, mayMakeTemplates, ...(given ? [given] : [])],
      path: call.path,
      form,
      ...(call.isJson && { isJson: call.isJson }),
      ask: (client) => client.call(bare(call.path, call.isJson), sampleOf(form) as Fields),
      refusal,
    },
  ];
};

agreeOnCalls(
  Object.fromEntries(
    Object.entries(rows).flatMap(([asks, [refuse, codes]]) =>
      Object.entries(codes).map(([code, spoilt]) => rowOf(asks, spoilt.refusal ?? refuse(code), spoilt)),
    ),
  ),
);
