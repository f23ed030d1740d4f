import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { resetMerchant } from '../../merchants/merchants.ts';
import { providerStates, reachState } from '../../provider-states/all.ts';
import { type StateTarget, simulatedTarget } from '../../provider-states/state-target.ts';
import { nearest } from '../../text/nearest.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { merchantOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';
import { checked } from '../read-call.ts';

export const known = z
  .strictObject({
    state: z.string().describe('The sentence of the contract.'),
    about: z.string().optional(),
    gives: z.array(z.string()).describe('Values for the contract.'),
    takes: z.array(z.string()).describe('Parameters; the states of orders also take any field of register.do.'),
  })
  .meta({ id: 'ProviderState' });

export const listProviderStates = controlEndpoint({
  method: 'GET',
  path: '/provider-states',
  tag: 'state',
  summary: 'The provider states that a Pact contract with this gateway may ask for.',
  summaryInRussian: 'Состояния провайдера (provider states), которые может запросить контракт Pact с этим шлюзом.',
  answer: z.strictObject({ states: z.array(known) }),
  handle: async () => ({
    states: Object.entries(providerStates).map(([state, { about, gives, takes }]) => ({
      state,
      ...(about !== undefined && { about }),
      gives: [...gives],
      takes: [...takes],
    })),
  }),
});

const action = z.enum(['setup', 'teardown']);

const ownQuery = z.strictObject({
  login: z.string().optional().describe('The merchant whose state changes; the first one by default.'),
});

/** A verifier may send everything in the query, the parameters of the state too. Source: Pact, `--state-change-as-query`. */
const query = z.looseObject({
  ...ownQuery.shape,
  state: z.string().optional().describe('The state, if there is no body; then all other fields are its parameters.'),
  action: action.optional(),
});

/** The request of a verifier; those in other languages add their own fields. Source: Pact, provider states. */
const change = z
  .looseObject({
    state: z.string().nullish().describe('One of `GET /sandbox/provider-states`; empty or null: none.'),
    params: z.record(z.string(), z.unknown()).nullish(),
    action: action.default('setup'),
    consumer: z.string().nullish(),
  })
  .meta({ id: 'ProviderStateChange' });

type Query = z.output<typeof query>;
type Change = z.output<typeof change>;

/** The change in the query, or in the body. */
const changeIn = ({ login, state, action, ...others }: Query, body: Change): Change & { readonly state: string } => {
  if (state !== undefined) return { state, params: paramsIn(others), action: action ?? 'setup' };
  checked(ownQuery, { ...(login !== undefined && { login }), ...(action !== undefined && { action }), ...others });
  if (body.state !== undefined) return { ...body, state: body.state ?? '' };
  throw new Problem('wrong-field', 'expected the sentence of a provider state', { field: 'state' });
};

/** The parameters among the fields of a query; verifiers add the name of the consumer. */
const paramsIn = ({ consumer, ...params }: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, withFields(value)]));

/** A query has an object or a list as JSON. */
const withFields = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

export const setProviderState = controlEndpoint({
  method: 'POST',
  path: '/provider-states',
  tag: 'state',
  summary: 'Brings a merchant into a state of a Pact contract, and returns its values; `teardown` resets the merchant.',
  summaryInRussian:
    'Приводит мерчанта в состояние из контракта Pact и возвращает его значения; `teardown` сбрасывает мерчанта.',
  query,
  body: change,
  takesCard: true,
  answer: z.record(z.string(), z.string()),
  handle: async ({ context, query, body }) => {
    const { state, params, action } = changeIn(query, body);
    if (state !== '') refuseUnknown(state);
    const { login } = query;
    const merchant = login === undefined ? await firstMerchant(context) : await merchantOf(context, login);
    if (action === 'teardown') {
      await resetMerchant(context, merchant.login);
      return {};
    }
    return state === '' ? {} : await reachState(state, targetOf(context, merchant), params ?? {});
  },
});

const refuseUnknown = (sentence: string): void => {
  if (Object.hasOwn(providerStates, sentence)) return;
  const sentences = Object.keys(providerStates);
  const meant = nearest(sentence, sentences);
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  throw new Problem(
    'wrong-field',
    `no provider state is called "${sentence}"${hint} The states are: ${sentences.map((one) => `"${one}"`).join(', ')}`,
    { field: 'state' },
  );
};

const firstMerchant = async ({ store }: Context): Promise<Merchant> => {
  const [first] = await store.merchants.all();
  if (!first) throw new Problem('not-found', 'there is no merchant yet: make one first', { field: 'login' });
  return first;
};

const targetOf = (process: Context, merchant: Merchant): StateTarget => {
  const { store, clock, bank, ids, options } = process.forMerchant(merchant);
  const own = options.ownUrl();
  return {
    ...simulatedTarget({
      login: { userName: merchant.login, password: merchant.password },
      baseUrl: `${own}${process.bank.basePath}/rest/`,
      store,
      clock,
      bank,
      newId: () => ids.uuid(clock.now()),
    }),
    // PUBLIC_URL may not be reachable from this machine.
    ...(options.publicUrl !== '' && {
      fetch: (address, init) => fetch(String(address).replace(options.publicUrl, own), init),
    }),
  };
};
