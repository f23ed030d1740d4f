import { shownAnswer, shownRequest } from '../shown-request.ts';
import type { Verdict } from '../verify-source.ts';
import type { VerifiedPact } from './result.ts';

/**
 * The report as Pact's verifier writes it, with the bank of each result, and the interactions that were not tried.
 * `output`: the lines of the terminal.
 */
export const jsonReport = (results: readonly VerifiedPact[], output: string): object => {
  const all = results.flatMap((pact) => pact.verdicts.map((verdict) => ({ pact, verdict })));
  const errorsOf = (outcome: Verdict['outcome']) =>
    all
      .filter(({ verdict }) => verdict.outcome === outcome)
      .map(({ pact, verdict }) => ({
        interaction: nameOf(pact, verdict),
        ...placeOf(pact),
        mismatch: mismatchOf(verdict),
      }));
  return {
    result: all.every(({ verdict }) => verdict.outcome !== 'fails'),
    notices: results.flatMap(({ source }) => (source.broker?.notices ?? []).map((text) => ({ text }))),
    output: output.split('\n'),
    errors: errorsOf('fails'),
    pendingErrors: errorsOf('pending'),
    interactionResults: all.filter(({ verdict }) => verdict.outcome !== 'not tried').map(resultOf),
    notTried: all
      .filter(({ verdict }) => verdict.outcome === 'not tried')
      .map(({ pact, verdict }) => ({
        ...sidesAndName(pact, verdict),
        reason: verdict.reason ?? '',
        ...(verdict.unknown.length > 0 && { unknownStates: verdict.unknown }),
      })),
  };
};

interface Entry {
  readonly pact: VerifiedPact;
  readonly verdict: Verdict;
}

const placeOf = ({ bank, place, source }: VerifiedPact) => ({
  pact: source.name,
  ...(bank ? { bank: bank.name } : { gateway: place }),
});

const sidesAndName = (pact: VerifiedPact, { description, states, id }: Verdict) => ({
  consumer: pact.consumer,
  provider: pact.provider,
  ...placeOf(pact),
  description,
  providerStates: states,
  ...(id !== undefined && { interactionId: id }),
});

const nameOf = ({ consumer, provider }: VerifiedPact, { description, states }: Verdict): string => {
  const given = states.length === 0 ? '' : ` Given ${states.join(' And ')}`;
  return `Verifying a pact between ${consumer} and ${provider}${given} - ${description}`;
};

const resultOf = ({ pact, verdict }: Entry): object => ({
  ...sidesAndName(pact, verdict),
  ...(verdict.core?.duration !== undefined && { duration: verdict.core.duration }),
  pending: verdict.outcome === 'pending',
  result: verdict.mismatches.length === 0 ? 'OK' : 'Error',
  ...(verdict.doubt !== undefined && { doubt: verdict.doubt }),
  ...(verdict.sent && { request: shownRequest(verdict.sent) }),
  ...(verdict.answered && verdict.mismatches.length > 0 && { answer: shownAnswer(verdict.answered) }),
  ...(verdict.mismatches.length > 0 && { mismatch: mismatchOf(verdict) }),
});

/** As Pact's core has it, with what the core does not see. */
const mismatchOf = ({ core, mismatches, id = '' }: Verdict): object => {
  const [state] = mismatches.filter(({ path }) => path === 'state');
  if (state) return { type: 'error', interactionId: id, message: state.says };
  const fromCore = core?.mismatch;
  if (fromCore && fromCore.type !== 'mismatches') return { ...fromCore, interactionId: id };
  const seen = new Set((fromCore?.mismatches ?? []).map(({ mismatch }) => mismatch));
  const others = mismatches
    .filter(({ says }) => !seen.has(says))
    .map(({ path, says }) => ({ type: 'BodyMismatch', path, mismatch: says }));
  return { type: 'mismatches', interactionId: id, mismatches: [...(fromCore?.mismatches ?? []), ...others] };
};
