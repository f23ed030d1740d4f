import type { Broken } from '../pact/reject-broken.ts';
import type { Answer, ChangeAnswer, Way } from './proxy.ts';

/** A gateway with one fault: in its answers, or in its behaviour. */
export type BrokenGateway = Broken & (FaultyAnswers | FaultyBehaviour);

interface FaultyAnswers {
  readonly fault: ChangeAnswer;
}

/** Only the interactions that fail are tried, with their states reached at the broken gateway. */
interface FaultyBehaviour {
  readonly way: Way;
}

type Change = (answer: Answer) => unknown;

/** Changes every answer of an endpoint. */
export const onEndpoint =
  (endpoint: string, change: Change): ChangeAnswer =>
  (answer) => {
    if (answer.endpoint === endpoint) change(answer);
  };

/** Changes the answers to orders that were registered. */
export const onRegistered =
  (change: Change): ChangeAnswer =>
  (answer) => {
    if (answer.endpoint.startsWith('register') && 'orderId' in answer.body) change(answer);
  };

/** Changes the answers of the extended status call that have a status. */
export const onStatus = (change: Change): ChangeAnswer =>
  onEndpoint('getOrderStatusExtended.do', (answer) => {
    if ('orderStatus' in answer.body) change(answer);
  });

/** Changes the answers that say no with a text at the top. */
export const onRefusal =
  (change: Change): ChangeAnswer =>
  (answer) => {
    const { errorCode, ErrorCode } = answer.body;
    const code = errorCode ?? ErrorCode;
    if (typeof code === 'string' && code !== '0') change(answer);
  };

/** Changes the answers of these endpoints that are no refusals. */
export const onSuccess =
  (endpoints: RegExp, change: Change): ChangeAnswer =>
  (answer) => {
    const { errorCode = 0, success = true, status = 'SUCCESS' } = answer.body;
    if (endpoints.test(answer.endpoint) && Number(errorCode) === 0 && success && status === 'SUCCESS') change(answer);
  };

/** A gateway that leaves a field out of these answers. */
export const lacks = (name: string, fails: RegExp, on: (change: Change) => ChangeAnswer): BrokenGateway => ({
  fault: on(({ body }) => delete body[name]),
  fails,
  complaint: new RegExp(`^\\$ .*missing.* ${name}$`),
});

export const toText = (body: Answer['body'], name: string): void => {
  body[name] = String(body[name]);
};

/** Ignores an absent field. */
export const toNumber = (body: Answer['body'], name: string): void => {
  if (name in body) body[name] = Number(body[name]);
};
