import { callOrderNames } from '../../simulator/data/order-names.ts';
import { providerStates } from '../../simulator/provider-states/all.ts';
import type { AskedState, InteractionJson } from './interaction.ts';
import { type RequestField, requestFieldsOf } from './request-fields.ts';

/** A value of a request that a state was given. */
export interface GivenId {
  readonly name: string;
  readonly value: string;
  readonly place: RequestField['place'];
  readonly state: string;
}

/** The parameters of states that a request can hold, and their names there. */
const idNames: Readonly<Record<string, readonly string[]>> = {
  orderId: callOrderNames,
  orderNumber: ['orderNumber'],
  bindingId: ['bindingId'],
  clientId: ['clientId'],
  merchantTaskUuid: ['merchantTaskUuid'],
  taskUuid: ['taskUuid'],
  templateId: ['templateId'],
  threeDSServerTransId: ['threeDSServerTransId'],
};

/**
 * The states of an interaction with the ids that its request holds: each goes to the first state that takes it, unless the
 * pact gives the state one. So a pact whose ids are fixed, as all are in version 2, meets the things that it names.
 */
export const withFixedIds = (
  json: InteractionJson,
  states: readonly AskedState[],
): { readonly states: readonly AskedState[]; readonly given: readonly GivenId[] } => {
  const fields = requestFieldsOf(json);
  const given: GivenId[] = [];
  const next = states.map((state): AskedState => {
    const params: Record<string, unknown> = {};
    for (const name of takenIds(state, states, json)) {
      const field = fields.find((one) => idNames[name]?.includes(one.name));
      if (field === undefined || given.some((one) => one.name === name)) continue;
      params[name] = field.value;
      given.push({ name, value: field.value, place: field.place, state: state.name });
    }
    return Object.keys(params).length === 0 ? state : { ...state, params: { ...state.params, ...params } };
  });
  return { states: next, given };
};

const numberIsFree = 'an order number is free';

const takenIds = ({ name, params = {} }: AskedState, states: readonly AskedState[], json: InteractionJson) => {
  if (name === numberIsFree) return [];
  const isNewNumber = states.some((state) => state.name === numberIsFree) || registersOrder(json);
  return (providerStates[name]?.takes ?? []).filter(
    (parameter) =>
      parameter in idNames && params[parameter] === undefined && !(parameter === 'orderNumber' && isNewNumber),
  );
};

/** The call registers an order, and so names a number that no order has yet; if it is refused, one may have it. */
const registersOrder = ({ request, response }: InteractionJson): boolean => {
  const { path = '' } = (request ?? {}) as { readonly path?: unknown };
  const isRegistration = /\/(?:register\w*|\w*[pP]ayment|verifyCard|instantRefund|paymentDirect)\.do$/.test(
    String(path),
  );
  return isRegistration && !isRefusal(response);
};

const isRefusal = (response: unknown): boolean => {
  const { body } = (response ?? {}) as { readonly body?: { readonly content?: unknown } };
  const code = /"errorCode":\s*"?(\w+)/.exec(JSON.stringify(body?.content ?? body ?? ''))?.[1];
  return code !== undefined && code !== '0';
};
