import { providerStates } from '../../simulator/provider-states/all.ts';
import { type GivenId, withFixedIds } from './fixed-ids.ts';
import type { AskedState, Interaction } from './interaction.ts';
import { nearestState } from './nearest-state.ts';
import { requestFieldsOf } from './request-fields.ts';
import { mappedStates, type StateMap } from './state-map.ts';

/** An interaction, and what to do with it. */
export type Planned = PlannedTrial | NotTried;

export interface PlannedTrial {
  readonly interaction: Interaction;
  /** Those of tillbox, with the ids that the request holds. */
  readonly states: readonly AskedState[];
  readonly given: readonly GivenId[];
}

export interface NotTried {
  readonly interaction: Interaction;
  readonly reason: string;
  /** States of the pact that tillbox does not know, and what may be meant. */
  readonly unknown: readonly SuggestedState[];
}

/** An entry of a state map that may be meant. */
export interface SuggestedState {
  readonly sentence: string;
  /** Absent if no state resembles it. */
  readonly state?: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What the plan depends on. */
export interface PlanOptions {
  readonly stateMap: StateMap;
  /** Whether the gateway has nothing but its API. */
  readonly isElsewhere: boolean;
  /** Whether the pact is one with another provider. */
  readonly isOfStranger?: boolean;
}

/** Decides whether an interaction is tried, and with which states. */
export const planInteraction = (
  interaction: Interaction,
  { stateMap, isElsewhere, isOfStranger = false }: PlanOptions,
): Planned => {
  const notTried = (reason: string, unknown: readonly SuggestedState[] = []): NotTried => ({
    interaction,
    reason,
    unknown,
  });
  if (interaction.refusal !== undefined) return notTried(interaction.refusal);
  if (isOfStranger) return notTried('it is about another provider');
  const mapped = interaction.states.flatMap((asked) => mappedStates(stateMap, asked));
  const unknown = mapped.filter(({ name }) => !Object.hasOwn(providerStates, name));
  if (unknown.length > 0) {
    const suggested = unknown.map((state) => suggestionFor(state, interaction));
    return notTried(suggested.map(unknownReason).join('; '), suggested);
  }
  const { states, given } = withFixedIds(interaction.json, mapped);
  const hindrance = isElsewhere ? states.map(hindranceElsewhere).find((reason) => reason !== undefined) : undefined;
  return hindrance === undefined ? { interaction, states, given } : notTried(hindrance);
};

export const isTrial = (planned: Planned): planned is PlannedTrial => 'states' in planned;

const unknownReason = ({ sentence, state }: SuggestedState): string =>
  `no state is called "${sentence}"${state === undefined ? '' : `; the nearest is "${state}"`}`;

const suggestionFor = ({ name }: AskedState, { json }: Interaction): SuggestedState => {
  const state = nearestState(name, Object.keys(providerStates));
  return { sentence: name, ...(state !== undefined && { state }), params: paramsFor(name, state, json) };
};

/** A number of the sentence that the state can take: it is the order's unless the request says otherwise. */
const paramsFor = (sentence: string, state: string | undefined, json: Interaction['json']) => {
  const takes = state === undefined ? [] : (providerStates[state]?.takes ?? []);
  const params: Record<string, string> = {};
  for (const [word] of sentence.matchAll(/[\w-]*\d[\w-]*/g)) {
    const field = requestFieldsOf(json).find(({ name, value }) => value === word && takes.includes(name));
    const name = field?.name ?? (takes.includes('orderNumber') ? 'orderNumber' : undefined);
    if (name !== undefined) params[name] ??= word;
  }
  return params;
};

/** Why a gateway that has only its API cannot be brought into a state. */
const hindranceElsewhere = ({ name, params = {} }: AskedState): string | undefined => {
  if (params['orderId'] !== undefined) return `"${name}" has a fixed orderId, and a gateway elsewhere chooses its own`;
  if (providerStates[name]?.isPlain) return undefined;
  return `"${name}" needs the simulator: a payment, a wait or a permission of the bank`;
};
