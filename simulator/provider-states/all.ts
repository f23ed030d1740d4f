import { GatewayError, WrongUse } from '../../client/index.ts';
import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import { checkParameters } from './check-parameters.ts';
import { freeNumber, orderStates } from './order-states.ts';
import { otherStates } from './other-states.ts';
import type { ProviderState, ProviderStates, StateParameters, StateValues } from './provider-state.ts';
import { datesAt } from './state-dates.ts';
import type { StateTarget } from './state-target.ts';

const plain = (gives: readonly string[], reach: ProviderState['reach']): ProviderState => ({
  gives,
  takes: [],
  isPlain: true,
  reach,
});

/** Any number of an earlier interaction, if the contract does not name it. */
const freeOrderNumber: ProviderState['reach'] = async (target, { orderNumber }) => {
  const wanted = orderNumber === undefined ? undefined : String(orderNumber);
  await target.chosen?.freeNumber(wanted);
  return { orderNumber: wanted ?? freeNumber(target) };
};

/** Every provider state, by its sentence. */
export const providerStates: ProviderStates = {
  'the shop has a login': plain(['userName', 'password'], async ({ login }) => ({ ...login })),
  'an order number is free': { ...plain(['orderNumber'], freeOrderNumber), takes: ['orderNumber'] },
  'no order has this id': plain(['orderId'], async ({ newId }) => ({ orderId: newId() })),
  'the shop knows the date': plain(Object.keys(datesAt(0)), async ({ now }) => ({ ...datesAt(now()) })),
  ...otherStates,
  ...orderStates,
};

/** Brings the gateway into the state of this sentence. @throws StateNotReached, with what the gateway does not do */
export const reachState = async (
  sentence: string,
  target: StateTarget,
  parameters: StateParameters = {},
): Promise<StateValues> => {
  const state = providerStates[sentence];
  if (!state) throw new StateNotReached(`no provider state is called "${sentence}"`);
  try {
    checkParameters(state, parameters);
    return await state.reach(target, parameters);
  } catch (error) {
    if (error instanceof GatewayError || error instanceof WrongUse || error instanceof StateNotReached)
      throw new StateNotReached(`"${sentence}" was not reached: ${error.message}`, { cause: error });
    throw error;
  }
};
