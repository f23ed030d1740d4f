import { Verifier, type VerifierOptions } from '@pact-foundation/pact';
import { providerStates, reachState } from '../../simulator/provider-states/all.ts';
import type { StateParameters, StateValues } from '../../simulator/provider-states/provider-state.ts';
import type { StateTarget } from '../../simulator/provider-states/state-target.ts';
import { readPact, statesOf } from '../pact/pact-file.ts';
import { type Report, reportOf } from '../pact/report.ts';

/** A gateway to verify contracts with. */
export interface GatewayUnderTest {
  /** Host and port only: the paths are in the contract. */
  readonly url: string;
  readonly target: () => StateTarget;
  /** Called before each interaction. */
  readonly startAfresh: () => Promise<void>;
}

/**
 * Verifies pact files. Resolves whether the gateway is accepted or not; rejects when that could not be found out,
 * because a state is unknown or was not reached, or the verifier itself failed.
 */
export const verify = async (gateway: GatewayUnderTest, pactFiles: readonly string[]): Promise<Report> => {
  refuseUnknownStates(pactFiles, Object.keys(providerStates));
  const troubles: unknown[] = [];
  const verifier = new Verifier({
    provider: 'gateway',
    providerBaseUrl: gateway.url,
    pactUrls: [...pactFiles],
    logLevel: 'error',
    requestFilter: formsStayForms,
    beforeEach: gateway.startAfresh,
    stateHandlers: stateHandlers(gateway, troubles) as NonNullable<VerifierOptions['stateHandlers']>,
  });
  return reportOf(verifier.verifyProvider(), troubles);
};

type StateHandler = (parameters?: StateParameters) => Promise<StateValues>;

/** The verifier goes on after a handler that failed, with the values of the examples. */
const stateHandlers = ({ target }: GatewayUnderTest, troubles: unknown[]): Readonly<Record<string, StateHandler>> =>
  Object.fromEntries(
    Object.entries(providerStates).map(([sentence, state]): [string, StateHandler] => [
      sentence,
      async (parameters) => {
        try {
          return await reachState(state, target(), parameters);
        } catch (error) {
          troubles.push(error);
          throw error;
        }
      },
    ]),
  );

/** The verifier only warns of a state without a handler. */
const refuseUnknownStates = (pactFiles: readonly string[], known: readonly string[]): void => {
  const asked = pactFiles.flatMap((file) =>
    readPact(file)
      .interactions.flatMap(statesOf)
      .map(({ name }) => name),
  );
  const unknown = [...new Set(asked)].filter((sentence) => !known.includes(sentence));
  if (unknown.length === 0) return;
  const list = (sentences: readonly string[]) => sentences.map((sentence) => `\n  ${sentence}`).join('');
  throw new Error(`no such provider state:${list(unknown)}\nThere are:${list(known)}`);
};

/** Without this a form arrives as JSON: the verifier parses it, and serialises the result. */
const formsStayForms: NonNullable<VerifierOptions['requestFilter']> = (request, _response, next) => {
  if (request.is('application/x-www-form-urlencoded') && !Buffer.isBuffer(request.body)) {
    request.body = Buffer.from(new URLSearchParams(request.body).toString());
  }
  next();
};
