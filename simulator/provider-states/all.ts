import { GatewayError, WrongUse } from '../../client/index.ts';
import { StateNotReached } from '../domain/state-not-reached.ts';
import { freeNumber, orderStates } from './order-states.ts';
import { otherStates } from './other-states.ts';
import type { ProviderState, ProviderStates, StateParameters, StateValues } from './provider-state.ts';
import type { StateTarget } from './state-target.ts';

const plain = (gives: readonly string[], reach: ProviderState['reach']): ProviderState => ({
  gives,
  takes: [],
  isPlain: true,
  reach,
});

/** Every provider state, by its sentence. */
export const providerStates: ProviderStates = {
  'the shop has a login': plain(['userName', 'password'], async ({ login }) => ({ ...login })),
  'an order number is free': plain(['orderNumber'], async (target) => ({ orderNumber: freeNumber(target) })),
  'no order has this id': plain(['orderId'], async ({ newId }) => ({ orderId: newId() })),
  ...otherStates,
  ...orderStates,
};

/** Brings the gateway into a state. @throws StateNotReached */
export const reachState = async (
  { reach }: ProviderState,
  target: StateTarget,
  parameters: StateParameters = {},
): Promise<StateValues> => {
  try {
    return await reach(target, parameters);
  } catch (error) {
    if (error instanceof GatewayError || error instanceof WrongUse)
      throw new StateNotReached(error.message, { cause: error });
    throw error;
  }
};
