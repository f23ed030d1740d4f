import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { example } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import type { Refuse } from './refusals.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A call in its shortest form, with a card number or an amount only if it cannot be without. */
export interface BareCall {
  readonly path: string;
  /** The fields, with the id of the order, card, task or template that the call is about. */
  readonly form: (id: unknown) => Fields;
  readonly isJson?: true;
  readonly refuses: Refuse;
  /** The code for a wrong password, if it is not 5. */
  readonly wrongPassword?: string;
  /** The code, or those that banks choose from, if there is nothing but the login. Absent if that is enough, or refused for something else at some banks. */
  readonly empty?: string | readonly [string, ...string[]];
  /** The kind of the id that is refused if it does not exist. Absent if there is none, or if other interactions agree on it. */
  readonly about?: keyof typeof named;
  /** The codes that no other interaction agrees on, each with a call that is refused with it. */
  readonly codes?: Readonly<Record<string, WrongCall>>;
}

/** A call that is refused: what it is about, and its changes to the shortest form of the call. */
export interface WrongCall {
  /** Follows the purpose of the call. */
  readonly words: string;
  /** Without a value: the field is left out. */
  readonly fields?: Fields;
  readonly given?: Given;
  /** What the call is about, from the state. */
  readonly id?: unknown;
  /** The other codes, if banks choose. */
  readonly or?: readonly string[];
}

type Calls = Readonly<Record<string, BareCall>>;

/** What a call can be about, and the refusal of one that does not exist. */
const named = {
  order: { state: 'no order has this id', value: 'orderId', sample: example.orderId, words: 'of an order', code: '6' },
  card: {
    state: 'no stored card has this id',
    value: 'bindingId',
    sample: example.bindingId,
    words: 'of a stored card',
    code: '2',
  },
  task: {
    state: 'no recurring task has this id',
    value: 'merchantTaskUuid',
    sample: 'task-1001',
    words: 'of a task',
    code: '6',
  },
  template: {
    state: 'no template has this id',
    value: 'templateId',
    sample: example.orderId,
    words: 'of a template',
    code: '6',
  },
} as const;

const mayTry: Given = ['wrong passwords do not lock the login'];

/** Without the client's own checks and fields. */
const callOf = ({ path, isJson }: BareCall, form: Fields, sent: Fields = form) => ({
  path,
  form,
  ...(isJson && { isJson }),
  ask: ((client) => client.call(bare(path, isJson), sent)) satisfies Row['ask'],
});

const withWrongPassword = (asks: string, call: BareCall): readonly [string, Row] => [
  `${asks}, with a wrong password`,
  {
    ...callOf(call, call.form(example.orderId)),
    given: [mayTry],
    password: 'not-the-password',
    refusal: call.refuses(call.wrongPassword ?? '5'),
  },
];

const aboutNothing = (asks: string, call: BareCall): readonly (readonly [string, Row])[] => {
  if (!call.about) return [];
  const { state, value, sample, words, code } = named[call.about];
  const form = call.form(fromState(value, sample));
  const row = { ...callOf(call, form, call.form(sample)), given: [[state]] as const, refusal: call.refuses(code) };
  return [[`${asks}, with the id ${words} that does not exist`, row]];
};

const withNothing = (asks: string, call: BareCall): readonly (readonly [string, Row])[] => {
  if (call.empty === undefined) return [];
  const [code, ...others] = typeof call.empty === 'string' ? [call.empty] : call.empty;
  return [
    [`${asks}, with nothing but its login`, { ...callOf(call, {}), given: [], refusal: call.refuses(code, ...others) }],
  ];
};

/**
 * Declares the refusals that every call with a login has: of a wrong password, of a call without any field, of an id that
 * does not exist; and those of its `codes`. The keys continue "the shop asks ...".
 */
export const agreeOnRefusals = (calls: Calls): void => {
  const rows = Object.entries(calls).flatMap(([asks, call]) => [
    withWrongPassword(asks, call),
    ...aboutNothing(asks, call),
    ...withNothing(asks, call),
  ]);
  agreeOnCalls(Object.fromEntries(rows));
  agreeOnCodes(calls);
};

const mayHandleCards: Given = ['the shop may handle card numbers'];
const mayMakeTemplates: Given = ['the shop may make templates'];

/** Declares the refusals of the `codes` alone. */
export const agreeOnCodes = (calls: Calls): void =>
  agreeOnCalls(
    Object.fromEntries(
      Object.entries(calls).flatMap(([asks, call]) =>
        Object.entries(call.codes ?? {}).map(([code, wrong]) => [`${asks}${wrong.words}`, wrongRow(call, code, wrong)]),
      ),
    ),
  );

const wrongRow = (call: BareCall, code: string, { fields = {}, given, id, or = [] }: WrongCall): Row => {
  const form = changed(call.form(id ?? example.orderId), fields);
  return {
    ...callOf(call, form, sampleOf(form) as Fields),
    given: [mayHandleCards, mayMakeTemplates, ...(given ? [given] : [])],
    refusal: call.refuses(code, ...or),
  };
};

/** The fields, changed where the call has them: at the top, or in the task or template that it is about. */
const changed = (form: Fields, fields: Fields): Fields => {
  const [inner] = ['task', 'template'].filter((name) => name in form);
  if (inner !== undefined) return { ...form, [inner]: changed(form[inner] as Fields, fields) };
  return Object.fromEntries(Object.entries({ ...form, ...fields }).filter(([, value]) => value !== undefined));
};

/** The fields as the shop of the example sends them. */
const sampleOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sampleOf);
  if (value === null || typeof value !== 'object') return value;
  if ('pact:generator:type' in value && 'value' in value) return value.value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sampleOf(inner)]));
};
