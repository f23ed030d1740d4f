import type { IncomingMessage } from 'node:http';
import type { StateValues } from '../../simulator/provider-states/provider-state.ts';
import { type Listener, listen } from '../pact/listen.ts';
import { placeIn } from './pact/pact-copy.ts';

/** Hears from the verifier which interaction it tries next. */
export interface StateEvents {
  /** Brings the gateway into the states of an interaction; rejects if that is not possible. */
  readonly setUp: (place: number) => Promise<StateValues>;
  readonly tearDown: (place: number) => void;
}

interface Change {
  readonly state: string;
  readonly action: string;
}

/** The address at which the verifier asks for the opaque states of a copy. */
export const startStateServer = ({ setUp, tearDown }: StateEvents): Promise<Listener> =>
  listen(async (request, response) => {
    try {
      const { state, action } = await changeIn(request);
      const place = placeIn(state);
      let values: StateValues = {};
      if (place !== undefined && action === 'teardown') tearDown(place);
      else if (place !== undefined) values = await setUp(place);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(values));
    } catch (error) {
      // The verifier does not try the interaction, and does not read why. It would repeat what is answered with 500.
      // The core would repeat a change that is answered with 500, and reads no reason.
      response.writeHead(422, { 'content-type': 'text/plain' }).end(String(error));
    }
  });

const changeIn = async (request: IncomingMessage): Promise<Change> => {
  const sent: Buffer[] = [];
  for await (const chunk of request) sent.push(chunk);
  const { state = '', action = 'setup' } = JSON.parse(Buffer.concat(sent).toString()) as Partial<Change>;
  return { state, action };
};
