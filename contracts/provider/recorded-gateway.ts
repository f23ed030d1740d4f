import { listen } from '../pact/listen.ts';
import { type Answer, writeAnswer } from './proxy.ts';
import type { GatewayUnderTest } from './verify.ts';

const nothing: Answer = { endpoint: '', status: 500, contentType: 'application/json', body: {} };

/** A gateway that gives these answers to any requests, one after the other. */
export const startRecordedGateway = async (
  answers: readonly Answer[],
): Promise<GatewayUnderTest & { readonly stop: () => Promise<void> }> => {
  let count = 0;
  const listener = await listen((request, response) => {
    request.resume();
    writeAnswer(response, answers[count] ?? nothing);
    count += 1;
  });
  const target = () => {
    throw new Error('a recorded gateway has no states');
  };
  return { ...listener, target, startAfresh: async () => {}, answers: () => answers };
};
