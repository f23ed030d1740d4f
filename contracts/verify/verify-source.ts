import { differencesIn } from './core/core-report.ts';
import type { RunCore } from './core/pact-core.ts';
import { findCardNumbers } from './find-card-numbers.ts';
import type { GivenId } from './fixed-ids.ts';
import type { RecordedGateway } from './gateways.ts';
import { missingValues } from './missing-values.ts';
import type { InteractionResult } from './pact/pact-result.ts';
import type { PactSource } from './pact/pact-source.ts';
import { isTrial, type NotTried, type Planned, type PlannedTrial, type SuggestedState } from './plan.ts';
import type { Exchange, GivenAnswer, SentRequest } from './recorder.ts';
import { type Tried, tryInteractions } from './try-interactions.ts';
import { unnoticedRefusal } from './unnoticed-refusal.ts';

/** The result of an interaction, with what its report shows. */
export interface Verdict extends InteractionResult {
  /** What the gateway got; absent if nothing was sent. */
  readonly sent?: SentRequest;
  /** What it answered; absent if it did not. */
  readonly answered?: GivenAnswer;
  /** Why it may say nothing although it holds. */
  readonly doubt?: string;
  /** The ids that its states were given. */
  readonly given: readonly GivenId[];
  /** Its states that tillbox does not know. */
  readonly unknown: readonly SuggestedState[];
  /** The result as Pact's core reports it. */
  readonly core?: Tried['result'];
}

/** Tries what is planned of a pact at a gateway. @throws Error if there is no verdict */
export const verifySource = async (
  gateway: RecordedGateway,
  { pact, broker }: PactSource,
  plan: readonly Planned[],
  runCore: RunCore,
): Promise<readonly Verdict[]> => {
  const trials = plan.filter(isTrial);
  const before = gateway.exchanges.length;
  const { tried } = await tryInteractions(
    gateway,
    pact,
    trials.map(({ interaction, states }) => ({ json: interaction.json, states })),
    runCore,
  );
  const isPending = broker?.isPending ?? false;
  return plan.map((planned) => {
    if (!isTrial(planned)) return notTriedVerdict(planned);
    const place = trials.indexOf(planned);
    return triedVerdict(planned, tried[place] ?? {}, gateway.exchanges[before + place], isPending);
  });
};

const commonFields = ({ interaction: { description, id, states } }: Planned) => ({
  description,
  ...(id !== undefined && { id }),
  states: states.map(({ name }) => name),
});

const notTriedVerdict = (planned: NotTried): Verdict => ({
  ...commonFields(planned),
  outcome: 'not tried',
  mismatches: [],
  reason: planned.reason,
  given: [],
  unknown: planned.unknown,
});

const triedVerdict = (
  planned: PlannedTrial,
  { result, notReached }: Tried,
  exchange: Exchange | undefined,
  isPending: boolean,
): Verdict => {
  const differences = result ? differencesIn(result) : [{ path: 'state', says: notReached ?? '' }];
  const found = [...differences, ...cardNumbersIn(exchange)];
  const mismatches = found.length === 0 ? found : [...found, ...missingValues(planned)];
  const doubt =
    mismatches.length === 0 ? unnoticedRefusal(planned.interaction.json, exchange?.answered?.body ?? '') : undefined;
  const failure = isPending || planned.interaction.isPending ? 'pending' : 'fails';
  return {
    ...commonFields(planned),
    outcome: mismatches.length === 0 ? 'holds' : failure,
    mismatches,
    given: planned.given,
    unknown: [],
    ...exchange,
    ...(doubt !== undefined && { doubt }),
    ...(result && { core: result }),
  };
};

/** A whole card number belongs in no answer of the merchant API; a page may show test cards. */
const cardNumbersIn = ({ answered }: Partial<Exchange> = {}): Verdict['mismatches'] =>
  answered === undefined || /^\s*</.test(answered.body)
    ? []
    : findCardNumbers(`${answered.location} ${answered.body}`).map((digits) => ({
        path: 'body',
        says: `has a whole card number, which begins with ${digits}`,
      }));
