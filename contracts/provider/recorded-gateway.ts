import { listen } from '../pact/listen.ts';
import type { Answer } from './proxy.ts';
import type { GatewayUnderTest } from './verify.ts';

/** A gateway that gives these answers to any requests, one after the other. */
export const startRecordedGateway = async (
  answers: readonly Answer[],
): Promise<GatewayUnderTest & { readonly stop: () => Promise<void> }> => {
  let count = 0;
  const listener = await listen((request, response) => {
    const { status, body } = answers[count] ?? { status: 500, body: {} };
    count += 1;
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
    response.end(JSON.stringify(body));
  });
  const target = () => {
    throw new Error('a recorded gateway has no states');
  };
  return { ...listener, target, startAfresh: async () => {} };
};
