import { Verifier, type VerifierOptions } from '@pact-foundation/pact';
import { StateNotReached } from '../../simulator/domain/state-not-reached.ts';
import { providerStates, reachState } from '../../simulator/provider-states/all.ts';
import type { StateParameters, StateValues } from '../../simulator/provider-states/provider-state.ts';
import type { StateTarget } from '../../simulator/provider-states/state-target.ts';
import { readPact, statesOf } from '../pact/pact-file.ts';
import { type Failure, type Report, reportOf, withFailures } from '../pact/report.ts';
import { findCardNumbers } from './find-card-numbers.ts';
import type { Answer } from './proxy.ts';

/** A gateway to verify contracts with. */
export interface GatewayUnderTest {
  /** Host and port only: the paths are in the contract. */
  readonly url: string;
  readonly target: () => StateTarget;
  /** Called before each interaction. */
  readonly startAfresh: () => Promise<void>;
  /** The answers to the interactions so far, one for each; absent if nobody sees them. */
  readonly answers?: () => readonly Answer[];
}

/**
 * Verifies pact files. Resolves whether the gateway is accepted or not: an interaction fails too if its state is not
 * reached, or if its answer has a card number. Rejects when that could not be found out, because a state is unknown or
 * the verifier itself failed.
 */
export const verify = async (gateway: GatewayUnderTest, pactFiles: readonly string[]): Promise<Report> => {
  refuseUnknownStates(pactFiles, Object.keys(providerStates));
  const states = watchStates(gateway);
  const verifier = new Verifier({
    provider: 'gateway',
    providerBaseUrl: gateway.url,
    pactUrls: [...pactFiles],
    logLevel: 'error',
    requestFilter: formsStayForms,
    beforeEach: states.startAfresh,
    stateHandlers: states.handlers as NonNullable<VerifierOptions['stateHandlers']>,
  });
  const report = await reportOf(verifier.verifyProvider(), states.troubles);
  return withFailures(report, states.notReached, cardNumbersIn(gateway.answers?.() ?? []));
};

type StateHandler = (parameters?: StateParameters) => Promise<StateValues>;

/** The handlers of the states. The verifier goes on after one that failed, with the values of the examples. */
const watchStates = ({ target, startAfresh }: GatewayUnderTest) => {
  const troubles: unknown[] = [];
  const notReached: Failure[] = [];
  let interaction = -1;
  const reach = async (sentence: string, parameters?: StateParameters): Promise<StateValues> => {
    try {
      return await reachState(sentence, target(), parameters);
    } catch (error) {
      if (error instanceof StateNotReached) notReached.push({ place: interaction, path: 'state', says: error.message });
      else troubles.push(error);
      throw error;
    }
  };
  return {
    troubles,
    notReached,
    startAfresh: () => {
      interaction += 1;
      return startAfresh();
    },
    handlers: Object.fromEntries(
      Object.keys(providerStates).map((sentence): [string, StateHandler] => [
        sentence,
        (parameters) => reach(sentence, parameters),
      ]),
    ),
  };
};

/** A whole card number belongs in no answer. The payment page of a simulator may show its test cards. */
const cardNumbersIn = (answers: readonly Answer[]): readonly Failure[] =>
  answers.flatMap(({ body, location = '' }, place) =>
    findCardNumbers(`${JSON.stringify(body)} ${location}`).map((digits) => ({
      place,
      path: 'body',
      says: `has a whole card number, which begins with ${digits}`,
    })),
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
