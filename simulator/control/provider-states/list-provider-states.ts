import { z } from 'zod';
import { providerStates } from '../../provider-states/all.ts';
import { controlEndpoint } from '../control-endpoint.ts';

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
