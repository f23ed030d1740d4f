import { unimitatedEndpoints } from '../data/unimitated-endpoints.ts';
import { Refused } from '../domain/errors/refused.ts';
import type { OpenEndpoint } from '../http/call/endpoint.ts';
import { renderRefusal } from './answers/render-refusal.ts';

/** Endpoints of the real gateway that tillbox does not imitate: each answers with a clear refusal, never with success. */
export const refusedEndpoints: readonly OpenEndpoint[] = unimitatedEndpoints.map((facts) => ({
  ...facts,
  access: 'anyone',
  parameters: {},
  refuses: ['not-imitated'],
  renderRefusal,
  shape: undefined,
  answer: async () => {
    throw new Refused('not-imitated', { value: facts.path.replace(/^rest\//, '') });
  },
}));
