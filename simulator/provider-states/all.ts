import { GatewayError, WrongUse } from '../../client/index.ts';
import { furtherStates } from './further-states.ts';
import type { Ground } from './ground.ts';
import {
  type ProviderState,
  type ProviderStates,
  StateNotReached,
  type StateParameters,
  type StateValues,
} from './provider-state.ts';
import { freeNumber, orderStates } from './tell-order-story.ts';

const plain = (gives: readonly string[], reach: ProviderState['reach']): ProviderState => ({
  gives,
  takes: [],
  isPlain: true,
  reach,
});

/** Every state that a contract with this gateway may ask for, by its sentence. */
export const providerStates: ProviderStates = {
  'the shop has a login': plain(['userName', 'password'], async ({ login }) => ({ ...login })),
  'an order number is free': plain(['orderNumber'], async (ground) => ({ orderNumber: freeNumber(ground) })),
  'no order has this id': plain(['orderId'], async ({ newId }) => ({ orderId: newId() })),
  ...furtherStates,
  ...orderStates,
};

/** Brings a state about. @throws StateNotReached where the gateway does not come into it. */
export const reachState = async (
  { reach }: ProviderState,
  ground: Ground,
  parameters: StateParameters = {},
): Promise<StateValues> => {
  try {
    return await reach(ground, parameters);
  } catch (error) {
    if (error instanceof GatewayError || error instanceof WrongUse)
      throw new StateNotReached(error.message, { cause: error });
    throw error;
  }
};
